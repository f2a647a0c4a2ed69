import { getMessage, Harness, numberedItems, sendText } from '../support/harness';
import { accepted, refused } from '../support/scriptedServer';

let harness: Harness;

beforeAll(async () => {
	harness = await Harness.start();
});
beforeEach(() => harness.reset());
afterAll(async () => await harness.close());

const send = async (delivery = {}, items?: Array<{ number: number; text: string }>) =>
	await harness.engine.run({ parameters: sendText({ delivery }), items, credential: harness.go() });

describe('a rate limit with Retry-After', () => {
	test.each(['Retry-After', 'retry-after', 'RETRY-AFTER'])('waits exactly as long as %s says', async (name) => {
		harness.server.answerWith(refused(429, { [name]: '30' }), accepted());
		const { items, error } = await send();
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(harness.server.gapsMs).toEqual([30_000]);
	});

	test('retries at once for 0, which still counts as a retry', async () => {
		harness.server.answerWith(refused(429, { 'Retry-After': '0' }));
		const { error } = await send({ maxRetries: 3 });
		expect(harness.server.gapsMs).toEqual([0, 0, 0]);
		expect(error?.message).toMatch(/4 attempts/);
	});

	test('compares a date with the clock of the server, not with its own clock', async () => {
		const headers = { Date: 'Sun, 06 Nov 1994 08:49:37 GMT', 'Retry-After': 'Sun, 06 Nov 1994 08:50:19 GMT' };
		harness.server.answerWith(refused(429, headers), accepted());
		await send();
		expect(harness.server.gapsMs).toEqual([42_000]);
	});

	test('reads the first of several headers', async () => {
		harness.server.answerWith(refused(429, { 'Retry-After': ['5', '9'] }), accepted());
		await send();
		// Node.js keeps the first of a repeated Retry-After
		expect(harness.server.gapsMs).toEqual([5000]);
	});

	test('honours two different waits in a row', async () => {
		harness.server.answerWith(refused(429, { 'Retry-After': '3' }), refused(429, { 'Retry-After': '11' }), accepted());
		await send();
		expect(harness.server.gapsMs).toEqual([3000, 11_000]);
	});

	test('wins over the back-off after any number of attempts', async () => {
		harness.time.random = 0.999;
		const two = refused(429, { 'Retry-After': '2' });
		harness.server.answerWith(two, two, two, two, accepted());
		await send();
		for (const gap of harness.server.gapsMs) {
			expect(gap).toBeGreaterThanOrEqual(2000);
			expect(gap).toBeLessThanOrEqual(2200);
		}
	});

	test('adds at most a second of jitter to a long wait, and never takes any away', async () => {
		harness.time.random = 0.999;
		harness.server.answerWith(refused(429, { 'Retry-After': '60' }), accepted());
		await send();
		expect(harness.server.gapsMs).toEqual([60_999]);
	});

	test.each(['soon', '-5', '5.5', '0x10', '1e3', '', 'Sun, 32 Dec 2030 25:99:99 GMT'])(
		'treats %p as no hint and backs off by itself (a wrong guess would retry too early)',
		async (value) => {
			harness.server.answerWith(refused(429, { 'Retry-After': value }), accepted());
			await send();
			expect(harness.server.gapsMs).toEqual([1000]);
		},
	);
});

describe('a rate limit without Retry-After', () => {
	test('waits until X-RateLimit-Reset', async () => {
		const date = new Date(Math.floor(Date.now() / 1000) * 1000);
		const reset = String(date.getTime() / 1000 + 17);
		harness.server.answerWith(refused(429, { Date: date.toUTCString(), 'X-RateLimit-Reset': reset }), accepted());
		await send();
		expect(harness.server.gapsMs).toEqual([17_000]);
	});

	test('backs off by itself if there is no header at all', async () => {
		harness.time.random = 0.5;
		harness.server.answerWith(refused(429), refused(429), refused(429), accepted());
		await send();
		expect(harness.server.gapsMs).toEqual([1000, 2000, 4000]);
	});
});

