import { resolvePolicy, parsePlan, theoreticalMinimumSeconds, type RateLimitPolicyInput } from '../../../../sandbox';
import { READINGS } from '../../../../sandbox/rateLimit/readings';
import { rateLimitHeaders } from '../../../../sandbox/rateLimit/headers';
import { RateLimiter } from '../../../../sandbox/rateLimit/rateLimiter';

/** Sends requests at the given seconds and returns the result of each. */
function play(input: RateLimitPolicyInput, seconds: number[], startMs = 0) {
	const policy = resolvePolicy(input);
	const reading = READINGS[policy.reading];
	let state: unknown;
	return seconds.map((second) => {
		const nowMs = startMs + second * 1000;
		const decision = reading.decide(state, policy, nowMs);
		state = decision.state;
		return { ...decision.verdict, nowMs, headers: rateLimitHeaders(policy, decision.verdict, nowMs) };
	});
}

const accepted = (input: RateLimitPolicyInput, seconds: number[]) =>
	play(input, seconds).map((verdict) => verdict.accepted);
const times = (count: number, second = 0) => Array<number>(count).fill(second);
const POLICIES = (['window', 'bucket', 'fixed'] as const).flatMap((reading) => [
	{ plan: 'basic' as const, reading },
	{ plan: 'flex' as const, reading },
	{ limit: 3, windowSeconds: 4, reading, leakPerSecond: 3 },
]);

describe('the window reading (minute window, then a trickle)', () => {
	const policy: RateLimitPolicyInput = { limit: 3, windowSeconds: 10, reading: 'window' };

	test('accepts the limit at once and refuses the next (pass or fail)', () => {
		expect(accepted(policy, times(4))).toEqual([true, true, true, false]);
	});

	test('lets one request through a second after the last accepted one (the documented leak)', () => {
		expect(accepted(policy, [0, 0, 0, 0.999, 1, 1.5, 2])).toEqual([true, true, true, false, true, false, true]);
	});

	test('does not save up unused seconds', () => {
		expect(accepted(policy, [0, 0, 0, 8, 8.1])).toEqual([true, true, true, true, false]);
	});

	test('starts again when the window ends, which began with its first request', () => {
		const seconds = [2, 2, 2, 11.9, 12, 12, 12, 12];
		expect(accepted(policy, seconds)).toEqual([true, true, true, true, true, true, true, false]);
	});

	test('promises the end of the window if that comes before the next leak', () => {
		const [refused] = play(policy, [0, 0, 0, 9.5, 9.7]).slice(-1);
		expect(refused).toMatchObject({ accepted: false, retryAtMs: 10_000, resetAtMs: 10_000 });
	});
});

describe('the bucket reading (never resets)', () => {
	const policy: RateLimitPolicyInput = { limit: 3, reading: 'bucket' };

	test('frees one place per second', () => {
		expect(accepted(policy, [0, 0, 0, 0.5, 1, 1.5, 2])).toEqual([true, true, true, false, true, false, true]);
	});

	test('saves up free places up to its capacity', () => {
		const seconds = [0, 0, 0, ...times(3, 2), ...times(4, 100)];
		expect(accepted(policy, seconds)).toEqual([true, true, true, true, true, false, true, true, true, false]);
	});

	test('reports the free places as remaining, and the moment when it is empty as reset', () => {
		const verdicts = play(policy, [0, 0, 1]);
		expect(verdicts.map(({ remaining, resetAtMs }) => [remaining, resetAtMs])).toEqual([
			[2, 1000],
			[1, 2000],
			[1, 3000],
		]);
	});

	test('drains faster when told to (custom plans)', () => {
		expect(accepted({ ...policy, leakPerSecond: 4 }, [0, 0, 0, 0.24, 0.25])).toEqual([true, true, true, false, true]);
	});
});

describe('the fixed reading (Laravel throttle)', () => {
	const policy: RateLimitPolicyInput = { limit: 2, windowSeconds: 10, reading: 'fixed' };

	test('refuses everything after the limit until the window ends', () => {
		expect(accepted(policy, [3, 3, 4, 12.999, 13, 13, 13])).toEqual([true, true, false, false, true, true, false]);
	});

	test('keeps reset and retry time for the refusal', () => {
		const [first, , refused] = play(policy, [0, 0, 1]);
		expect(Object.keys(first.headers)).toEqual(['X-RateLimit-Limit', 'X-RateLimit-Remaining']);
		expect(refused.headers).toMatchObject({ 'X-RateLimit-Reset': '10', 'Retry-After': '9' });
	});
});

