import type { Reading } from './reading';

interface BucketState {
	/** The moment at which everything taken so far has drained: level and time in one number. */
	emptyAtMs: number;
}

/**
 * The documentation's words "leaky bucket": a bucket of `limit` places that drains one request per second, always,
 * and never resets. Remaining is the number of free places, reset the moment it would be empty.
 */
export const bucketReading: Reading<BucketState> = {
	resetOnEveryAnswer: true,
	decide(state, policy, nowMs) {
		const drainMs = 1000 / policy.leakPerSecond;
		const emptyAtMs = Math.max(state?.emptyAtMs ?? nowMs, nowMs);
		const placeFreeAtMs = emptyAtMs - (policy.limit - 1) * drainMs;
		if (nowMs < placeFreeAtMs) {
			const verdict = { accepted: false, remaining: 0, resetAtMs: emptyAtMs, retryAtMs: placeFreeAtMs };
			return { state: { emptyAtMs }, verdict };
		}
		const resetAtMs = emptyAtMs + drainMs;
		// The small addend corrects the rounding error of drain rates that do not divide a second evenly.
		const remaining = Math.max(0, Math.floor(policy.limit - (resetAtMs - nowMs) / drainMs + 1e-6));
		return { state: { emptyAtMs: resetAtMs }, verdict: { accepted: true, remaining, resetAtMs, retryAtMs: nowMs } };
	},
};
