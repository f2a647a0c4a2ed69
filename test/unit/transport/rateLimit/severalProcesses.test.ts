import type { RateLimitReading } from '../../../../sandbox/rateLimit/policy';
import { theoreticalMinimumSeconds } from '../../../../sandbox/rateLimit/theoreticalMinimum';
import { LATENCIES } from './latencies';
import { seeded } from '../../../../scripts/random';
import { simulate, type Scenario } from './simulation';

const SEEDS = [1, 2, 3, 4];
const WINDOW_MS = 60_000;

const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const LATENCY_NAMES = ['even', 'heavyTail'] as const;

interface Bounds {
	processes: number;
	/** Requests under way per process: four for each of its executions. */
	concurrency: number;
	limit: number;
	messages: number;
	ownMessages?: boolean;
	mostRatio: number;
	/** Per message. */
	mostRefusals: number;
}

const BOUNDS: Record<'bucket' | 'fixed', Bounds[]> = {
	bucket: [
		{ processes: 3, concurrency: 4, limit: 20, messages: 100, mostRatio: 1.05, mostRefusals: 0.08 },
		// two executions in each process, like three workers of a queue
		{ processes: 3, concurrency: 8, limit: 20, messages: 100, ownMessages: true, mostRatio: 1.06, mostRefusals: 0.08 },
		{ processes: 3, concurrency: 4, limit: 60, messages: 300, mostRatio: 1.04, mostRefusals: 0.05 },
		{ processes: 10, concurrency: 4, limit: 60, messages: 300, mostRatio: 1.07, mostRefusals: 0.16 },
		{ processes: 10, concurrency: 8, limit: 60, messages: 300, ownMessages: true, mostRatio: 1.05, mostRefusals: 0.13 },
		{ processes: 100, concurrency: 4, limit: 60, messages: 300, mostRatio: 1.04, mostRefusals: 2.2 },
	],
	// each process learns the end of each window from a refusal
	fixed: [
		{ processes: 3, concurrency: 4, limit: 20, messages: 100, mostRatio: 1.04, mostRefusals: 0.12 },
		{ processes: 3, concurrency: 8, limit: 20, messages: 100, ownMessages: true, mostRatio: 1.04, mostRefusals: 0.12 },
		{ processes: 10, concurrency: 8, limit: 60, messages: 300, ownMessages: true, mostRatio: 1.03, mostRefusals: 0.15 },
		{ processes: 100, concurrency: 4, limit: 60, messages: 300, mostRatio: 1.02, mostRefusals: 1.4 },
	],
};

describe.each(Object.keys(BOUNDS) as Array<keyof typeof BOUNDS>)(
	'several processes under the reading "%s"',
	(reading) => {
		describe.each(LATENCY_NAMES)('with the latency "%s"', (latency) => {
			test.each(BOUNDS[reading])(
				'$processes processes with $concurrency requests under way, $limit places: at most $mostRatio × the minimum, and $mostRefusals refusals per message',
				({ limit, messages, mostRatio, mostRefusals, ...scenario }) => {
					const policy = { limit, windowSeconds: limit, reading };
					const runs = SEEDS.map((seed) =>
						simulate({ policy, messages, ...scenario, trip: LATENCIES[latency], random: seeded(seed) }),
					);
					for (const { acceptedAtMs } of runs) expect(acceptedAtMs).toHaveLength(messages);
					const minimumSeconds = theoreticalMinimumSeconds(policy, messages);
					expect(mean(runs.map(({ seconds }) => seconds / minimumSeconds))).toBeLessThanOrEqual(mostRatio);
					expect(mean(runs.map(({ refusals }) => refusals / messages))).toBeLessThanOrEqual(mostRefusals);
				},
			);
		});
	},
);

