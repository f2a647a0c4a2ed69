import type { RateLimitPolicy, RateLimitReading } from '../../../../sandbox/rateLimit/policy';
import type { Verdict } from '../../../../sandbox/rateLimit/reading';
import { READINGS } from '../../../../sandbox/rateLimit/readings';
import type { SimulatedRequest } from './simulation';

/** A stretch in which a client was idle although a message waited and the server would have accepted it. */
export interface IdleStretch {
	endsAtMs: number;
	ms: number;
	/** The window in which the latest request was counted was over when it ended. */
	isAfterWindow: boolean;
	/** The most refusals in a row among the answers since the stretch before it. */
	refusalsInRow: number;
}

const SECOND_MS = 1000;

/** When a server whose places are used up accepts the next request, as far as its headers tell; on the server's clock. */
const NEXT_ACCEPTED_AT_MS: Record<RateLimitReading, (arrivedAtMs: number, verdict: Verdict) => number> = {
	// the next second of the trickle, or the end of the window
	window: (arrivedAtMs, { resetAtMs }) => Math.min(arrivedAtMs + SECOND_MS, resetAtMs),
	// whole places are told, so it is certain only that one comes back within a second
	bucket: (arrivedAtMs) => arrivedAtMs + SECOND_MS,
	fixed: (_, { resetAtMs }) => resetAtMs,
};

/** The time over which a policy bounds the number of requests: its window, or the time in which the bucket drains. */
const boundedMs = ({ reading, limit, leakPerSecond, windowSeconds }: RateLimitPolicy) =>
	(reading === 'bucket' ? limit / leakPerSecond : windowSeconds) * SECOND_MS;

/** The most refusals within one window, wherever it begins. */
export function mostRefusalsInAWindow(requests: readonly SimulatedRequest[], policy: RateLimitPolicy): number {
	const refusedAtMs = requests.filter(({ accepted }) => !accepted).map(({ arrivedAtMs }) => arrivedAtMs);
	const counts = refusedAtMs.map(
		(fromMs) => refusedAtMs.filter((atMs) => atMs >= fromMs && atMs < fromMs + boundedMs(policy)).length,
	);
	return Math.max(0, ...counts);
}

/** The most refusals without an accepted request between them. */
export function mostRefusalsInRow(requests: readonly SimulatedRequest[]): number {
	let inRow = 0;
	let most = 0;
	for (const { accepted } of requests) {
		inRow = accepted ? 0 : inRow + 1;
		most = Math.max(most, inRow);
	}
	return most;
}

/**
 * Every stretch in which a client that is alone with the account was idle although the server would have accepted a request.
 * It begins when the last answer has come, the time that a refusal told is over, and the server accepts the next request.
 *
 * @param requests in the order of their arrival; a message waited before each of them
 * @param serverClockMs what the server's clock showed at moment 0 of the simulation
 */
export function idleStretches(
	requests: readonly SimulatedRequest[],
	policy: RateLimitPolicy,
	serverClockMs: number,
): IdleStretch[] {
	const stretches: IdleStretch[] = [];
	const inOrderOfAnswers = [...requests].sort((a, b) => a.answeredAtMs - b.answeredAtMs);
	let state: unknown;
	let acceptsAtMs = 0;
	let windowEndsAtMs = 0;
	let toldAtMs = 0;
	let answeredAtMs = 0;
	let inRow = 0;
	let replayed = 0;
	for (const request of [...requests].sort((a, b) => a.sentAtMs - b.sentAtMs)) {
		const { sentAtMs } = request;
		const idleFromMs = answeredAtMs;
		answeredAtMs = Math.max(answeredAtMs, request.answeredAtMs);
		// a request is under way, so the order of arrival is still open
		if (idleFromMs > sentAtMs) continue;
		let refusalsInRow = 0;
		for (; requests[replayed].sentAtMs < sentAtMs; replayed++) {
			const { accepted, arrivedAtMs, answeredAtMs: refusedAtMs, retryAfterMs = 0 } = requests[replayed];
			const decision = READINGS[policy.reading].decide(state, policy, serverClockMs + arrivedAtMs);
			const { remaining, resetAtMs } = decision.verdict;
			({ state } = decision);
			inRow = inOrderOfAnswers[replayed].accepted ? 0 : inRow + 1;
			refusalsInRow = Math.max(refusalsInRow, inRow);
			if (!accepted) toldAtMs = Math.max(toldAtMs, refusedAtMs + retryAfterMs);
			acceptsAtMs =
				remaining > 0
					? arrivedAtMs
					: NEXT_ACCEPTED_AT_MS[policy.reading](serverClockMs + arrivedAtMs, decision.verdict) - serverClockMs;
			windowEndsAtMs = policy.reading === 'bucket' ? Number.POSITIVE_INFINITY : resetAtMs - serverClockMs;
		}
		if (replayed === 0) continue;
		const fromMs = Math.max(idleFromMs, toldAtMs, acceptsAtMs);
		stretches.push({
			endsAtMs: sentAtMs,
			ms: sentAtMs - fromMs,
			isAfterWindow: sentAtMs >= windowEndsAtMs,
			refusalsInRow,
		});
	}
	return stretches;
}