describe('every reading', () => {
	test.each(POLICIES)('accepts a client that obeys Retry-After to the second (%j)', (policy) => {
		for (const startMs of [0, 333, 1_700_000_000_999]) {
			let waits = 0;
			const limiter = new RateLimiter(resolvePolicy(policy));
			let nowMs = startMs;
			for (let request = 0; request < 400; request += 1) {
				const { accepted: passes, headers } = limiter.take('a', nowMs);
				if (passes) continue;
				waits += 1;
				nowMs += Number(headers['Retry-After']) * 1000;
				expect(limiter.take('a', nowMs).accepted).toBe(true);
			}
			expect(waits).toBeGreaterThan(0);
		}
	});

	test.each(POLICIES)('accepts a client that obeys the date form (%j)', (policy) => {
		const startMs = 1_700_000_000_321;
		const limiter = new RateLimiter(resolvePolicy({ ...policy, retryAfterForm: 'date' }));
		let refusal: Record<string, string> | undefined;
		while (!refusal) {
			const taken = limiter.take('a', startMs);
			if (!taken.accepted) refusal = taken.headers;
		}
		expect(refusal['Retry-After']).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
		expect(limiter.take('a', Date.parse(refusal['Retry-After'])).accepted).toBe(true);
	});

	test.each(POLICIES)('never promises more requests in Remaining than it accepts (%j)', (policy) => {
		const limiter = new RateLimiter(resolvePolicy(policy));
		const first = limiter.take('a', 5);
		const passed = Array.from({ length: 500 }, () => limiter.take('a', 5).accepted).filter(Boolean);
		expect(passed).toHaveLength(Number(first.headers['X-RateLimit-Remaining']));
	});

	test('counts each account by itself', () => {
		const limiter = new RateLimiter(resolvePolicy({ limit: 1, reading: 'fixed' }));
		expect(['a', 'b', 'a', 'b'].map((account) => limiter.take(account, 0).accepted)).toEqual([
			true,
			true,
			false,
			false,
		]);
	});

	test('continues counting when the limit changes, unless it is told to start again', () => {
		const limiter = new RateLimiter(resolvePolicy({ limit: 2, reading: 'fixed' }));
		limiter.take('a', 0);
		limiter.take('a', 0);
		limiter.setPolicy(resolvePolicy({ limit: 3, reading: 'fixed' }));
		expect([limiter.take('a', 1).accepted, limiter.take('a', 1).accepted]).toEqual([true, false]);
		limiter.setPolicy(limiter.policy, true);
		expect(limiter.take('a', 1).accepted).toBe(true);
	});
});

describe('the theoretical minimum', () => {
	test('is zero without a limit, and within the limit', () => {
		expect(theoreticalMinimumSeconds(null, 500)).toBe(0);
		for (const reading of ['window', 'bucket', 'fixed'] as const) {
			expect(theoreticalMinimumSeconds({ plan: 'basic', reading }, 60)).toBe(0);
		}
	});

	test('adds one second per message in the bucket', () => {
		expect(theoreticalMinimumSeconds({ plan: 'basic', reading: 'bucket' }, 500)).toBe(500 - 60);
	});

	test('adds one whole window per limit in the fixed reading', () => {
		expect(theoreticalMinimumSeconds({ plan: 'basic', reading: 'fixed' }, 500)).toBe(Math.floor(499 / 60) * 60);
	});

	test('takes limit plus trickle from every window (60 and 59 in the basic plan)', () => {
		const policy: RateLimitPolicyInput = { plan: 'basic', reading: 'window' };
		expect(theoreticalMinimumSeconds(policy, 60 + 59)).toBe(59);
		expect(theoreticalMinimumSeconds(policy, 60 + 59 + 1)).toBe(60);
		const [windows, rest] = [Math.floor(500 / 119), 500 % 119];
		expect(theoreticalMinimumSeconds(policy, 500)).toBe(windows * 60 + Math.max(0, rest - 60));
	});

	test.each(POLICIES)('grows with the number of messages and never shrinks (%j)', (policy) => {
		const minima = Array.from({ length: 300 }, (_, index) => theoreticalMinimumSeconds(policy, index + 1));
		expect(minima).toEqual([...minima].sort((a, b) => a - b));
		expect(minima.at(-1)).toBeGreaterThan(0);
	});
});

describe('plans', () => {
	test.each([
		['basic', 60],
		['flex', 120],
		['extra', 180],
	] as const)('%s allows %i requests per minute', (plan, limit) => {
		expect(resolvePolicy({ plan })).toMatchObject({ limit, windowSeconds: 60, leakPerSecond: 1, reading: 'window' });
	});

	test('are read from the command line, none and LIMIT/SECONDS included', () => {
		expect(parsePlan('extra')).toEqual({ plan: 'extra' });
		expect(parsePlan('none')).toBeNull();
		expect(parsePlan('30/60')).toEqual({ limit: 30, windowSeconds: 60 });
	});

	test.each(['', 'premium', '30', '0/60', '30/0', 'constructor'])('"%s" is refused with the choices', (text) => {
		expect(() => parsePlan(text)).toThrow(/basic, flex, extra, none or LIMIT\/SECONDS/);
	});

	test.each([{}, { limit: 0 }, { limit: 1.5 }, { limit: 1, windowSeconds: 0 }, { limit: 1, leakPerSecond: 0 }])(
		'a policy that makes no sense is refused (%j)',
		(policy) => {
			expect(() => resolvePolicy(policy)).toThrow(Error);
		},
	);
});
