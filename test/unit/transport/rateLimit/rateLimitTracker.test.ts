import type { RateLimitReading } from '../../../../sandbox/rateLimit/policy';
import { theoreticalMinimumSeconds } from '../../../../sandbox/rateLimit/theoreticalMinimum';
import { seeded } from '../../../../scripts/random';
import { RateLimitTracker } from '../../../../nodes/WhatsLoop/transport/rateLimit/rateLimitTracker';
import { readRateLimitAnswer } from '../../../../nodes/WhatsLoop/transport/rateLimitAnswer';
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

describe('fixed windows that change their length', () => {
	const runWith = (windowSeconds: number) =>
		simulate({
			policy: { limit: 20, windowSeconds: 20, reading: 'fixed' },
			messages: 140,
			change: { atMs: 50_000, policy: { limit: 20, windowSeconds, reading: 'fixed' } },
			trip: LATENCIES.even,
			phaseMs: 317,
		});

	test('are learned anew with one refusal if they become longer', () => {
		const { acceptedAtMs, refusals, seconds } = runWith(30);
		expect([acceptedAtMs.length, refusals]).toEqual([140, 2]);
		// two windows of 20 s and four of 30 s before the last one
		expect(seconds).toBeLessThan(161);
	});

	test('are still used as before if they become shorter (nothing tells it)', () => {
		const { acceptedAtMs, refusals, seconds } = runWith(15);
		expect([acceptedAtMs.length, refusals]).toEqual([140, 1]);
		expect(seconds).toBeLessThan(121);
	});
});

describe('the state of an account', () => {
	const answer = (headers: Record<string, string>, status = 200) => readRateLimitAnswer(status, headers, 0);
	const left = (remaining: number) => answer({ 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': String(remaining) });
	const afterFirst = (remaining: number) => {
		const tracker = new RateLimitTracker();
		tracker.release(tracker.acquire(0), left(remaining), 50);
		return tracker;
	};

	test('is a probe first: one request alone, for two seconds at most', () => {
		const tracker = new RateLimitTracker();
		expect([tracker.stateAt(0), tracker.waitMs(0)]).toEqual(['probe', 0]);
		expect(tracker.acquire(0).kind).toBe('probe');
		expect([tracker.stateAt(500), tracker.waitMs(500)]).toEqual(['probe', 1500]);
		expect(tracker.waitMs(2000)).toBe(0);
	});

	test('is free while places are left', () => {
		const tracker = afterFirst(59);
		expect([tracker.stateAt(50), tracker.waitMs(50)]).toEqual(['free', 0]);
		expect(tracker.acquire(50).kind).toBe('free');
	});

	test('is a trickle of one request per second when none is left', () => {
		const tracker = afterFirst(0);
		expect(tracker.stateAt(50)).toBe('trickle');
		expect(tracker.waitMs(50)).toBeGreaterThanOrEqual(950);
		expect(tracker.waitMs(50)).toBeLessThan(1250);
		expect(tracker.acquire(1300).kind).toBe('trickle');
	});

	test('is blocked after a refusal, and then a probe', () => {
		const tracker = afterFirst(0);
		tracker.release(tracker.acquire(1300), answer({ 'retry-after': '7' }, 429), 1350);
		expect([tracker.stateAt(1350), tracker.waitMs(1350)]).toEqual(['blocked', 7000]);
		expect(tracker.stateAt(8350)).toBe('probe');
	});

	test('tells the time of the server once it has told it', () => {
		const tracker = new RateLimitTracker();
		expect(tracker.serverTimeMs(0)).toBeUndefined();
		tracker.release(tracker.acquire(0), answer({ date: new Date(5000).toUTCString() }), 100);
		expect(tracker.serverTimeMs(1100)).toBe(6000);
	});

	test('does not change if a request gets no answer', () => {
		const tracker = afterFirst(59);
		expect(tracker.release(tracker.acquire(60), undefined, 70)).toBe(false);
		expect([tracker.stateAt(70), tracker.waitMs(70)]).toEqual(['free', 0]);
	});
});
