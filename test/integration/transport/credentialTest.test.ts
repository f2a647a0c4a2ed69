import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contractFor, contracts } from '../../../nodes/WhatsLoop/contracts';
import { Harness, TOKEN } from '../support/harness';
import { refused, type Answer } from '../support/scriptedServer';

let harness: Harness;

beforeAll(async () => {
	harness = await Harness.start();
});
beforeEach(() => harness.reset());
afterAll(async () => await harness.close());

const webPage = (status: number): Answer => ({ status, body: '<!DOCTYPE html><html><body>Shop</body></html>' });

/** Each contract with the answer that means "the token is good". */
const CONTRACTS: Array<[id: string, Answer]> = [
	['go', { status: 200, body: { success: true, data: { connected: true } } }],
	['cloud', refused(422, {}, 'The to field is required.')],
];

test('every contract has such an answer here (otherwise: add one to CONTRACTS in this file)', () => {
	expect(CONTRACTS.map(([id]) => id).sort()).toEqual(contracts.map(({ id }) => id).sort());
});

describe.each(CONTRACTS)('the credential test on %s', (version, works) => {
	const tryOut = async (more = {}) => await harness.engine.testCredential(harness.go({ apiVersion: version, ...more }));

	test('works', async () => {
		harness.server.answerWith(works);
		expect(await tryOut()).toEqual({ status: 'OK', message: expect.stringMatching(/^Connected to WhatsLoop/) });
		expect(harness.server.requests[0].headers.authorization).toBe(`Bearer ${TOKEN}`);
	});

	test.each([401, 403])('a wrong token: HTTP %i', async (status) => {
		harness.server.answerWith(refused(status, {}, `Unauthenticated ${TOKEN}`));
		const { status: result, message } = await tryOut();
		expect(result).toBe('Error');
		expect(message).toMatch(/refused the API Token/);
		expect(message).not.toContain(TOKEN);
	});

	test('a wrong token, reported with HTTP 200', async () => {
		harness.server.answerWith({ body: { success: false, message: `Invalid token ${TOKEN}` } });
		const { status, message } = await tryOut();
		expect(status).toBe('Error');
		expect(message).toMatch(/refused the API Token/);
		expect(message).not.toContain(TOKEN);
	});

	test.each([200, 404])('a wrong Base URL: a web page with HTTP %i', async (status) => {
		harness.server.answerWith(webPage(status));
		const result = await tryOut();
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(/leads to a web page/);
	});

	test('a wrong Base URL: it leads elsewhere, and the token does not follow', async () => {
		harness.server.answerWith({ status: 302, headers: { Location: `${harness.server.url}/login` }, body: '' });
		const { status, message } = await tryOut();
		expect(status).toBe('Error');
		expect(message).toMatch(/Base URL/);
		expect(harness.server.requests).toHaveLength(1);
	});

	test('a wrong Base URL: nothing answers', async () => {
		const closed = createServer();
		await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
		const { port } = closed.address() as AddressInfo;
		await new Promise((resolve) => closed.close(resolve));
		const { status, message } = await tryOut({ baseUrl: `http://127.0.0.1:${port}/api` });
		expect(status).toBe('Error');
		expect(message).toMatch(new RegExp(`Could not reach http://127.0.0.1:${port}/api \\(ECONNREFUSED\\)`));
	});

	test.each(['go-wloop.net', 'ftp://go-wloop.net'])('a Base URL that is no web address: %p', async (baseUrl) => {
		const { status, message } = await tryOut({ baseUrl });
		expect(status).toBe('Error');
		expect(message).toMatch(/Base URL .* is not a web address/);
	});

	test.each([404, 405])('reachable, but this path is not known: HTTP %i', async (status) => {
		harness.server.answerWith(refused(status, {}, 'Not found'));
		const result = await tryOut();
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(/does not know the path/);
	});

	test('a rate limit that is used up proves nothing', async () => {
		harness.server.answerWith(refused(429, { 'Retry-After': '30' }));
		const { status, message } = await tryOut();
		expect(status).toBe('Error');
		expect(message).toMatch(/rate limit/);
		expect(harness.server.requests).toHaveLength(1);
	});

	test.each([500, 503])('a failure of WhatsLoop is not blamed on the token: HTTP %i', async (status) => {
		harness.server.answerWith(refused(status));
		expect(await tryOut()).toEqual({ status: 'Error', message: expect.stringMatching(/in trouble/) });
	});

	test('an empty token is reported without a request', async () => {
		const { status, message } = await tryOut({ apiToken: ' ' });
		expect(status).toBe('Error');
		expect(message).toMatch(/token is empty/i);
		expect(harness.server.requests).toHaveLength(0);
	});

	test('its request can never become a message', async () => {
		for (const answer of [works, refused(404), refused(422), webPage(200)]) {
			harness.server.answerWith(answer);
			await tryOut({ channelId: '5' });
			for (const { method, body } of harness.server.requests) {
				if (method === 'GET') continue;
				// neither a recipient nor words
				expect(body).toEqual({});
			}
			expect(harness.server.requests.length).toBe(1);
		}
	});

	test('tolerates slashes at the end of the Base URL', async () => {
		harness.server.answerWith(works);
		await tryOut({ baseUrl: `${harness.server.url}/api/v1//` });
		expect(harness.server.requests[0].path).toBe(`/api/v1/${contractFor(version).probe.path}`);
	});
});

const text = { resource: 'message', operation: 'sendText', recipient: '966501234567', text: 'x' };

test('a token with white space around it works in the test and in the node alike', async () => {
	const credential = harness.go({ apiToken: ` ${TOKEN}\n` });
	const { status } = await harness.engine.testCredential(credential);
	const { error } = await harness.engine.run({ parameters: text, credential });
	expect(status).toBe('OK');
	expect(error).toBeUndefined();
	expect(harness.server.requests.map(({ headers }) => headers.authorization)).toEqual([
		`Bearer ${TOKEN}`,
		`Bearer ${TOKEN}`,
	]);
});

test.each(['abc\u200bdef', 'abc\ndef', 'tokén أبج'])(
	'an impossible token (%p) is reported as such (not as a message that may have been sent)',
	async (apiToken) => {
		const credential = harness.go({ apiToken });
		const tested = await harness.engine.testCredential(credential);
		const { error } = await harness.engine.run({ parameters: text, credential });
		expect(harness.server.requests).toHaveLength(0);
		expect(tested.status).toBe('Error');
		for (const message of [tested.message, error?.message])
			expect(message).toMatch(/API Token .* has characters in it/);
	},
);
