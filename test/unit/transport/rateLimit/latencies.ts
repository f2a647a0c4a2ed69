/** How long one request takes to WhatsLoop and how long its answer takes back, in milliseconds. */
export interface Trip {
	thereMs: number;
	backMs: number;
}

/** Draws the trip of one request. @param random in [0, 1) @param nowMs time since the start, for a latency that drifts */
export type Latency = (random: () => number, nowMs: number) => Trip;

/** A value of a distribution that is given by some of its quantiles, with straight lines between them. */
function quantile(points: ReadonlyArray<readonly [share: number, ms: number]>, share: number): number {
	const next = points.findIndex(([upTo]) => share < upTo);
	const [fromShare, fromMs] = points[next - 1];
	const [toShare, toMs] = points[next];
	return fromMs + ((share - fromShare) / (toShare - fromShare)) * (toMs - fromMs);
}

/** Box-Muller, never below the smallest. */
const normal = (random: () => number, meanMs: number, deviationMs: number, leastMs: number) =>
	Math.max(leastMs, meanMs + deviationMs * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));

/** Round trips as measured across the public internet: median 52 ms, 99th percentile 340 ms. */
const HEAVY_TAIL = [
	[0, 30],
	[0.5, 52],
	[0.9, 110],
	[0.99, 340],
	[1.0001, 400],
] as const;

/** Splits a round trip: half of the shortest for each way, and a random part of the rest. */
function split(roundTripMs: number, shortestMs: number, random: () => number): Trip {
	const thereMs = shortestMs / 2 + (roundTripMs - shortestMs) * random();
	return { thereMs, backMs: roundTripMs - thereMs };
}

export const LATENCIES = {
	even: (random) => ({ thereMs: 24 + random() * 3, backMs: 24 + random() * 3 }),
	normal: (random) => ({ thereMs: normal(random, 40, 10, 10), backMs: normal(random, 40, 10, 10) }),
	heavyTail: (random) => split(quantile(HEAVY_TAIL, random()), 30, random),
	/** Two routes, of which one is much longer. Each way takes either. */
	twoPeaks: (random) => ({
		thereMs: (random() < 0.7 ? 25 : 90) + random() * 6,
		backMs: (random() < 0.7 ? 25 : 90) + random() * 6,
	}),
	/** The way gets longer and shorter again, by 60 ms within each minute. */
	drifting: (random, nowMs) => {
		const extraMs = 30 * (1 - Math.cos((2 * Math.PI * nowMs) / 60_000));
		return { thereMs: 25 + extraMs * 0.7 + random() * 6, backMs: 25 + extraMs * 0.3 + random() * 6 };
	},
} satisfies Record<string, Latency>;

export type LatencyName = keyof typeof LATENCIES;
export const LATENCY_NAMES = Object.keys(LATENCIES) as LatencyName[];