describe('a wait that is too long', () => {
	test('gives up after one request without a wait, and says when the wait would end', async () => {
		harness.server.answerWith(refused(429, { 'Retry-After': '600' }));
		const { error } = await send();
		expect(harness.server.requests).toHaveLength(1);
		expect(harness.time.slices).toEqual([]);
		expect(error?.message).toMatch(/asks to wait 10 min, until \d\d:\d\d UTC/);
		expect(error?.httpCode).toBe('429');
	});

	test('reads 1704067200 as seconds and not as a date in 2024, so it is too long', async () => {
		harness.server.answerWith(refused(429, { 'Retry-After': '1704067200' }));
		await send({ maxRetryAfter: 86_400 });
		expect(harness.server.requests).toHaveLength(1);
		expect(harness.time.slices).toEqual([]);
	});

	test.each(['9999999', '2147484', '9'.repeat(400)])(
		'never gives %s seconds to a timer (it would fire at once)',
		async (seconds) => {
			harness.server.answerWith(refused(429, { 'Retry-After': seconds }));
			const { error } = await send({ maxRetryAfter: 86_400, maxTotalWait: 86_400 });
			expect(harness.server.requests).toHaveLength(1);
			expect(harness.time.slices).toEqual([]);
			expect(error?.message).toMatch(/rate limit/);
			expect(error?.message).not.toMatch(/NaN|Infinity|undefined/);
		},
	);

	test('does not start a wait that would exceed the total for the item', async () => {
		harness.server.answerWith(refused(429, { 'Retry-After': '40' }));
		const { error } = await send({ maxTotalWait: 100 });
		expect(harness.server.gapsMs).toEqual([40_000, 40_000]);
		expect(harness.time.elapsedMs).toBe(80_000);
		expect(error?.message).toMatch(/wait 40 s/);
		expect(error?.description).toMatch(/Longest Wait in Total/);
		expect(error?.description).toMatch(/3 attempts, waited 1 min 20 s/);
	});

	test('counts the jitter towards the total', async () => {
		harness.time.random = 0.999;
		harness.server.answerWith(refused(429, { 'Retry-After': '10' }));
		await send({ maxTotalWait: 10 });
		expect(harness.server.requests).toHaveLength(1);
	});
});

describe('an account whose requests are used up by others', () => {
	const usedUp = (retryAfter: string) => {
		const reset = String(Math.floor(Date.now() / 1000) + 3600);
		return refused(429, { 'Retry-After': retryAfter, 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': reset });
	};

	test('gets one request with 0 retries', async () => {
		harness.server.answerWith(usedUp('1'));
		const { error } = await send({ maxRetries: 0 });
		expect(harness.server.requests).toHaveLength(1);
		expect(error?.message).toMatch(/rate limit is used up/);
	});

	test.each(['0', '1', '2'])('is not waited for longer than the total (Retry-After %s)', async (retryAfter) => {
		harness.server.answerWith(usedUp(retryAfter));
		const { error } = await send({ maxRetries: 2, maxTotalWait: 40 });
		expect(error).toBeDefined();
		// the last attempt may come one slice later
		expect(harness.time.elapsedMs).toBeLessThanOrEqual(45_000);
	});

	test('ends in an error that says how long was waited (Retry-After 0)', async () => {
		harness.server.answerWith(usedUp('0'));
		const { error } = await send({ maxRetries: 2, maxTotalWait: 3600 });
		expect(harness.server.requests.length).toBeLessThanOrEqual(60);
		const minutes = Math.floor(harness.time.elapsedMs / 60_000);
		expect(`${error?.message} ${error?.description}`).toMatch(new RegExp(`(${minutes}|${minutes + 1}) min`));
	});
});

describe('the neighbours of an item that waits', () => {
	test('are not sent before the waiting item may be sent again', async () => {
		harness.server.answerWith(refused(429, { 'Retry-After': '20' }), accepted());
		const { items } = await send({}, numberedItems(2));
		expect(items).toHaveLength(2);
		expect(harness.server.gapsMs[0]).toBe(20_000);
	});

	test('have retries and waits of their own', async () => {
		const wait = refused(429, { 'Retry-After': '4' });
		harness.server.answerWith(wait, wait, accepted(), wait, wait, accepted());
		const { items, error } = await send({ maxRetries: 2, maxTotalWait: 8 }, numberedItems(2));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(2);
	});
});

test('a read waits for Retry-After like a send', async () => {
	harness.server.answerWith(refused(429, { 'Retry-After': '6' }), accepted());
	await harness.engine.run({ parameters: getMessage(), credential: harness.go() });
	expect(harness.server.gapsMs).toEqual([6000]);
});

describe('the hint on the run', () => {
	test('says how long was waited and how often it was tried again', async () => {
		const wait = refused(429, { 'Retry-After': '14' });
		harness.server.answerWith(wait, wait, wait, accepted());
		const { hints } = await send({}, numberedItems(2));
		expect(hints.map(({ message }) => message)).toEqual([`2 sent; waited 42 s for your plan's limit (3 retries)`]);
	});

	test('is missing if there was no wait', async () => {
		expect((await send()).hints).toEqual([]);
	});
});
