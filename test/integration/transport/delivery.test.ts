import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getMessage, Harness, numberedItems, sendText } from '../support/harness';
import { accepted, refused, type Answer } from '../support/scriptedServer';

let harness: Harness;

beforeAll(async () => {
	harness = await Harness.start();
});
beforeEach(() => harness.reset());
afterAll(async () => await harness.close());

const deleteMessage = { ...getMessage(), operation: 'delete' };

const run = async (parameters: ReturnType<typeof sendText>, delivery = {}) =>
	await harness.engine.run({ parameters: { ...parameters, delivery }, credential: harness.go() });

const webPage: Answer = { status: 200, body: '<html><body>Welcome</body></html>' };
const cutOff: Answer = {
	status: 200,
	headers: { 'content-type': 'application/json' },
	body: '{"success":true,"data":{"key',
};

/** Requests that may have arrived. Nobody knows whether WhatsLoop acted on them. */
const UNCERTAIN: Array<[string, Answer]> = [
	['HTTP 500', refused(500)],
	['HTTP 502', refused(502)],
	['HTTP 503 without Retry-After', refused(503)],
	['HTTP 503 with a Retry-After that says nothing', refused(503, { 'Retry-After': 'soon' })],
	['HTTP 504', refused(504)],
	['HTTP 500 with Retry-After (documented for 503 alone)', refused(500, { 'Retry-After': '2' })],
	['a connection that breaks', { instead: 'reset' }],
	['a web page with HTTP 200', webPage],
	['half an answer with HTTP 200', cutOff],
	['an empty answer with HTTP 204', { status: 204, body: '' }],
];

describe.each([
	['a send', sendText(), /may or may not have been sent/],
	['a change', deleteMessage, /may or may not have been made/],
])('%s that may have arrived', (_name, parameters, wording) => {
	test.each(UNCERTAIN)('is not repeated after %s', async (_case, answer) => {
		harness.server.answerWith(answer, accepted());
		const { error, items } = await run(parameters);
		expect(harness.server.changes).toHaveLength(1);
		expect(items).toEqual([]);
		expect(error?.message).toMatch(wording);
		expect(error?.description).toMatch(/Look at the chat/);
	});

	test.each(UNCERTAIN)('is repeated after %s where the user asks for it', async (_case, answer) => {
		harness.server.answerWith(answer, accepted());
		const { error } = await run(parameters, { retryUncertain: true });
		expect(harness.server.requests).toHaveLength(2);
		expect(error).toBeUndefined();
	});
});

test.each(UNCERTAIN)('a read is repeated after %s (it changes nothing)', async (_case, answer) => {
	harness.server.answerWith(answer, answer, accepted());
	const { error } = await run(getMessage());
	expect(harness.server.requests).toHaveLength(3);
	expect(error).toBeUndefined();
});

test.each([429, 503])(
	'a send is repeated after HTTP %i with Retry-After (refused before it was processed)',
	async (status) => {
		harness.server.answerWith(refused(status, { 'Retry-After': '5' }), accepted());
		const { error } = await run(sendText());
		expect(error).toBeUndefined();
		expect(harness.server.gapsMs).toEqual([5000]);
	},
);

test.each([400, 401, 403, 404, 405, 409, 422])(
	'nothing is repeated after HTTP %i, even with Retry-After',
	async (status) => {
		harness.server.answerWith(refused(status, { 'Retry-After': '1' }, 'phone is required'));
		for (const parameters of [sendText(), getMessage()]) {
			harness.server.requests.length = 0;
			const { error } = await run(parameters, { retryUncertain: true });
			expect(harness.server.requests).toHaveLength(1);
			expect(error?.httpCode).toBe(String(status));
			expect(error?.message).toContain('phone is required');
		}
	},
);

test.each([
	['capitals (documented)', { Status: 0, Message: 'Phone is Required' }],
	['success: false', { success: false, message: 'Phone is Required' }],
])('a failure with HTTP 200 is final: %s', async (_case, body) => {
	harness.server.answerWith({ status: 200, body });
	const { error } = await run(sendText());
	expect(harness.server.requests).toHaveLength(1);
	expect(error?.message).toBe('WhatsLoop refused the request: Phone is Required');
	expect(error?.description).toMatch(/^The message was not sent\./);
});

