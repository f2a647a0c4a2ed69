import { rateLimitHeaders } from './headers';
import type { RateLimitPolicy } from './policy';
import { READINGS } from './readings';

/** Whole milliseconds since the epoch that never run backwards, unlike the system clock. */
export const epochMs = () => Math.floor(performance.timeOrigin + performance.now());

/** Counts the requests of every account against one policy; without a policy everything passes. */
export class RateLimiter {
	private readonly stateByAccount = new Map<string, unknown>();

	constructor(private current: RateLimitPolicy | null) {}

	get policy(): RateLimitPolicy | null {
		return this.current;
	}

	/**
	 * Changes the limit. Requests that accounts have used still count, as after a change of a real plan. They do not if the
	 * new policy counts in another way, or if `fresh` is set.
	 */
	setPolicy(policy: RateLimitPolicy | null, fresh = false): void {
		if (fresh || policy?.reading !== this.current?.reading) this.stateByAccount.clear();
		this.current = policy;
	}

	/** Counts one request of an account and says whether it passes and with which headers. */
	take(accountId: string, nowMs = epochMs()): { accepted: boolean; headers: Record<string, string> } {
		if (this.current === null) return { accepted: true, headers: {} };
		const reading = READINGS[this.current.reading];
		const { state, verdict } = reading.decide(this.stateByAccount.get(accountId), this.current, nowMs);
		this.stateByAccount.set(accountId, state);
		return { accepted: verdict.accepted, headers: rateLimitHeaders(this.current, verdict, nowMs) };
	}
}
