/** Weights of the newest travel time, and how many mean deviations cover the next one (RFC 6298, 2). */
const MEAN_WEIGHT = 1 / 8;
const DEVIATION_WEIGHT = 1 / 4;
const DEVIATIONS = 3;

/** Timers are a millisecond or two late, in either of two requests. */
const SMALLEST_MARGIN_MS = 4;
/** Each time a request came too early all the same. */
const STEP_MS = 10;
const LARGEST_MARGIN_MS = 250;

/**
 * How much the time to WhatsLoop and back varies. Of two requests sent a second apart the second may arrive sooner after the
 * first than that; then it is refused and costs a whole second. So a margin is added that covers the variation.
 */
export class TravelTime {
	private meanMs: number | undefined;

	private deviationMs = 0;

	private extraMs = 0;

	observe(roundTripMs: number): void {
		if (this.meanMs === undefined) {
			this.meanMs = roundTripMs;
			return;
		}
		this.deviationMs += DEVIATION_WEIGHT * (Math.abs(roundTripMs - this.meanMs) - this.deviationMs);
		this.meanMs += MEAN_WEIGHT * (roundTripMs - this.meanMs);
	}

	/** A request that left a second after the one before, margin included, was refused. */
	cameTooEarly(): void {
		this.extraMs += STEP_MS;
	}

	/** To add to the second between two requests. */
	get marginMs(): number {
		return Math.min(LARGEST_MARGIN_MS, SMALLEST_MARGIN_MS + DEVIATIONS * this.deviationMs + this.extraMs);
	}
}
