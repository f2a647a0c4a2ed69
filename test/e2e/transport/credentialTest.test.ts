import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CONTRACT_NAMES, type Sandbox } from '../../../sandbox';
import { provideSandbox } from '../../support/provideSandbox';
import { CREDENTIAL_TYPE, sandboxCredential } from '../../../scripts/n8n/sandboxCredential';
import { sharedN8n } from '../support/n8n';

/** Starts a server that is not WhatsLoop. */
async function startServer(
	status: number,
	contentType: string,
	body: string,
): Promise<{ url: string; server: Server }> {
	const server = createServer((_, response) => {
		response.writeHead(status, { 'content-type': contentType }).end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

describe.each(CONTRACT_NAMES)('testing a credential for %s in a real n8n', (contract) => {
	const n8n = sharedN8n();
	let sandbox: Sandbox;
	provideSandbox('kept', (started) => (sandbox = started));
	const servers: Server[] = [];

	afterEach(() => {
		// the credential test must never send a message
		expect(sandbox.messages).toEqual([]);
	});

	afterAll(async () => {
		for (const server of servers) server.close();
	});

	/** Saves and tests a credential, as its form does. n8n 2.8 tests only saved credentials. */
	const press = async (changes: object) => {
		const data = { ...sandboxCredential(contract, sandbox), ...changes };
		const reference = await n8n.client.createCredential(`tested ${contract}`, CREDENTIAL_TYPE, data);
		return await n8n.client.testCredential(reference, CREDENTIAL_TYPE, data);
	};

	const other = async (status: number, contentType: string, body: string) => {
		const { url, server } = await startServer(status, contentType, body);
		servers.push(server);
		return url;
	};

	test('says that it works', async () => {
		expect(await press({})).toMatchObject({ status: 'OK' });
	});

	test('works with slashes at the end of the Base URL', async () => {
		const { baseUrl } = sandboxCredential(contract, sandbox);
		expect(await press({ baseUrl: `${baseUrl as string}//` })).toMatchObject({ status: 'OK' });
	});

	test('says that the token is wrong', async () => {
		const result = await press({ apiToken: 'wl_wrong' });
		expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining('refused the API Token') });
	});

	test('says that nothing answers at the Base URL', async () => {
		const url = await other(200, 'text/plain', '');
		await new Promise((resolve) => servers.pop()?.close(resolve));
		const result = await press({ baseUrl: url });
		expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining(`Could not reach ${url}`) });
	});

	test.each([200, 404])('says that the Base URL leads to a web page (HTTP %i)', async (status) => {
		const result = await press({
			baseUrl: await other(status, 'text/html; charset=utf-8', '<!doctype html><p>Welcome'),
		});
		expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining('leads to a web page') });
	});

	test('refuses an address that does not know the path (n8n shows no words with a test that passed)', async () => {
		const result = await press({ baseUrl: await other(404, 'application/json', '{"message":"Not Found"}') });
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('does not know the path used for testing'),
		});
	});
});
