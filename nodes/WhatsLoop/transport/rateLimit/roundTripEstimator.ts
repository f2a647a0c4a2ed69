/** Weights of the newest travel time, and how many mean deviations cover the next one (RFC 6298, 2). */
const MEAN_WEIGHT = 1 / 8;
const DEVIATION_WEIGHT = 1 / 4;
const DEVIATIONS = 3;

/** Timers are a millisecond or two late, in either of two requests. */
const SMALLEST_MARGIN_MS = 4;
/** Each time a request came too early all the same. */
const STEP_MS = 10;
const LARGEST_MARGIN_MS = 250;
/** Waiting longer for what may have been a delay on the way back costs more than the second that a refusal does. */
const LARGEST_EXCESS_MS = 1000;

/** The way may get longer for good, so that the fastest trip of long ago says nothing about it. */
const TRIPS_REMEMBERED = 50;

/** So many trips of about the same time show how fast the way is. */
const ALIKE_TRIPS = 4;

/** How far beyond the spread of these the fastest one is doubted. */
const DOUBT = 2;

/**
 * How much the time to WhatsLoop and back varies. Of two requests sent a second apart the second may arrive sooner after the
 * first than that; then it is refused and costs a whole second.
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

	/** To add to the second after a request that has not been answered: covers what the way there may vary. */
	get marginMs(): number {
		return Math.min(LARGEST_MARGIN_MS, SMALLEST_MARGIN_MS + DEVIATIONS * this.deviationMs + this.extraMs);
	}

	/**
	 * The latest moment at which a request can have left that was answered then, had it gone the fastest way. Whatever it
	 * really was that took longer: it arrived before its answer left, and neither way was ever shorter than on the fastest
	 * trip. What leaves a time after this moment arrives at least that time after that request.
	 */
	latestDepartureMs(answeredAtMs: number | undefined): number | undefined {
		return answeredAtMs === undefined ? undefined : answeredAtMs - Math.min(...this.trips);
	}

	/**
	 * To add to the second after a request that has been answered.
	 *
	 * @param excessMs what it took beyond the fastest trip
	 */
	marginAfterMs(excessMs: number): number {
		return SMALLEST_MARGIN_MS + Math.min(LARGEST_EXCESS_MS, Math.max(0, excessMs)) + this.doubtMs;
	}

	/**
	 * How much faster a trip may yet be. While few have been fast, as right after a start, the fastest of them may have been
	 * slow. No more than that trip itself has to be added: what was answered had arrived by then.
	 */
	private get doubtMs(): number {
		const fastestFirst = [...this.trips].sort((a, b) => a - b);
		const [fastestMs] = fastestFirst;
		const spreadMs = (fastestFirst[ALIKE_TRIPS - 1] ?? Number.POSITIVE_INFINITY) - fastestMs;
		return Math.min(fastestMs, DOUBT * spreadMs);
	}
}