describe.each(['bucket', 'fixed'] as const)(
	'processes that start at different moments under the reading "%s"',
	(reading) => {
		test.each([
			{ processes: 3, limit: 20, messages: 100, mostRatio: 1.05 },
			{ processes: 3, limit: 60, messages: 300, mostRatio: 1.05 },
			{ processes: 10, limit: 60, messages: 300, mostRatio: 1.06 },
		])(
			'$processes processes, $limit places: at most $mostRatio × the minimum and 12 refusals per 100, whoever starts when (a process that comes late gets few of the first places)',
			({ processes, limit, messages, mostRatio }) => {
				const policy = { limit, windowSeconds: limit, reading };
				const minimumSeconds = theoreticalMinimumSeconds(policy, messages);
				for (const latency of LATENCY_NAMES) {
					for (const apartMs of [30, 60, 120, 250, 500]) {
						// not evenly, so that no two start in step with each other's round trips
						const startsAtMs = Array.from({ length: processes }, (_, index) => apartMs * (index + (index % 2) / 3));
						const runs = SEEDS.map((seed) =>
							simulate({
								policy,
								messages,
								processes,
								concurrency: 8,
								ownMessages: true,
								startsAtMs,
								trip: LATENCIES[latency],
								random: seeded(seed),
							}),
						);
						expect(mean(runs.map(({ seconds }) => seconds / minimumSeconds))).toBeLessThanOrEqual(mostRatio);
						expect(mean(runs.map(({ refusals }) => refusals / messages))).toBeLessThanOrEqual(0.12);
					}
				}
			},
		);
	},
);

describe('a hundred processes in a window with a trickle', () => {
	test.each(LATENCY_NAMES)(
		'get all messages through with at most nine refusals each, with the latency "%s"',
		(latency) => {
			const policy = { limit: 60, windowSeconds: 60, reading: 'window' as const };
			const runs = SEEDS.map((seed) =>
				simulate({ policy, messages: 300, processes: 100, trip: LATENCIES[latency], random: seeded(seed) }),
			);
			for (const { acceptedAtMs } of runs) expect(acceptedAtMs).toHaveLength(300);
			expect(mean(runs.map(({ refusals }) => refusals / 300))).toBeLessThanOrEqual(9);
			expect(mean(runs.map(({ seconds }) => seconds / theoreticalMinimumSeconds(policy, 300)))).toBeLessThanOrEqual(
				1.3,
			);
		},
	);
});

test.each(['window', 'bucket', 'fixed'] as const)(
	'a thousand processes under the reading "%s" get all messages through (the largest load of the benchmark, with fewer messages)',
	(reading) => {
		const policy = { limit: 60, windowSeconds: 60, reading };
		const { acceptedAtMs } = simulate({
			policy,
			messages: 200,
			processes: 1000,
			trip: LATENCIES.even,
			random: seeded(1),
		});
		expect(acceptedAtMs).toHaveLength(200);
	},
);

/** What an account lets through in one window, less a tenth. */
const MOST_OF_A_WINDOW: Record<RateLimitReading, number> = { window: 108, bucket: 54, fixed: 54 };

describe.each(LATENCY_NAMES)('a process that joins or leaves two others, with the latency "%s"', (latency) => {
	const atMs = 1.5 * WINDOW_MS;
	const run = (reading: RateLimitReading, seed: number, more: Partial<Scenario>) =>
		simulate({
			policy: { limit: 60, windowSeconds: 60, reading },
			messages: 1500,
			processes: 3,
			ownMessages: true,
			trip: LATENCIES[latency],
			random: seeded(seed),
			...more,
		}).requests.filter(({ accepted }) => accepted);

	// a window is left out: there a newcomer may wait for longer (see docs/pacing.md)
	test.each(['bucket', 'fixed'] as const)(
		'under the reading "%s" it gets its first message through within a window',
		(reading) => {
			for (const seed of SEEDS) {
				const accepted = run(reading, seed, { startsAtMs: [0, 40, atMs] });
				const first = accepted.find(({ process }) => process === 2);
				expect(first?.arrivedAtMs).toBeLessThan(atMs + WINDOW_MS);
			}
		},
	);

	test.each(['window', 'bucket', 'fixed'] as const)(
		'under the reading "%s" the one that stays uses the account within a window after the others have left',
		(reading) => {
			for (const seed of SEEDS) {
				const accepted = run(reading, seed, { endsAtMs: [atMs, atMs] });
				const later = accepted.filter(
					({ arrivedAtMs }) => arrivedAtMs >= atMs + WINDOW_MS && arrivedAtMs < atMs + 2 * WINDOW_MS,
				);
				expect(later.length).toBeGreaterThanOrEqual(MOST_OF_A_WINDOW[reading]);
			}
		},
	);
});
