import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import axios from 'axios';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { provideSandbox } from '../../../support/provideSandbox';
import { isLoopbackUrl } from '../../../../sandbox/media/mediaHosts';
import { go, PHONE, until } from '../client';

describe('media of a message', () => {
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));
	let server: http.Server;
	let serverUrl: string;
	let release: () => void = () => undefined;
	const touched: string[] = [];
	const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 251));

	beforeAll(async () => {
		server = http.createServer((request, response) => {
			touched.push(String(request.url));
			const answers: Record<string, () => void> = {
				'/file': () => response.setHeader('content-type', 'application/x-test').end(bytes),
				'/missing': () => response.writeHead(404).end(),
				'/moved': () => response.writeHead(302, { location: '/file' }).end(),
				'/moved-out': () => response.writeHead(302, { location: 'http://192.0.2.1/file' }).end(),
				'/round': () => response.writeHead(302, { location: '/round' }).end(),
				'/held': () => (release = () => response.end(bytes)),
			};
			answers[String(request.url)]();
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	beforeEach(() => {
		touched.length = 0;
	});
	afterEach(() => jest.restoreAllMocks());
	afterAll(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});

	const send = async (url: string) => await go(sandbox, 'send/file', { phone: PHONE, url });

	test('is fetched as by the real service, measured and hashed', async () => {
		await send(`${serverUrl}/file`);
		expect(sandbox.messages[0]).toMatchObject({
			mediaFetch: 'fetched',
			media: {
				url: `${serverUrl}/file`,
				statusCode: 200,
				contentType: 'application/x-test',
				byteLength: bytes.length,
				sha256: createHash('sha256').update(bytes).digest('hex'),
			},
		});
		expect(touched).toEqual(['/file']);
	});

	test('is fetched through a redirect on this machine', async () => {
		await send(`${serverUrl}/moved`);
		expect(sandbox.messages[0]).toMatchObject({ mediaFetch: 'fetched', media: { byteLength: bytes.length } });
	});

	test.each(['https://example.com/a.png', 'http://192.0.2.1/a.png', 'http://127.0.0.1.example.com/a.png'])(
		'is never fetched from outside (%s)',
		async (url) => {
			const fetchSpy = jest.spyOn(globalThis, 'fetch');
			expect((await send(url)).status).toBe(200);
			expect(sandbox.messages[0]).toMatchObject({ mediaFetch: 'skipped: not loopback', media: { url } });
			expect(fetchSpy).not.toHaveBeenCalled();
		},
	);

	test('is not fetched through a redirect to the outside either', async () => {
		const fetchSpy = jest.spyOn(globalThis, 'fetch');
		await send(`${serverUrl}/moved-out`);
		expect(sandbox.messages[0].mediaFetch).toBe('skipped: not loopback');
		expect(fetchSpy.mock.calls.map(([target]) => target)).toEqual([`${serverUrl}/moved-out`]);
	});

	test.each([
		['/missing', 'failed: HTTP 404'],
		['/round', 'failed: too many redirects'],
	])('that cannot be fetched is recorded as such, and the message is still sent (%s)', async (path, outcome) => {
		expect((await send(serverUrl + path)).status).toBe(200);
		expect(sandbox.messages[0].mediaFetch).toBe(outcome);
	});

	test('of a missing server is recorded with the reason', async () => {
		await send('http://127.0.0.1:1/file');
		expect(sandbox.messages[0].mediaFetch).toMatch(/^failed: \w+/);
	});

	test('that cannot be fetched makes the send fail, if the settings say so', async () => {
		sandbox.settings.failOnMediaError = true;
		const reply = await send(`${serverUrl}/missing`);
		expect([reply.status, reply.data.Message]).toEqual([422, 'The media could not be fetched']);
		expect(sandbox.messages).toHaveLength(0);
		expect((await send(`${serverUrl}/file`)).status).toBe(200);
		expect(sandbox.messages[0].mediaFetch).toBe('fetched');
	});

	test('that is slow does not delay the answer', async () => {
		sandbox.settings.mediaWaitMs = 10;
		expect((await send(`${serverUrl}/held`)).status).toBe(200);
		expect(sandbox.messages[0].mediaFetch).toBe('pending');
		release();
		await until(() => sandbox.messages[0].mediaFetch === 'fetched');
		expect(sandbox.messages[0].media?.byteLength).toBe(bytes.length);
	});
});

describe('loopback', () => {
	test.each([
		'http://localhost/',
		'https://localhost:8080/a',
		'http://127.0.0.1:3939/',
		'http://127.8.9.1/',
		'http://[::1]:1/',
	])('%s stays on this machine', (url) => expect(isLoopbackUrl(url)).toBe(true));

	test.each([
		'http://localhost.example.com/',
		'http://10.0.0.1/',
		'http://0.0.0.0/',
		'file:///etc/hosts',
		'ftp://localhost/',
		'nonsense',
	])('%s does not count as staying here', (url) => expect(isLoopbackUrl(url)).toBe(false));
});

describe('sample media', () => {
	test.each([
		['sample.png', 'image/png', '89504e47'],
		['sample.jpg', 'image/jpeg', 'ffd8ff'],
		['sample.webp', 'image/webp', '52494646'],
		['sample.pdf', 'application/pdf', '25504446'],
		['sample.wav', 'audio/wav', '52494646'],
		['sample.mp4', 'video/mp4', '0000001866747970'],
		['sample.ogg', 'audio/ogg', '4f676753'],
	])('%s comes as %s with the right first bytes', async (name, contentType, magic) => {
		const sandbox = await startSandbox();
		const { data, headers } = await axios.get<ArrayBuffer>(sandbox.mediaUrl(name), { responseType: 'arraybuffer' });
		await sandbox.close();
		expect(headers['content-type']).toBe(contentType);
		expect(Buffer.from(data).toString('hex').startsWith(magic)).toBe(true);
	});
});
