import { resolvePolicy } from '../../../../sandbox/rateLimit/policy';
import { LATENCIES, LATENCY_NAMES, type LatencyName } from './latencies';
import { oracleMean } from './oracle';
import { seeded } from '../../../../scripts/random';
import { simulate } from './simulation';

const CONCURRENCY = 4;
const ORACLE_RUNS = 40;
const SEEDS = Array.from({ length: 12 }, (_, index) => 1000 + index);

/** How far the tracker may be behind the oracle. */
const WITHIN = 1.03;

/**
 * The case in which 3 % is not reached. Both ways vary much and evenly here, and a window of 20 s is short. The oracle gets
 * 19 requests into the trickle and the tracker 18, which is 4 to 5 %. To reach 19, the tracker would have to know within
 * its first 30 round trips how rare short trips are.
 */
const NOT_REACHED: Record<string, number> = { 'window normal 20': 1.05 };

const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const PLANS = [
	{ limit: 20, messages: 100 },
	{ limit: 60, messages: 200 },
];

describe.each(LATENCY_NAMES)(
	'compared with an oracle that knows the latency "%s", but not the single trip',
	(name: LatencyName) => {
		describe.each(PLANS)('with $limit requests per $limit s and $messages messages', ({ limit, messages }) => {
			test.each(['window', 'bucket', 'fixed'] as const)(
				'the tracker alone takes at most 3 % more time under the reading "%s", with at most 2 refusals per 100',
				(reading) => {
					const policy = resolvePolicy({ limit, windowSeconds: limit, reading });
					const oracle = oracleMean(
						{ policy, messages, latency: LATENCIES[name], concurrency: CONCURRENCY },
						ORACLE_RUNS,
					);
					const runs = SEEDS.map((seed, index) =>
						simulate({
							policy,
							messages,
							concurrency: CONCURRENCY,
							trip: LATENCIES[name],
							random: seeded(seed),
							phaseMs: (index * 137) % 1000,
						}),
					);
					const most = NOT_REACHED[`${reading} ${name} ${limit}`] ?? WITHIN;
					expect(mean(runs.map(({ seconds }) => seconds)) / oracle.seconds).toBeLessThanOrEqual(most);
					expect((mean(runs.map(({ refusals }) => refusals)) / messages) * 100).toBeLessThanOrEqual(2);
				},
			);
		});
	},
);

test('no plan of the oracle is better than the limit itself', () => {
	const policy = resolvePolicy({ limit: 20, windowSeconds: 20, reading: 'window' });
	const { seconds } = oracleMean({ policy, messages: 100, latency: LATENCIES.even, concurrency: CONCURRENCY }, 5);
	expect(seconds).toBeGreaterThan(42);
	expect(seconds).toBeLessThan(42 * 1.01);
});
