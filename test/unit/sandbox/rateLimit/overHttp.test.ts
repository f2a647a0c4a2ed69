import type { RateLimitReading, Sandbox } from '../../../../sandbox';
import { provideSandbox } from '../../../support/provideSandbox';
import { call, cloud, go, PHONE, sendText } from '../client';

const LIMIT_HEADERS = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after'];

describe('the rate limit over HTTP', () => {
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));
	let aheadMs: number;
	const realNow = performance.now.bind(performance);

	beforeEach(() => {
		aheadMs = 0;
		// The clock of the sandbox. Time passes in these tests without sleeping.
		jest.spyOn(performance, 'now').mockImplementation(() => realNow() + aheadMs);
	});
	afterEach(() => jest.restoreAllMocks());

	const limitHeaders = (headers: object) => LIMIT_HEADERS.filter((name) => Object.hasOwn(headers, name));

	test.each<[RateLimitReading, string[]]>([
		['window', ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset']],
		['bucket', ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset']],
		['fixed', ['x-ratelimit-limit', 'x-ratelimit-remaining']],
	])('is in some headers of an accepted answer, and in all of them on the 429 (%s)', async (reading, names) => {
		sandbox.setPolicy({ limit: 1, windowSeconds: 60, reading });
		const first = await sendText(sandbox);
		const second = await sendText(sandbox);

		expect(limitHeaders(first.headers)).toEqual(names);
		expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '0' });
		expect(second.status).toBe(429);
		expect(second.data).toEqual({ Status: 0, Message: 'Too Many Requests' });
		expect(limitHeaders(second.headers)).toEqual(LIMIT_HEADERS);
		expect(Number(second.headers['x-ratelimit-reset'])).toBeGreaterThan(Date.now() / 1000 - 1);
		expect(sandbox.messages).toHaveLength(1);
	});

	test.each<[RateLimitReading, 'seconds' | 'date']>([
		['window', 'seconds'],
		['bucket', 'date'],
		['fixed', 'seconds'],
		['fixed', 'date'],
	])('accepts a client again that waits as long as it was told (%s, %s)', async (reading, retryAfterForm) => {
		sandbox.setPolicy({ limit: 1, windowSeconds: 1, reading, retryAfterForm });
		await sendText(sandbox);
		const refusal = await sendText(sandbox);
		const hint = String(refusal.headers['retry-after']);
		const waitMs =
			retryAfterForm === 'date' ? Date.parse(hint) - (performance.timeOrigin + performance.now()) : Number(hint) * 1000;
		expect(refusal.status).toBe(429);
		expect(waitMs).toBeLessThanOrEqual(2000);
		aheadMs += waitMs;
		expect((await sendText(sandbox)).status).toBe(200);
	});

	test('counts every request with a right token, even a wrong one (the limit comes before the endpoint)', async () => {
		sandbox.setPolicy({ limit: 4, windowSeconds: 60, reading: 'fixed' });
		const replies = [
			await go(sandbox, 'message/send', {}),
			await go(sandbox, 'no/such/path'),
			await call(sandbox, 'go', 'GET', 'message/send'),
			await call(sandbox, 'go', 'GET', 'instance/status'),
		];
		expect(replies.map(({ headers }) => headers['x-ratelimit-remaining'] as unknown)).toEqual(['3', '2', '1', '0']);
		expect((await go(sandbox, 'no/such/path')).status).toBe(429);
	});

	test('does not count a request with a wrong token', async () => {
		sandbox.setPolicy({ limit: 1, windowSeconds: 60, reading: 'fixed' });
		const wrong = await call(sandbox, 'go', 'POST', 'message/send', {}, { authorization: 'Bearer wrong' });
		expect(wrong.status).toBe(401);
		expect(limitHeaders(wrong.headers)).toEqual([]);
		expect((await sendText(sandbox)).status).toBe(200);
	});

	test('counts each token by itself, and refuses in the form of its contract', async () => {
		sandbox.setPolicy({ limit: 1, windowSeconds: 60, reading: 'fixed' });
		await sendText(sandbox);
		expect((await cloud(sandbox, 'messages/send-text', { to: PHONE, message: 'a' })).status).toBe(200);
		const refusal = await cloud(sandbox, 'messages/send-text', { to: PHONE, message: 'b' });
		expect(refusal.status).toBe(429);
		expect(refusal.data).toEqual({ success: false, message: 'Too Many Requests' });
	});

	test('shows every 429 in the request log, so that tests can count them', async () => {
		sandbox.setPolicy({ limit: 2, windowSeconds: 60, reading: 'fixed' });
		for (let i = 0; i < 5; i += 1) await sendText(sandbox);
		expect(sandbox.requests.filter(({ statusCode }) => statusCode === 429)).toHaveLength(3);
		expect(sandbox.messages).toHaveLength(2);
	});
});
