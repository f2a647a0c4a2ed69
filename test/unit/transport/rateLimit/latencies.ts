import { drawTrip, HEAVY_TAIL, type Trip } from '../../../../sandbox/faults/roundTrip';

/** Draws the trip of one request. @param random in [0, 1) @param nowMs time since the start, for a latency that drifts */
export type Latency = (random: () => number, nowMs: number) => Trip;

/** A normal distribution (Box-Muller), never below the smallest value. */
const normal = (random: () => number, meanMs: number, deviationMs: number, leastMs: number) =>
	Math.max(leastMs, meanMs + deviationMs * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));

export const LATENCIES = {
	even: (random) => ({ thereMs: 24 + random() * 3, backMs: 24 + random() * 3 }),
	normal: (random) => ({ thereMs: normal(random, 40, 10, 10), backMs: normal(random, 40, 10, 10) }),
	heavyTail: (random) => drawTrip(HEAVY_TAIL, random),
	/** Two routes, of which one is much longer. Each direction takes one of them at random. */
	twoPeaks: (random) => ({
		thereMs: (random() < 0.7 ? 25 : 90) + random() * 6,
		backMs: (random() < 0.7 ? 25 : 90) + random() * 6,
	}),
	/** The trip gets longer and shorter again, by 60 ms within each minute. */
	drifting: (random, nowMs) => {
		const extraMs = 30 * (1 - Math.cos((2 * Math.PI * nowMs) / 60_000));
		return { thereMs: 25 + extraMs * 0.7 + random() * 6, backMs: 25 + extraMs * 0.3 + random() * 6 };
	},
} satisfies Record<string, Latency>;

export type LatencyName = keyof typeof LATENCIES;
export const LATENCY_NAMES = Object.keys(LATENCIES) as LatencyName[];
