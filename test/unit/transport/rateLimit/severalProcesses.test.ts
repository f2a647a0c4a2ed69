import type { RateLimitReading } from '../../../../sandbox/rateLimit/policy';
import { theoreticalMinimumSeconds } from '../../../../sandbox/rateLimit/theoreticalMinimum';
import { LATENCIES } from './latencies';
import { seeded } from '../../../../scripts/random';
import { simulate, type Scenario } from './simulation';

const SEEDS = [1, 2, 3, 4];
const WINDOW_MS = 60_000;

const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const LATENCY_NAMES = ['even', 'heavyTail'] as const;

describe.each(LATENCY_NAMES)('several processes on an account that drains, with the latency "%s"', (latency) => {
	test.each([
		{ processes: 3, limit: 20, messages: 100, mostRatio: 1.05, mostRefusals: 0.1 },
		{ processes: 3, limit: 60, messages: 300, mostRatio: 1.05, mostRefusals: 0.1 },
		{ processes: 10, limit: 60, messages: 300, mostRatio: 1.07, mostRefusals: 0.16 },
		{ processes: 100, limit: 60, messages: 300, mostRatio: 1.07, mostRefusals: 2.3 },
	])(
		'$processes processes with $limit places need at most $mostRatio × the minimum, and $mostRefusals refusals per message',
		({ processes, limit, messages, mostRatio, mostRefusals }) => {
			const policy = { limit, windowSeconds: limit, reading: 'bucket' as const };
			const runs = SEEDS.map((seed) =>
				simulate({ policy, messages, processes, trip: LATENCIES[latency], random: seeded(seed) }),
			);
			for (const { acceptedAtMs } of runs) expect(acceptedAtMs).toHaveLength(messages);
			const minimumSeconds = theoreticalMinimumSeconds(policy, messages);
			expect(mean(runs.map(({ seconds }) => seconds / minimumSeconds))).toBeLessThanOrEqual(mostRatio);
			expect(mean(runs.map(({ refusals }) => refusals / messages))).toBeLessThanOrEqual(mostRefusals);
		},
	);
});

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
