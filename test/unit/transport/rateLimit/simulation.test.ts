import type { RateLimitPolicyInput, RateLimitReading } from '../../../../sandbox/rateLimit/policy';
import { theoreticalMinimumSeconds } from '../../../../sandbox/rateLimit/theoreticalMinimum';
import { seeded, simulate, type Scenario } from './simulation';

const READINGS: RateLimitReading[] = ['window', 'bucket', 'fixed'];

/** Where in a second the server's clock stands when the first request arrives decides what is lost to rounding. */
const PHASES_MS = [0, 130, 370, 500, 740, 990];

const PLANS = [
	{ limit: 20, windowSeconds: 20, messages: 100 },
	{ limit: 60, windowSeconds: 60, messages: 200 },
	{ limit: 180, windowSeconds: 60, messages: 1000 },
];

function runAll(scenario: Omit<Scenario, 'policy'> & { policy: RateLimitPolicyInput }) {
	const minimum = theoreticalMinimumSeconds(scenario.policy, scenario.messages);
	return PHASES_MS.map((phaseMs, index) => {
		const result = simulate({ latencyMs: [24, 27], ...scenario, phaseMs, random: seeded(index + 1) });
		return { ...result, ratio: result.seconds / minimum };
	});
}

const worst = (numbers: number[]) => Math.max(...numbers);

describe.each(READINGS)('the tracker under the reading "%s", in virtual time', (reading) => {
	describe.each(PLANS)(
		'$limit requests per $windowSeconds s, $messages messages',
		({ limit, windowSeconds, messages }) => {
			const policy = { limit, windowSeconds, reading };

			test('delivers all within 3 % of the theoretical minimum and with at most 2 refusals per 100', () => {
				const runs = runAll({ policy, messages });
				expect(runs.map(({ acceptedAtMs }) => acceptedAtMs.length)).toEqual(PHASES_MS.map(() => messages));
				expect(worst(runs.map(({ ratio }) => ratio))).toBeLessThanOrEqual(1.03);
				expect(worst(runs.map(({ refusals }) => refusals))).toBeLessThanOrEqual((messages / 100) * 2);
			});

			test('delivers all within 10 % over three processes that share nothing but the headers', () => {
				const runs = runAll({ policy, messages, processes: 3 });
				expect(runs.map(({ acceptedAtMs }) => acceptedAtMs.length)).toEqual(PHASES_MS.map(() => messages));
				expect(worst(runs.map(({ ratio }) => ratio))).toBeLessThanOrEqual(1.1);
			});
		},
	);

	test('is hardly ever refused with sixteen requests under way, as from four executions (answers overtake each other)', () => {
		const runs = runAll({ policy: { limit: 20, windowSeconds: 20, reading }, messages: 100, concurrency: 16 });
		expect(worst(runs.map(({ refusals }) => refusals))).toBeLessThanOrEqual(reading === 'fixed' ? 1 : 0);
	});

	test('takes the same time whatever the difference between the two clocks (only differences are used)', () => {
		const policy = { limit: 20, windowSeconds: 20, reading };
		const [right, ...wrong] = [0, -3_600_000, 45_300, 86_400_000].map(
			(clockOffsetMs) => simulate({ policy, messages: 60, clockOffsetMs, latencyMs: [24, 27] }).seconds,
		);
		for (const seconds of wrong) expect(Math.abs(seconds - right)).toBeLessThan(1.1);
	});

	test('keeps going when another program uses the same account', () => {
		const others = Array.from({ length: 40 }, (_, index) => index * 1700);
		const result = simulate({ policy: { limit: 20, windowSeconds: 20, reading }, messages: 60, others });
		expect(result.acceptedAtMs).toHaveLength(60);
	});

	test('follows a limit that changes midway, down and up', () => {
		for (const limit of [5, 60]) {
			const change = { atMs: 12_000, policy: { limit, windowSeconds: 20, reading } };
			const result = simulate({ policy: { limit: 20, windowSeconds: 20, reading }, messages: 80, change });
			expect(result.acceptedAtMs).toHaveLength(80);
		}
	});
});

describe('the tracker on accounts that tell little', () => {
	test('runs free where there is no limit at all', () => {
		const result = simulate({ policy: null, messages: 400, latencyMs: [24, 27] });
		expect(result.refusals).toBe(0);
		// 4 at once with some 51 ms each, after the first one alone
		expect(result.seconds).toBeLessThan((400 / 4) * 0.054 + 0.06);
	});

	test('delivers all with nothing but Retry-After on the refusals', () => {
		const without = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];
		const policy: RateLimitPolicyInput = { limit: 20, windowSeconds: 20, reading: 'fixed' };
		const result = simulate({ policy, messages: 100, without });
		expect(result.acceptedAtMs).toHaveLength(100);
		expect(result.seconds / theoreticalMinimumSeconds(policy, 100)).toBeLessThan(1.1);
	});

	test('delivers all without any header on a refusal (backs off by itself)', () => {
		const without = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'Retry-After'];
		const result = simulate({ policy: { limit: 20, windowSeconds: 20, reading: 'fixed' }, messages: 60, without });
		expect(result.acceptedAtMs).toHaveLength(60);
	});
});

test('hardly ever gets a refusal in the trickle after a cold start (early trips are slow, so a faster one is expected)', () => {
	const refusals = Array.from({ length: 20 }, (_, seed) => {
		let trips = 0;
		const latency = (random: () => number) => 25 + random() * 4 + (trips++ < 40 ? 25 - Math.log(1 - random()) * 60 : 0);
		const policy = { limit: 20, windowSeconds: 20, reading: 'window' as const };
		return simulate({ policy, messages: 100, latency, random: seeded(seed + 1) }).refusals;
	});
	expect(refusals.filter((count) => count > 0).length).toBeLessThanOrEqual(3);
});

describe('the tracker on a busy machine (every fifth trip takes much longer in one direction)', () => {
	const latency = (random: () => number) => 25 + random() * 4 + (random() < 0.2 ? -Math.log(1 - random()) * 60 : 0);
	const ratios = (reading: RateLimitReading) =>
		runAll({ policy: { limit: 20, windowSeconds: 20, reading }, messages: 100, latency }).map(({ ratio }) => ratio);

	test('the trickle loses no more than the variation of the trips (an answer tells when its request had arrived)', () => {
		expect(worst(ratios('window'))).toBeLessThanOrEqual(1.12);
	});

	test('the length of a window is never taken to be a second too long (the long trip is not part of it)', () => {
		expect(worst(ratios('fixed'))).toBeLessThanOrEqual(1.03);
	});
});

test('a slow and jittery way to WhatsLoop costs time, not messages', () => {
	const policy: RateLimitPolicyInput = { limit: 20, windowSeconds: 20, reading: 'window' };
	const result = simulate({ policy, messages: 100, latencyMs: [50, 400] });
	expect(result.acceptedAtMs).toHaveLength(100);
	expect(result.refusals).toBeLessThan(20);
});
