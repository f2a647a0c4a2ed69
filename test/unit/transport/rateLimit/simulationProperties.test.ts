import fc from 'fast-check';
import { resolvePolicy, type RateLimitReading } from '../../../../sandbox/rateLimit/policy';
import { LATENCIES, LATENCY_NAMES } from './latencies';
import { idleStretches, mostRefusalsInAWindow, mostRefusalsInRow } from './serverReplay';
import { seeded } from '../../../../scripts/random';
import { simulate, SIMULATION_EPOCH_MS } from './simulation';

/** The queue looks at the tracker at least this often. The margins of the trickle are part of it. */
const SLICE_MS = 500;

/** Headers tell the end of a window, and the time at which they were written, in whole seconds. */
const TOLD_IN_WHOLE_SECONDS_MS = 1000;

/** In a trickle a margin that is never too small would cost more than a refusal now and then (see docs/pacing.md). */
const SECONDS_PER_EARLY_REQUEST = 20;

const scenario = fc
	.record({
		reading: fc.constantFrom<RateLimitReading>('window', 'bucket', 'fixed'),
		limit: fc.integer({ min: 1, max: 60 }),
		windowSeconds: fc.integer({ min: 2, max: 60 }),
		latency: fc.constantFrom(...LATENCY_NAMES),
		concurrency: fc.integer({ min: 1, max: 16 }),
		messages: fc.integer({ min: 2, max: 150 }),
		phaseMs: fc.integer({ min: 0, max: 999 }),
		seed: fc.nat(100_000),
	})
	.map(({ reading, limit, windowSeconds, ...rest }) => ({
		...rest,
		policy: resolvePolicy({ reading, limit, windowSeconds }),
	}));

/** A request that leaves last arrives before two others, and its answer comes after theirs. So it tells places that are taken. */
const ONE_REQUEST_OVERTAKES: Drawn = {
	policy: resolvePolicy({ reading: 'bucket', limit: 11 }),
	latency: 'twoPeaks',
	concurrency: 9,
	messages: 13,
	phaseMs: 0,
	seed: 0,
};

type Drawn = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;

const run = ({ policy, latency, concurrency, messages, phaseMs, seed }: Drawn, processes = 1) =>
	simulate({
		policy,
		messages,
		concurrency,
		phaseMs,
		processes,
		trip: LATENCIES[latency],
		random: seeded(seed),
	});

describe('for any limit, reading, latency, number of messages and requests under way', () => {
	test('one process never asks for more than the policy allows by more than what is in flight', () => {
		fc.assert(
			fc.property(scenario, (drawn) => {
				const { requests, acceptedAtMs } = run(drawn);
				const { policy, concurrency } = drawn;
				expect(acceptedAtMs).toHaveLength(drawn.messages);
				// after a refusal nothing leaves before its time, and then one request leaves, which the server accepts
				expect(mostRefusalsInRow(requests)).toBeLessThanOrEqual(concurrency);
				const earlyRequests = Math.ceil(policy.windowSeconds / SECONDS_PER_EARLY_REQUEST);
				expect(mostRefusalsInAWindow(requests, policy)).toBeLessThanOrEqual(concurrency + earlyRequests);
			}),
			{ numRuns: 150 },
		);
	});

	test('one process is never idle for longer than a slice while the server would accept a waiting message', () => {
		fc.assert(
			fc.property(scenario, (drawn) => {
				const { requests } = run(drawn);
				const stretches = idleStretches(requests, drawn.policy, SIMULATION_EPOCH_MS + drawn.phaseMs)
					// two refusals in a row mean that somebody else uses the trickle, which is then left to them
					.filter(({ refusalsInRow }) => refusalsInRow < 2);
				const tooLong = stretches.filter(
					({ ms, isAfterWindow }) => ms > SLICE_MS + (isAfterWindow ? TOLD_IN_WHOLE_SECONDS_MS : 0),
				);
				expect(tooLong).toEqual([]);
			}),
			{ numRuns: 150, examples: [[ONE_REQUEST_OVERTAKES]] },
		);
	});
});
