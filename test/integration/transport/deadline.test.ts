import { getMessage, Harness, sendText } from '../support/harness';
import { drip, RawServer, type RawAnswer } from '../support/rawServer';

let harness: Harness;
let server: RawServer;

beforeAll(async () => {
	harness = await Harness.start();
	server = await RawServer.start();
});
beforeEach(() => harness.reset());
afterAll(async () => {
	await server.close();
	await harness.close();
});

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

/** Answers that never end. Each of them prevents the socket's own time-out. */
const ENDLESS: Array<[name: string, answer: RawAnswer]> = [
	[
		'a body that comes byte by byte',
		(socket) => {
			socket.write(`${HEAD}content-length: 100000\r\n\r\n{"success":true,`);
			drip(socket, ' ');
		},
	],
	[
		'a chunked body without an end',
		(socket) => {
			socket.write(`${HEAD}transfer-encoding: chunked\r\n\r\n`);
			drip(socket, '1\r\n \r\n');
		},
	],
	['headers that come one by one', (socket) => (socket.write('HTTP/1.1 200 OK\r\n'), drip(socket, 'x-a: b\r\n'))],
	['1xx answers without an end', (socket) => drip(socket, 'HTTP/1.1 102 Processing\r\n\r\n')],
	[
		'101 Switching Protocols',
		(socket) => {
			socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n');
			drip(socket, 'x');
		},
	],
	[
		'a body that is not compressed as its Content-Encoding says',
		(socket) => {
			socket.write(`${HEAD}content-encoding: br\r\ntransfer-encoding: chunked\r\n\r\n`);
			drip(socket, '1\r\n{\r\n');
		},
	],
	['silence', () => undefined],
];

const run = (parameters: typeof sendText, timeoutSeconds: number, maxRetries = 0) =>
	harness.engine.run({
		parameters: parameters({ delivery: { requestTimeout: timeoutSeconds, maxRetries, lookWhenUncertain: false } }),
		credential: harness.go({ baseUrl: server.url }),
	});

describe.each(ENDLESS)('%s', (_name, answer) => {
	test('ends a send at the Request Timeout, as uncertain and sent once', async () => {
		server.reset(answer);
		const started = performance.now();
		const { error, items } = await run(sendText, 1);
		expect(performance.now() - started).toBeLessThan(4000);
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/may or may not have been sent/);
		expect(server.requests).toHaveLength(1);
	});

	test('is tried again for a read', async () => {
		server.reset(answer);
		const { error } = await run(getMessage, 1, 1);
		expect(error?.message).toMatch(/did not answer/);
		expect(server.requests).toHaveLength(2);
	});

	test('does not outlast Stop', async () => {
		server.reset(answer);
		const running = harness.engine.start({
			parameters: sendText({ delivery: { requestTimeout: 60 } }),
			credential: harness.go({ baseUrl: server.url }),
		});
		while (server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve));
		const started = performance.now();
		running.cancel();
		const { status } = harness.engine.resultOf(await running);
		expect(performance.now() - started).toBeLessThan(1500);
		expect(status).toBe('canceled');
		expect(server.requests).toHaveLength(1);
	});
});
