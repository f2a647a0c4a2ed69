/** Points of a distribution: share of the requests, and the milliseconds that they take at most. */
export type Quantiles = ReadonlyArray<readonly [share: number, ms: number]>;

/** How long a request takes to the server, and how long its answer takes back, in milliseconds. */
export interface Trip {
	thereMs: number;
	backMs: number;
}

/** The value of a distribution at a share, with straight lines between its points. @param share in [0, 1] */
export function quantileMs(quantiles: Quantiles, share: number): number {
	const index = Math.max(
		1,
		quantiles.findIndex(([upTo]) => share <= upTo),
	);
	const [fromShare, fromMs] = quantiles[index - 1];
	const [toShare, toMs] = quantiles[index];
	return fromMs + ((share - fromShare) / (toShare - fromShare || 1)) * (toMs - fromMs);
}

/** Draws a round trip. Each way takes half of the shortest one; a random part of the rest is on the way there. */
export function drawTrip(quantiles: Quantiles, random: () => number): Trip {
	const shortestMs = quantileMs(quantiles, 0);
	const roundTripMs = quantileMs(quantiles, random());
	const thereMs = shortestMs / 2 + (roundTripMs - shortestMs) * random();
	return { thereMs, backMs: roundTripMs - thereMs };
}

/** Round trips across the public internet: median 52 ms, 99th percentile 340 ms, longest 400 ms. */
export const HEAVY_TAIL: Quantiles = [
	[0, 30],
	[0.5, 52],
	[0.9, 110],
	[0.99, 340],
	[1, 400],
];
