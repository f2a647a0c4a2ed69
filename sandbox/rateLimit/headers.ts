import type { RateLimitPolicy } from './policy';
import type { Verdict } from './reading';
import { READINGS } from './readings';

/**
 * The rate limit headers of one answer. All times are rounded up to whole seconds, so that a client that obeys them
 * never comes too early.
 */
export function rateLimitHeaders(policy: RateLimitPolicy, verdict: Verdict, nowMs: number): Record<string, string> {
	const headers: Record<string, string> = {
		'X-RateLimit-Limit': String(policy.limit),
		'X-RateLimit-Remaining': String(verdict.remaining),
	};
	if (!verdict.accepted || READINGS[policy.reading].resetOnEveryAnswer) {
		headers['X-RateLimit-Reset'] = String(Math.ceil(verdict.resetAtMs / 1000));
	}
	if (!verdict.accepted) {
		headers['Retry-After'] =
			policy.retryAfterForm === 'date'
				? new Date(Math.ceil(verdict.retryAtMs / 1000) * 1000).toUTCString()
				: String(Math.ceil((verdict.retryAtMs - nowMs) / 1000));
	}
	return headers;
}
