import {
	queueOf,
	forgetAccounts,
	rememberedAccounts,
} from '../../../../nodes/WhatsLoop/transport/rateLimit/accountQueues';
import { AccountQueue, type Acquired } from '../../../../nodes/WhatsLoop/transport/rateLimit/accountQueue';
import type { RateLimitAnswer } from '../../../../nodes/WhatsLoop/transport/rateLimitAnswer';
import { contracts } from '../../../../nodes/WhatsLoop/contracts';
import { EPOCH_MS, virtualClock } from './virtualClock';

const ok = (remaining?: number): RateLimitAnswer => ({
	refused: false,
	remaining,
	limit: remaining === undefined ? undefined : 60,
	dateMs: EPOCH_MS,
});
const refused = (retryAfterMs: number): RateLimitAnswer => ({ refused: true, retryAfterMs, dateMs: EPOCH_MS });

function asker(queue: AccountQueue) {
	const order: string[] = [];
	const given = new Map<string, Acquired>();
	const ask = (
		name: string,
		{ attempts = 0, signal = undefined as AbortSignal | undefined, longestBlockMs = 120_000 } = {},
	) =>
		void queue.acquire({ attempts, signal, longestBlockMs }).then((acquired) => {
			order.push(name);
			given.set(name, acquired);
		});
	const answer = (name: string, told: RateLimitAnswer | undefined) => {
		const acquired = given.get(name);
		if (acquired?.kind !== 'go') throw new Error(`${name} holds no ticket`);
		return queue.release(acquired.ticket, told);
	};
	return { order, given, ask, answer };
}

describe('the queue of an account: requests', () => {
	test('begin with a single one (its answer tells the limit); their number then doubles with each round trip (slow start)', async () => {
		const { clock, pass } = virtualClock();
		const { order, ask, answer } = asker(new AccountQueue(clock));
		for (const name of ['a', 'b', 'c', 'd', 'e']) ask(name);
		await pass(100);
		expect(order).toEqual(['a']);
		answer('a', ok(59));
		await pass(0);
		expect(order).toEqual(['a', 'b']);
		answer('b', ok(58));
		await pass(0);
		expect(order).toEqual(['a', 'b', 'c', 'd']);
	});

	test('leave one at a time after a refusal, and not earlier than it asked for', async () => {
		const { clock, pass } = virtualClock();
		const { order, ask, answer } = asker(new AccountQueue(clock));
		ask('a');
		await pass(0);
		answer('a', refused(7000));
		ask('b');
		ask('c');
		await pass(6999);
		expect(order).toEqual(['a']);
		await pass(1);
		expect(order).toEqual(['a', 'b']);
		answer('b', ok());
		await pass(0);
		expect(order).toEqual(['a', 'b', 'c']);
	});

	test('leave in the order of arrival, except that refused ones go first', async () => {
		const { clock, pass } = virtualClock();
		const { order, ask, answer } = asker(new AccountQueue(clock));
		ask('first');
		await pass(0);
		ask('new');
		ask('refused twice', { attempts: 2 });
		ask('newer');
		ask('refused once', { attempts: 1 });
		answer('first', ok());
		await pass(0);
		expect(order).toEqual(['first', 'refused twice', 'refused once', 'new', 'newer']);
	});

	test('end within half a second when their execution is stopped, and others move up', async () => {
		const { clock, pass } = virtualClock();
		const { order, given, ask, answer } = asker(new AccountQueue(clock));
		ask('a');
		await pass(0);
		answer('a', refused(60_000));
		const stop = new AbortController();
		ask('stopped', { signal: stop.signal });
		ask('waiting');
		await pass(1000);
		stop.abort();
		await pass(500);
		expect(given.get('stopped')).toEqual({ kind: 'stopped' });
		await pass(60_000);
		expect(order).toEqual(['a', 'stopped', 'waiting']);
	});

	test('leave as soon as an answer or a free place allows it, and not only at the next look at the clock', async () => {
		const { clock, pass } = virtualClock();
		const { order, ask, answer } = asker(new AccountQueue(clock));
		for (const name of ['a', 'b', 'c']) ask(name);
		await pass(50);
		answer('a', ok(59));
		await pass(0);
		expect(order).toEqual(['a', 'b']);
		answer('b', ok(58));
		await pass(0);
		expect(order).toEqual(['a', 'b', 'c']);
	});

	test('sleep while they wait, and look up twice a second (the execution may be stopped)', async () => {
		const { clock, pass } = virtualClock();
		const slept: number[] = [];
		const { sleep } = clock;
		clock.sleep = (ms) => {
			slept.push(ms);
			return sleep(ms);
		};
		const { ask, answer } = asker(new AccountQueue(clock));
		ask('a');
		await pass(0);
		answer('a', refused(7000));
		ask('b');
		await pass(7000);
		expect(slept).toEqual(Array(14).fill(500));
	});

	test('make the account busy while they wait or are under way', async () => {
		const { clock, pass } = virtualClock();
		const queue = new AccountQueue(clock);
		const { ask, answer } = asker(queue);
		expect(queue.isIdle).toBe(true);
		ask('a');
		expect(queue.isIdle).toBe(false);
		await pass(0);
		expect(queue.isIdle).toBe(false);
		ask('b');
		await pass(0);
		answer('a', refused(7000));
		// only b is there, and waits
		expect(queue.isIdle).toBe(false);
		await pass(7000);
		answer('b', ok(59));
		expect(queue.isIdle).toBe(true);
	});

	test('tell the time of the server, once one of them is answered', async () => {
		const { clock, pass } = virtualClock();
		const queue = new AccountQueue(clock);
		const { ask, answer } = asker(queue);
		expect(queue.serverTimeMs(0)).toBeUndefined();
		ask('a');
		await pass(100);
		answer('a', ok());
		expect(queue.serverTimeMs(2100)).toBe(EPOCH_MS + 2000);
	});

	test('wait longer and longer after refusals that do not say for how long', async () => {
		const { clock, pass } = virtualClock();
		const { order, ask, answer } = asker(new AccountQueue(clock));
		const blind: RateLimitAnswer = { refused: true, dateMs: EPOCH_MS };
		ask('0');
		await pass(0);
		for (const [index, waitMs] of [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000].entries()) {
			answer(String(index), blind);
			ask(String(index + 1));
			await pass(waitMs - 1);
			expect(order).toHaveLength(index + 1);
			await pass(1);
			expect(order).toHaveLength(index + 2);
		}
	});

	test('are refused at once if WhatsLoop asked for a longer wait than the user allows', async () => {
		const { clock, pass } = virtualClock();
		const { given, ask, answer } = asker(new AccountQueue(clock));
		ask('a');
		await pass(0);
		answer('a', refused(600_000));
		ask('b', { longestBlockMs: 120_000 });
		await pass(0);
		expect(given.get('b')).toEqual({ kind: 'blocked', waitMs: 600_000 });
	});

	test('are not held up by a first request that is never answered (after two seconds the account counts as slow)', async () => {
		const { clock, pass } = virtualClock();
		const { order, ask, answer } = asker(new AccountQueue(clock));
		ask('a');
		ask('b');
		await pass(1999);
		expect(order).toEqual(['a']);
		await pass(1);
		expect(order).toEqual(['a', 'b']);
		expect(answer('a', undefined)).toBe(false);
	});
});

