import type { RateLimitReading } from '../../../../sandbox/rateLimit/policy';
import { theoreticalMinimumSeconds } from '../../../../sandbox/rateLimit/theoreticalMinimum';
import { seeded } from '../../../../scripts/random';
import { LATENCIES, LATENCY_NAMES } from './latencies';
import { simulate, type Result } from './simulation';

/** Small runs of all kinds, within a second. The other simulations have more runs, and larger ones. */
const MESSAGES = 80;

interface Bounds {
	reading: RateLimitReading;
	processes: number;
	/** Mean of all latencies. */
	mostRatio: number;
	/** Of any of the latencies. */
	mostRefusals: number;
}

const BOUNDS: Bounds[] = [
	{ reading: 'window', processes: 1, mostRatio: 1.006, mostRefusals: 0 },
	{ reading: 'bucket', processes: 1, mostRatio: 1.01, mostRefusals: 0 },
	{ reading: 'fixed', processes: 1, mostRatio: 1.02, mostRefusals: 1 },
	{ reading: 'window', processes: 3, mostRatio: 1.03, mostRefusals: 32 },
	{ reading: 'bucket', processes: 3, mostRatio: 1.04, mostRefusals: 5 },
	{ reading: 'fixed', processes: 3, mostRatio: 1.03, mostRefusals: 8 },
];

describe.each(BOUNDS)(
	'processes that use an account with the reading "$reading" ($processes)',
	({ reading, processes, mostRatio, mostRefusals }) => {
		const policy = { limit: 20, windowSeconds: 20, reading };
		let runs: Result[];

		beforeAll(() => {
			runs = LATENCY_NAMES.map((latency) =>
				simulate({ policy, messages: MESSAGES, processes, trip: LATENCIES[latency], phaseMs: 317, random: seeded(1) }),
			);
		});

		test('get every message through, each once', () => {
			expect(runs.map(({ acceptedAtMs }) => acceptedAtMs.length)).toEqual(runs.map(() => MESSAGES));
		});

		test('are nearly as fast as the plan allows', () => {
			const minimumSeconds = theoreticalMinimumSeconds(policy, MESSAGES);
			const ratios = runs.map(({ seconds }) => seconds / minimumSeconds);
			expect(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toBeLessThanOrEqual(mostRatio);
			// faster than the plan is an error of the simulation
			for (const ratio of ratios) expect(ratio).toBeGreaterThan(0.999);
		});

		test('are hardly ever refused', () => {
			expect(Math.max(...runs.map(({ refusals }) => refusals))).toBeLessThanOrEqual(mostRefusals);
		});

		test('never send earlier than a refusal told', () => {
			for (const { requests } of runs) {
				for (const refused of requests.filter(({ accepted }) => !accepted)) {
					const toldUntilMs = refused.answeredAtMs + (refused.retryAfterMs ?? 0);
					const early = requests.filter(
						({ process, sentAtMs }) =>
							process === refused.process && sentAtMs > refused.answeredAtMs && sentAtMs < toldUntilMs,
					);
					expect(early).toEqual([]);
				}
			}
		});
	},
);
