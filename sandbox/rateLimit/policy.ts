/** How the documentation's rate limit is read; each reading has its own file beside this one. */
export type RateLimitReading = 'window' | 'bucket' | 'fixed';

/** The documented plans and their requests per minute. */
export const PLANS = { basic: 60, flex: 120, extra: 180 } as const;
export type PlanName = keyof typeof PLANS;

export interface RateLimitPolicy {
	/** Requests per window; the bucket's capacity. */
	limit: number;
	/** Length of the window. The bucket has none and ignores it. */
	windowSeconds: number;
	reading: RateLimitReading;
	/** Requests let through (window) or drained (bucket) per second once the limit is used up. */
	leakPerSecond: number;
	/** Form of the `Retry-After` header: whole seconds, or an HTTP date. */
	retryAfterForm: 'seconds' | 'date';
}

/** What a caller may give: a plan by name or a limit of its own; everything else has a default. */
export interface RateLimitPolicyInput extends Partial<RateLimitPolicy> {
	plan?: PlanName;
}

/**
 * Completes a policy: the plan's limit per 60 s unless given, reading `window`, one request per second, seconds.
 * @throws Error when neither plan nor limit is given, or a number makes no sense.
 */
export function resolvePolicy(input: RateLimitPolicyInput): RateLimitPolicy {
	const limit = input.limit ?? (input.plan === undefined ? undefined : PLANS[input.plan]);
	if (limit === undefined) throw new Error('A rate limit needs a plan or a limit');
	const policy: RateLimitPolicy = {
		limit,
		windowSeconds: input.windowSeconds ?? 60,
		reading: input.reading ?? 'window',
		leakPerSecond: input.leakPerSecond ?? 1,
		retryAfterForm: input.retryAfterForm ?? 'seconds',
	};
	if (!Number.isInteger(policy.limit) || policy.limit < 1) throw new Error('The limit is a whole number from 1');
	if (!(policy.windowSeconds > 0)) throw new Error('The window is longer than 0 seconds');
	if (!(policy.leakPerSecond > 0)) throw new Error('The leak is more than 0 requests per second');
	return policy;
}

/**
 * Reads a plan as typed on the command line: `basic`, `flex`, `extra`, `none` or `LIMIT/SECONDS`.
 * @returns null for `none`.
 * @throws Error for anything else.
 */
export function parsePlan(text: string): RateLimitPolicyInput | null {
	if (text === 'none') return null;
	if (Object.hasOwn(PLANS, text)) return { plan: text as PlanName };
	const custom = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text);
	if (!custom) throw new Error(`"${text}" is no plan: use basic, flex, extra, none or LIMIT/SECONDS such as 30/60`);
	return { limit: Number(custom[1]), windowSeconds: Number(custom[2]) };
}