describe('the number of retries', () => {
	test('n retries make n + 1 requests, and the last error is the one thrown', async () => {
		harness.server.answerWith(
			refused(429, { 'Retry-After': '1' }),
			refused(429, { 'Retry-After': '1' }),
			refused(422, {}, 'the last'),
		);
		const { error } = await run(sendText(), { maxRetries: 2 });
		expect(harness.server.requests).toHaveLength(3);
		expect(error?.httpCode).toBe('422');
	});

	test('0 turns retrying off', async () => {
		harness.server.answerWith(refused(429, { 'Retry-After': '1' }));
		const { error } = await run(sendText(), { maxRetries: 0 });
		expect(harness.server.requests).toHaveLength(1);
		expect(error?.httpCode).toBe('429');
		expect(error?.message).not.toMatch(/1 attempts/);
	});

	test('is counted for each item separately', async () => {
		const wait = refused(429, { 'Retry-After': '1' });
		harness.server.answerWith(wait, accepted(), wait, accepted(), wait, accepted());
		const { items, error } = await harness.engine.run({
			parameters: sendText({ delivery: { maxRetries: 1 } }),
			items: numberedItems(3),
			credential: harness.go(),
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(3);
	});
});

describe('an address where nothing answers', () => {
	/** A port that was free a moment ago. */
	async function freePort(): Promise<number> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		await new Promise((resolve) => server.close(resolve));
		return port;
	}

	test('is tried again, also for a send (nothing can have arrived)', async () => {
		const port = await freePort();
		const late = createServer((_request, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end('{"success":true,"data":{"key":{"id":"LATE"}}}');
		});
		harness.time.onSleep = (elapsedMs) => {
			if (elapsedMs > 1000 && !late.listening) late.listen(port, '127.0.0.1');
		};
		const { items, error } = await harness.engine.run({
			parameters: sendText(),
			credential: harness.go({ baseUrl: `http://127.0.0.1:${port}` }),
		});
		await new Promise((resolve) => late.close(resolve));
		expect(error).toBeUndefined();
		expect(items[0].json.messageId).toBe('LATE');
	});

	test('ends in an error with the code, the number of attempts and that nothing was sent', async () => {
		const port = await freePort();
		const credential = harness.go({ baseUrl: `http://127.0.0.1:${port}` });
		const { error } = await harness.engine.run({ parameters: sendText({ delivery: { maxRetries: 2 } }), credential });
		expect(error?.message).toMatch(/^Could not reach WhatsLoop: .*ECONNREFUSED/);
		expect(error?.httpCode).toBe('ECONNREFUSED');
		expect(error?.description).toMatch(/The message was not sent\..*3 attempts, waited 2 s/);
	});

	test('is not called busy when the time for waiting is used up (nobody asked to wait)', async () => {
		const credential = harness.go({ baseUrl: `http://127.0.0.1:${await freePort()}` });
		const { error } = await harness.engine.run({ parameters: sendText({ delivery: { maxTotalWait: 0 } }), credential });
		expect(error?.message).toMatch(/^Could not reach WhatsLoop/);
		expect(error?.message).not.toMatch(/asks to wait/);
	});
});

test('a send without an answer in time is uncertain', async () => {
	harness.server.answerWith({ instead: 'silence' });
	const { error } = await run(sendText(), { requestTimeout: 1 });
	expect(harness.server.changes).toHaveLength(1);
	expect(error?.message).toMatch(/may or may not have been sent: no answer came in time/);
});

test.each([301, 302, 303, 307, 308])(
	'HTTP %i is not followed (a POST would arrive somewhere else, or as a GET)',
	async (status) => {
		harness.server.answerWith(
			{ status, headers: { Location: `${harness.server.url}/elsewhere` }, body: '' },
			accepted(),
		);
		for (const parameters of [sendText(), getMessage()]) {
			harness.server.requests.length = 0;
			const { error } = await run(parameters);
			expect(harness.server.requests).toHaveLength(1);
			expect(error?.message).toMatch(/leads somewhere else/);
		}
	},
);

test('a JSON answer counts with any content type', async () => {
	harness.server.answerWith({
		headers: { 'content-type': 'text/html; charset=UTF-8' },
		body: JSON.stringify(accepted('ODD').body),
	});
	const { items } = await run(sendText());
	expect(items[0].json.messageId).toBe('ODD');
});
