import fc from 'fast-check';
import type { RateLimitPolicyInput, RateLimitReading } from '../../../../sandbox/rateLimit/policy';
import { theoreticalMinimumSeconds } from '../../../../sandbox/rateLimit/theoreticalMinimum';
import { LATENCIES, LATENCY_NAMES } from './latencies';
import { seeded } from '../../../../scripts/random';
import { simulate, type Scenario } from './simulation';

const READINGS: RateLimitReading[] = ['window', 'bucket', 'fixed'];

/** The positions of the server's clock within a second at the first request. They decide how much rounding costs. */
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

	test('is almost never refused with sixteen requests under way, as from four executions (answers overtake each other)', () => {
		const runs = runAll({ policy: { limit: 20, windowSeconds: 20, reading }, messages: 100, concurrency: 16 });
		expect(worst(runs.map(({ refusals }) => refusals))).toBeLessThanOrEqual(reading === 'fixed' ? 1 : 0);
	});

	test('takes the same time with any difference between the two clocks (only differences are used)', () => {
		const policy = { limit: 20, windowSeconds: 20, reading };
		const [right, ...wrong] = [0, -3_600_000, 45_300, 86_400_000].map(
			(clockOffsetMs) => simulate({ policy, messages: 60, clockOffsetMs, latencyMs: [24, 27] }).seconds,
		);
		for (const seconds of wrong) expect(Math.abs(seconds - right)).toBeLessThan(1.1);
	});

	test('continues when another program uses the same account', () => {
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
	test('sends without waiting if there is no limit at all', () => {
		const result = simulate({ policy: null, messages: 400, latencyMs: [24, 27] });
		expect(result.refusals).toBe(0);
		// the first one alone, then 4 at once, with about 51 ms each
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

test('the tracker almost never gets a refusal in the trickle after a cold start (early trips are slow, so it expects a faster one)', () => {
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

	test('the length of a window is never a second too long (the long trip is not part of it)', () => {
		expect(worst(ratios('fixed'))).toBeLessThanOrEqual(1.03);
	});
});

test('a slow and jittery way to WhatsLoop costs time, not messages', () => {
	const policy: RateLimitPolicyInput = { limit: 20, windowSeconds: 20, reading: 'window' };
	const result = simulate({ policy, messages: 100, latencyMs: [50, 400] });
	expect(result.acceptedAtMs).toHaveLength(100);
	expect(result.refusals).toBeLessThan(20);
});

describe.each(LATENCY_NAMES)('with the latency "%s"', (name) => {
	const SEEDS = [1, 2, 3, 4, 5, 6];
	const run = (reading: RateLimitReading, limit: number, messages: number, more: Partial<Scenario> = {}) => {
		const policy = { limit, windowSeconds: limit, reading };
		const minimum = theoreticalMinimumSeconds(policy, messages);
		const runs = SEEDS.map((seed) =>
			simulate({ policy, messages, trip: LATENCIES[name], random: seeded(seed), ...more }),
		);
		for (const { acceptedAtMs } of runs) expect(acceptedAtMs).toHaveLength(messages);
		const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
		return {
			ratio: mean(runs.map(({ seconds }) => seconds / minimum)),
			refusalsPer100: mean(runs.map(({ refusals }) => (refusals / messages) * 100)),
		};
	};

	test.each([
		['window', 1.1],
		['bucket', 1.02],
		['fixed', 1.03],
	] as const)('one process under the reading "%s" takes at most %d × the minimum, with 2 refusals', (reading, most) => {
		const { ratio, refusalsPer100 } = run(reading, 20, 100);
		expect(ratio).toBeLessThanOrEqual(most);
		expect(refusalsPer100).toBeLessThanOrEqual(2);
	});

	test('three processes on an account that drains take at most 1.05 × the minimum, with 10 refusals per 100', () => {
		const { ratio, refusalsPer100 } = run('bucket', 60, 300, {
			processes: 3,
			ownMessages: true,
			startsAtMs: [0, 40, 90],
		});
		expect(ratio).toBeLessThanOrEqual(1.05);
		expect(refusalsPer100).toBeLessThanOrEqual(10);
	});
});

test('nothing leaves earlier than a refusal asked for (any policy, latency and clocks)', () => {
	fc.assert(
		fc.property(
			fc.record({
				reading: fc.constantFrom(...READINGS),
				limit: fc.integer({ min: 1, max: 40 }),
				windowSeconds: fc.integer({ min: 2, max: 30 }),
				name: fc.constantFrom(...LATENCY_NAMES),
				clockOffsetMs: fc.integer({ min: -100_000, max: 100_000 }),
				others: fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 30 }),
				concurrency: fc.integer({ min: 1, max: 12 }),
				seed: fc.nat(1000),
			}),
			({ reading, limit, windowSeconds, name, clockOffsetMs, others, concurrency, seed }) => {
				const { requests, acceptedAtMs } = simulate({
					policy: { limit, windowSeconds, reading },
					messages: 60,
					trip: LATENCIES[name],
					random: seeded(seed),
					clockOffsetMs,
					others,
					concurrency,
				});
				expect(acceptedAtMs).toHaveLength(60);
				for (const refused of requests.filter(({ accepted }) => !accepted)) {
					const tooEarly = requests.filter(
						({ sentAtMs }) =>
							sentAtMs > refused.answeredAtMs && sentAtMs < refused.answeredAtMs + (refused.retryAfterMs ?? 0),
					);
					expect(tooEarly).toEqual([]);
				}
			},
		),
		{ numRuns: 60 },
	);
});
