import type { CallKind } from '../contracts/contract';
import { isCertificateRefusal, type Outcome } from './outcome';

export type { CallKind };

export interface RetryLimits {
	/** Further attempts after the first; 0 turns retrying off. */
	maxRetries: number;
	/** A longer wait than this, asked for by WhatsLoop, gives up at once. */
	maxRetryAfterSeconds: number;
	/** All waits of one call together, from the end of its first attempt on. */
	maxTotalWaitSeconds: number;
	/** Limit of the waits for a host that can't be reached. Without it the other limits apply. */
	maxUnreachableSeconds?: number;
	/** Retry a send although it may have arrived. The user accepts a double message. */
	retryUncertain: boolean;
}

/** The state of one call after an attempt. */
export interface Progress {
	/** Attempts made, the one just ended included. */
	attempts: number;
	/**
	 * Attempts refused because another program uses the account's trickle. Up to a ceiling they do not count as tries.
	 */
	unluckyAttempts: number;
	/** The time really waited between the first and the latest attempt, without the attempts themselves. */
	waitedMs: number;
	/** Whether any of the attempts may have reached WhatsLoop and been acted on. */
	mayHaveArrived: boolean;
}

/** Why no further attempt is made. */
export type GiveUp =
	/** Trying again does not help: refused for its content, its token, its address. */
	| { reason: 'final' }
	/** It may have arrived, and the user has not asked to try again all the same. */
	| { reason: 'uncertain' }
	| { reason: 'retriesUsedUp' }
	/** The wait that would be needed is longer than the user allows for one wait, or for all. */
	| {
			reason: 'waitTooLong';
			waitMs: number;
			/** true if WhatsLoop asked for it, false for our own back-off */ asked: boolean;
			limit: 'maxRetryAfter' | 'maxTotalWait';
	  };

export type Decision = { action: 'done' } | { action: 'retry'; waitMs: number } | { action: 'fail'; because: GiveUp };

/** Statuses that mean "later": the server, or a proxy before it, had a problem. */
const SERVER_TROUBLE = new Set([500, 502, 503, 504]);

/** First wait of the back-off. Full jitter makes it anything from the floor up to this, doubled each time. */
const BACK_OFF_BASE_MS = 1000;
/** A wait without a hint is never shorter, because WhatsLoop's trickle is documented as one request per second. */
const BACK_OFF_FLOOR_MS = 1000;
/** A back-off beyond half a minute does not help, because the documented window is one minute. */
const BACK_OFF_CEILING_MS = 30_000;

/**
 * The number of refusals caused by others that one request may have without counting them. Measured: with three processes
 * on one account a message
 * meets up to 16, with ten 11, with a hundred 32. In time they are limited by the total wait, which they all count in.
 */
const MAX_FORGIVEN_REFUSALS = 50;

/** Jitter is only added to the server's own time, never subtracted. It keeps executions from returning all at once. */
const MAX_JITTER_SHARE = 0.1;
const MAX_JITTER_MS = 1000;

/** Exponential back-off with full jitter (floor 1 s), for when WhatsLoop gives no hint. @param random in [0, 1) */
export function backOffMs(attempts: number, random: number): number {
	const ceiling = Math.min(BACK_OFF_CEILING_MS, BACK_OFF_BASE_MS * 2 ** attempts);
	return Math.max(BACK_OFF_FLOOR_MS, Math.round(random * ceiling));
}

/** Never earlier than told, at most 10 % and 1 s later. @param random in [0, 1) */
export const withJitterMs = (waitMs: number, random: number): number =>
	waitMs + Math.round(random * Math.min(MAX_JITTER_MS, waitMs * MAX_JITTER_SHARE));

/** Whether WhatsLoop certainly has not acted on the request (`no`), or nobody can know (`maybe`). */
export type Delivery = 'acted' | 'no' | 'maybe';

/** Whether the request may have been delivered, judged by its outcome. */
export function deliveryOf(outcome: Outcome): Delivery {
	if (outcome.kind === 'neverConnected' || outcome.kind === 'heldBack') return 'no';
	if (outcome.kind !== 'answered') return 'maybe';
	const { statusCode, rateLimit, verdict } = outcome;
	if (verdict === 'accepted') return 'acted';
	// a 1xx as the only answer says nothing about the request
	if (verdict === 'unproven' || statusCode < 200) return 'maybe';
	// a 503 without Retry-After may come from a proxy that gave up while WhatsLoop was still working
	return rateLimit.refused || statusCode < 500 ? 'no' : 'maybe';
}

/** Whether the same request can have another result later. */
function canHelp(outcome: Outcome): boolean {
	if (outcome.kind === 'neverConnected') return !isCertificateRefusal(outcome.code);
	if (outcome.kind !== 'answered' || outcome.verdict === 'unproven' || outcome.statusCode < 200) return true;
	return outcome.statusCode === 429 || SERVER_TROUBLE.has(outcome.statusCode);
}

/** What WhatsLoop itself says about when to come back, in milliseconds. */
function hintMs(outcome: Outcome): number | undefined {
	if (outcome.kind !== 'answered') return undefined;
	const { statusCode, rateLimit } = outcome;
	return rateLimit.retryAfterMs ?? (statusCode === 429 ? rateLimit.untilResetMs : undefined);
}

/**
 * What to do after an attempt. The function is pure: its random number is a parameter.
 *
 * Only requests that WhatsLoop certainly did not act on are retried. A send that may have arrived is retried only if the
 * user asks for it.
 *
 * @param random in [0, 1)
 */
export function decideRetry(
	outcome: Outcome,
	kind: CallKind,
	limits: RetryLimits,
	progress: Progress,
	random: number,
): Decision {
	const fail = (because: GiveUp): Decision => ({ action: 'fail', because });

	if (outcome.kind === 'heldBack')
		return fail({ reason: 'waitTooLong', waitMs: outcome.waitMs, asked: true, limit: 'maxRetryAfter' });
	const delivery = deliveryOf(outcome);
	if (delivery === 'acted') return { action: 'done' };
	if (!canHelp(outcome)) return fail({ reason: 'final' });
	if (delivery === 'maybe' && kind !== 'read' && !limits.retryUncertain) return fail({ reason: 'uncertain' });

	const hint = hintMs(outcome);
	if (hint !== undefined && hint > limits.maxRetryAfterSeconds * 1000) {
		return fail({ reason: 'waitTooLong', waitMs: hint, asked: true, limit: 'maxRetryAfter' });
	}
	const forgiven = limits.maxRetries === 0 ? 0 : Math.min(progress.unluckyAttempts, MAX_FORGIVEN_REFUSALS);
	if (progress.attempts - forgiven > limits.maxRetries) return fail({ reason: 'retriesUsedUp' });

	const waitMs = hint === undefined ? backOffMs(progress.attempts, random) : withJitterMs(hint, random);
	const unreachableMs = (limits.maxUnreachableSeconds ?? Number.POSITIVE_INFINITY) * 1000;
	if (outcome.kind === 'neverConnected' && progress.waitedMs + waitMs > unreachableMs) {
		return fail({ reason: 'retriesUsedUp' });
	}
	if (progress.waitedMs + waitMs > limits.maxTotalWaitSeconds * 1000) {
		return fail({ reason: 'waitTooLong', waitMs, asked: hint !== undefined, limit: 'maxTotalWait' });
	}
	return { action: 'retry', waitMs };
}
