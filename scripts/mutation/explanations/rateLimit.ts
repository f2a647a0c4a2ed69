import type { Explanation } from './explanation';

export const rateLimitExplanations: readonly Explanation[] = [
	{
		file: 'transport/rateLimit/accountQueue.ts',
		original: 'this.waiting[0] === waiter',
		why: 'Requests that wait also wake up in their order.',
	},
	{
		file: 'transport/rateLimit/accountShare.ts',
		original: 'share > ALONE_FROM',
		why: 'Only a share between nine tenths and the whole differs. Answers that are lost have it.',
	},
	{
		file: 'transport/rateLimit/accountShare.ts',
		original: 'this.ownPlaces === 0',
		why: 'No difference: places that are left allow the same first request.',
	},
	{
		file: 'transport/rateLimit/accountShare.ts',
		original: 'remaining - inFlight',
		why: 'No difference: our share of the places that are left is never more than these.',
	},
	{
		file: 'transport/rateLimit/accountShare.ts',
		original: 'inFlight + 1 <= share * (isCareful && share < 1 ? PART_UNDER_WAY : 1) * remaining + ROUNDING',
		why: 'No difference: a millionth is added, so that both sides are never equal.',
	},
	{
		file: 'transport/rateLimit/oneWay.ts',
		original: '() => 1 / pairs.length',
		why: 'No way has no chance at all, so that no sum is zero.',
	},
	{
		file: 'transport/rateLimit/oneWay.ts',
		original: '1 / pairs.length',
		why: 'No way has no chance at all, so that no sum is zero.',
	},
	{
		file: 'transport/rateLimit/oneWay.ts',
		original: 'sum > 0',
		why: 'No way has no chance at all, so that no sum is zero.',
	},
	{
		file: 'transport/rateLimit/oneWay.ts',
		original: 'Math.max(...excessesMs)',
		why: 'No difference: the list of shares grows by itself.',
	},
	{
		file: 'transport/rateLimit/oneWay.ts',
		original: 'longestMs / this.stepMs',
		why: 'No difference: the list of shares is then longer than it needs to be.',
	},
	{
		file: 'transport/rateLimit/oneWay.ts',
		original: 'new Array<number>(count)',
		why: 'No difference: the list of shares grows by itself.',
	},
	{
		file: 'transport/rateLimit/oneWay.ts',
		original: '1 / count',
		why: 'No difference: shares count in proportion to each other.',
	},
	{
		file: 'transport/rateLimit/oneWay.ts',
		original: '(points.get(this.pointOf(ms)) ?? 0) + 1',
		why: 'No difference: shares count in proportion to each other, and with one sign.',
	},
	{
		file: 'transport/rateLimit/oneWay.ts',
		original: 'counts[there] += trips * share',
		why: 'No difference: shares count in proportion to each other, and with one sign.',
	},
	{
		file: 'transport/rateLimit/oneWay.ts',
		original: 'round < ROUNDS',
		why: 'One round more.',
	},
	{
		file: 'transport/rateLimit/oneWay.ts',
		original: 'this.shares.length - 1',
		why: 'A round trip longer than any before is then not cut.',
	},
	{
		file: 'transport/rateLimit/oneWay.ts',
		original: 'costMs < cheapest.costMs',
		why: 'No difference: of two margins that cost the same either is the cheapest.',
	},
	{
		file: 'transport/rateLimit/roundTripEstimator.ts',
		original: 'false',
		why: 'The default of a parameter that the package always gives.',
	},
	{
		file: 'transport/rateLimit/roundTripEstimator.ts',
		original: 'this.loneTrips.length < FEWEST_FOR_A_TREND',
		why: 'Ten trips or eleven.',
	},
	{
		file: 'transport/rateLimit/roundTripEstimator.ts',
		original: '[...this.loneTrips].sort((a, b) => a - b)',
		why: 'The middle one in time is near the median. The simulations of drifting latency look at it; they take too long to be run for each mutant.',
	},
	{
		file: 'transport/rateLimit/roundTripEstimator.ts',
		original: '(a, b) => a - b',
		why: 'The middle one in time is near the median. The simulations of drifting latency look at it; they take too long to be run for each mutant.',
	},
	{
		file: 'transport/rateLimit/roundTripEstimator.ts',
		original: 'a - b',
		why: 'The middle one in time is near the median. The simulations of drifting latency look at it; they take too long to be run for each mutant.',
	},
	{
		file: 'transport/rateLimit/roundTripEstimator.ts',
		original: 'changesMs < DRIFT_BELOW * spreadMs',
		why: 'No difference: times in fractions of a millisecond are never equal.',
	},
	{
		file: 'transport/rateLimit/serverClock.ts',
		why: 'One millisecond more or less.',
	},
	{
		file: 'transport/rateLimit/sendPause.ts',
		original: '{ wake: () => undefined }',
		why: 'No difference: a send is only woken while it sleeps.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'nowMs < aloneUntilMs',
		why: 'One millisecond more or less.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'toldAtMs > nowMs',
		why: 'One millisecond more or less.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'sentAtMs < this.endedAtMs + SECOND_MS',
		why: 'One millisecond more or less.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'nowMs < endsAtMs - DRAINS_FROM_MS',
		why: 'One millisecond more or less.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'endsAtMs - nowMs > placesTaken * TRICKLE_MS + DRAINS_FROM_MS',
		why: 'One millisecond more or less.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'toldMs > NO_TRICKLE_MS',
		why: 'One millisecond more or less.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'shorterMs > TRICKLE_MS',
		why: 'One millisecond more or less.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'endsAtMs !== undefined',
		why: 'For TypeScript only: what is undefined is neither greater nor smaller than a number.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'openedAtMs !== undefined',
		why: 'For TypeScript only: what is undefined is neither greater nor smaller than a number.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'openedAtMs === undefined',
		why: 'For TypeScript only: what is undefined is neither greater nor smaller than a number.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'toldAtMs !== undefined',
		why: 'For TypeScript only: what is undefined is neither greater nor smaller than a number.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'resetEpochMs === undefined',
		why: 'For TypeScript only: what is undefined is neither greater nor smaller than a number.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'resetEpochMs !== undefined',
		why: 'For TypeScript only: what is undefined is neither greater nor smaller than a number.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'earlierEpochMs === undefined',
		why: 'For TypeScript only: what is undefined is neither greater nor smaller than a number.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'limit === undefined',
		why: 'For TypeScript only: what is undefined is neither greater nor smaller than a number.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'remaining === undefined',
		why: 'For TypeScript only: what is undefined is neither greater nor smaller than a number.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'this.lastAnsweredAtMs === undefined',
		why: 'For TypeScript only: what is undefined is neither greater nor smaller than a number.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'this.openingAnsweredAtMs === undefined',
		why: 'For TypeScript only: what is undefined is neither greater nor smaller than a number.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'answer.limit !== undefined',
		why: 'For TypeScript only: what is undefined is neither greater nor smaller than a number.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		original: 'answer.remaining !== undefined',
		why: 'For TypeScript only: what is undefined is neither greater nor smaller than a number.',
	},
	{
		file: 'transport/rateLimit/rateLimitTracker.ts',
		why: 'It changes figures of simulations at most. Those of hundreds of messages look at them; they take too long to be run for each mutant.',
	},
];
