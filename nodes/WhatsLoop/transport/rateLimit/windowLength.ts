/** Lengths of a window, the likeliest first: whole minutes, then whole tens and fives of seconds. */
const ROUND_LENGTHS_MS = [60_000, 10_000, 5000];

/** Servers count windows in whole seconds, and round up the times that they tell. */
export const wholeSecondsMs = (ms: number) => Math.floor(ms / 1000) * 1000;

/**
 * The told end and the server's clock are both known to the second only, so two or three lengths of the window are possible.
 * People choose round numbers, such as the documented minute.
 */
export function likeliestLengthMs(shortestMs: number, longestMs: number): number {
	for (const roundMs of ROUND_LENGTHS_MS) {
		const lengthMs = Math.floor(longestMs / roundMs) * roundMs;
		if (lengthMs > 0 && lengthMs >= shortestMs) return lengthMs;
	}
	return wholeSecondsMs(longestMs);
}