describe('the memory of accounts', () => {
	const account = (token: string) => ({ contract: contracts[0], baseUrl: 'https://go-wloop.net/api/v1', token });

	beforeEach(() => forgetAccounts());

	test('gives one queue to all who use the same account, and another queue to another account', () => {
		const { clock } = virtualClock();
		expect(queueOf(account('one'), clock)).toBe(queueOf(account('one'), clock));
		expect(queueOf(account('two'), clock)).not.toBe(queueOf(account('one'), clock));
	});

	test('forgets an account ten minutes after its last use, unless a request is under way', async () => {
		const { clock, pass } = virtualClock();
		queueOf(account('idle'), clock);
		const busy = queueOf(account('busy'), clock);
		const acquired = await busy.acquire({ attempts: 0, signal: undefined, longestBlockMs: 0 });
		await pass(10 * 60_000 + 1);
		queueOf(account('other'), clock);
		expect(rememberedAccounts()).toBe(2);
		expect(queueOf(account('busy'), clock)).toBe(busy);
		expect(acquired.kind).toBe('go');
	});

	test('keeps an account that was used in the last ten minutes', async () => {
		const { clock, pass } = virtualClock();
		await pass(5000);
		const kept = queueOf(account('kept'), clock);
		await pass(10 * 60_000);
		queueOf(account('other'), clock);
		expect(rememberedAccounts()).toBe(2);
		expect(queueOf(account('kept'), clock)).toBe(kept);
	});

	test('looks for unused accounts once a minute only (each look passes over all of them)', async () => {
		const { clock, pass } = virtualClock();
		queueOf(account('first'), clock);
		await pass(10_000);
		queueOf(account('second'), clock);
		await pass(10 * 60_000 - 5000);
		queueOf(account('third'), clock);
		expect(rememberedAccounts()).toBe(2);
		await pass(10_000);
		// second is unused for long enough now, but the last look was ten seconds ago
		queueOf(account('third'), clock);
		expect(rememberedAccounts()).toBe(2);
		await pass(50_000);
		queueOf(account('third'), clock);
		expect(rememberedAccounts()).toBe(1);
	});

	test('stays small over ten thousand accounts that come and go', async () => {
		const { clock, pass } = virtualClock();
		let most = 0;
		for (let number = 0; number < 10_000; number++) {
			queueOf(account(String(number)), clock);
			await pass(1000);
			most = Math.max(most, rememberedAccounts());
		}
		// one account per second for ten minutes, and those until the next clean-up
		expect(most).toBeLessThanOrEqual(10 * 60 + 60 + 1);
	});
});
