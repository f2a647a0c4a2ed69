import {
	queueOf,
	forgetAccounts,
	rememberedAccounts,
} from '../../../../nodes/WhatsLoop/transport/rateLimit/accountQueues';
import { AccountQueue, type Acquired } from '../../../../nodes/WhatsLoop/transport/rateLimit/accountQueue';
import type { RateLimitAnswer } from '../../../../nodes/WhatsLoop/transport/rateLimitAnswer';
import { contracts } from '../../../../nodes/WhatsLoop/contracts';
import type { Clock } from '../../../../nodes/WhatsLoop/transport/wait';

const EPOCH_MS = 1_800_000_000_000;

/** A clock that the test moves. A sleep ends when the clock reaches its time. */
function virtualClock() {
	let nowMs = 0;
	let sleepers: Array<{ dueMs: number; wake: () => void }> = [];
	const settle = async () => {
		for (let round = 0; round < 20; round++) await Promise.resolve();
	};
	const clock: Clock = {
		now: () => EPOCH_MS + nowMs,
		monotonicMs: () => nowMs,
		random: () => 0,
		sleep: (ms) => new Promise((wake) => sleepers.push({ dueMs: nowMs + ms, wake })),
	};
	const pass = async (ms: number) => {
		const endMs = nowMs + ms;
		for (;;) {
			await settle();
			const next = sleepers.filter(({ dueMs }) => dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0];
			if (!next) break;
			nowMs = Math.max(nowMs, next.dueMs);
			sleepers = sleepers.filter((sleeper) => sleeper !== next);
			next.wake();
		}
		nowMs = endMs;
		await settle();
	};
	return { clock, pass };
}

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
