import type { RateLimitPolicy } from './policy';

/** What a reading says about one request. Times are milliseconds since the epoch. */
export interface Verdict {
	accepted: boolean;
	/** Requests that would still be accepted right after this one. */
	remaining: number;
	/** When the window ends, or the bucket would be empty. */
	resetAtMs: number;
	/** The earliest moment at which the request would be accepted; the present for an accepted one. */
	retryAtMs: number;
}

/** A rate limit without clock or storage. From a state and a moment it works out the next state and the verdict. */
export interface Reading<State> {
	/** `X-RateLimit-Reset` on every answer, or on the 429 alone. */
	resetOnEveryAnswer: boolean;
	/** @param state undefined before the first request. */
	decide(state: State | undefined, policy: RateLimitPolicy, nowMs: number): { state: State; verdict: Verdict };
}
