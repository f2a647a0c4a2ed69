/** Weights of the newest round trip, and how many mean deviations cover the next one (RFC 6298, 2). */
const MEAN_WEIGHT = 1 / 8;
const DEVIATION_WEIGHT = 1 / 4;
const DEVIATIONS = 3;

/** Timers are a millisecond or two late, for both requests. */
const SMALLEST_MARGIN_MS = 4;
/** Added each time a request still came too early. */
const STEP_MS = 10;
const LARGEST_MARGIN_MS = 250;
/** A longer wait would cost more than the second that a refusal costs. */
const LARGEST_EXCESS_MS = 1000;

/** The way may become longer for good, and then the fastest trip of long ago means nothing. */
const TRIPS_REMEMBERED = 50;

/** This many trips of about the same time show how fast the way is. */
const ALIKE_TRIPS = 4;

/** A faster trip than the fastest so far may differ from it by the spread of these, times this factor. */
const DOUBT = 2;

/**
 * How much the time to WhatsLoop and back varies. Two requests that leave a second apart can arrive closer together. The
 * second one is then refused, which costs a whole second.
 */
export class RoundTripEstimator {
	private meanMs: number | undefined;

	private deviationMs = 0;

	private extraMs = 0;

	private readonly trips: number[] = [];

	observe(roundTripMs: number): void {
		this.trips.push(roundTripMs);
		if (this.trips.length > TRIPS_REMEMBERED) this.trips.shift();
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

	/** To add to the second after a request that has not been answered. It covers the variation of the way there. */
	get marginMs(): number {
		return Math.min(LARGEST_MARGIN_MS, SMALLEST_MARGIN_MS + DEVIATIONS * this.deviationMs + this.extraMs);
	}

	/**
	 * The latest moment at which a request with this answer can have left, if both ways had been the fastest. The request
	 * arrived before its answer left, and neither way is shorter than on the fastest trip. So a request that leaves some time
	 * after this moment arrives at least that time after the answered one.
	 */
	latestDepartureMs(answeredAtMs: number | undefined): number | undefined {
		return answeredAtMs === undefined ? undefined : answeredAtMs - Math.min(...this.trips);
	}

	/**
	 * To add to the second after a request that has been answered.
	 *
	 * @param excessMs how much longer it took than the fastest trip
	 */
	marginAfterMs(excessMs: number): number {
		return SMALLEST_MARGIN_MS + Math.min(LARGEST_EXCESS_MS, Math.max(0, excessMs)) + this.doubtMs;
	}

	/**
	 * How much faster a trip may still be. Right after a start only few trips are known, and the fastest of them may be a slow
	 * one. The doubt never exceeds the fastest trip itself, because an answered request had arrived by then.
	 */
	private get doubtMs(): number {
		const fastestFirst = [...this.trips].sort((a, b) => a - b);
		const [fastestMs] = fastestFirst;
		const spreadMs = (fastestFirst[ALIKE_TRIPS - 1] ?? Number.POSITIVE_INFINITY) - fastestMs;
		return Math.min(fastestMs, DOUBT * spreadMs);
	}
}
