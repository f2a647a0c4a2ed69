import { OneWay } from './oneWay';

/** Weights of the newest round trip, and how many mean deviations cover the next one (RFC 6298, 2). */
const MEAN_WEIGHT = 1 / 8;
const DEVIATION_WEIGHT = 1 / 4;
const DEVIATIONS = 3;

/** Timers are a millisecond or two late, for both requests. */
const SMALLEST_MARGIN_MS = 4;
const SMALLEST_ANSWERED_MARGIN_MS = 2;
/** Added each time a request still came too early. */
const STEP_MS = 10;
const LARGEST_MARGIN_MS = 250;
/** A longer wait would cost more than the second that a refusal costs. */
const LARGEST_EXCESS_MS = 1000;

/**
 * What a refusal in the trickle costs. It is less than the second for which it asks, because part of that second would have
 * been left over at the end of the window (measured in the simulation: 700 to 1,100 make no difference of half a percent).
 */
const REFUSAL_COST_MS = 700;

/** The way may become longer for good. An old fastest trip then means nothing. */
const TRIPS_REMEMBERED = 50;

/** Trips of requests that were under way alone: their order shows whether the way is getting longer or shorter. */
const LONE_TRIPS_REMEMBERED = 20;
const FEWEST_FOR_A_TREND = 10;

/** From one trip to the next, the time of a way that drifts changes little. Without a drift this ratio is about 1.4. */
const DRIFT_BELOW = 0.8;

/** This many trips of about the same time show how fast the way is. */
const ALIKE_TRIPS = 4;

/** A faster trip than the fastest so far may differ from it by the spread of these, times this factor. */
const DOUBT = 0.5;

/** While few requests were under way alone: the others may have been slow because the machine was busy with all of them. */
const DOUBT_AT_FIRST = 2;
const FEWEST_LONE_TRIPS = 8;

/**
 * How much the time to WhatsLoop and back varies. Two requests that leave a second apart can arrive closer together. The
 * second one is then refused, which costs a whole second.
 */
export class RoundTripEstimator {
	private meanMs: number | undefined;

	private deviationMs = 0;

	private extraMs = 0;

	private readonly trips: number[] = [];

	private readonly loneTrips: number[] = [];

	/** @param wasAlone no other request was under way when this one left or when its answer came */
	observe(roundTripMs: number, wasAlone = false): void {
		remember(this.trips, roundTripMs, TRIPS_REMEMBERED);
		if (wasAlone) remember(this.loneTrips, roundTripMs, LONE_TRIPS_REMEMBERED);
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
	 * To add to the second after the last of several requests, when all are answered. It is not known which of them arrived
	 * last, so the margin covers all that the latest answer may have lost on its way there.
	 *
	 * @param excessMs how much longer than the fastest trip it took from the last departure to the latest answer
	 */
	marginAfterSeveralMs(excessMs: number): number {
		return SMALLEST_ANSWERED_MARGIN_MS + Math.min(LARGEST_EXCESS_MS, Math.max(0, excessMs)) + this.doubtMs(this.trips);
	}

	/** To add to the second after a request that was under way alone and has been answered. */
	marginAfterMs(roundTripMs: number): number {
		const trips = this.drifts ? this.loneTrips.slice(-FEWEST_FOR_A_TREND) : this.trips;
		const shortestMs = Math.min(...trips) - this.doubtMs(trips);
		const oneWay = new OneWay(trips.map((tripMs) => tripMs - shortestMs));
		return SMALLEST_ANSWERED_MARGIN_MS + oneWay.cheapestMarginMs(roundTripMs - shortestMs, REFUSAL_COST_MS);
	}

	/**
	 * How much faster a trip may still be: the fastest of a few may be a slow one. The doubt never exceeds the fastest trip
	 * itself, because an answered request had arrived by then.
	 */
	private doubtMs(trips: readonly number[]): number {
		const fastestFirst = [...trips].sort((a, b) => a - b);
		const [fastestMs] = fastestFirst;
		const spreadMs = (fastestFirst[ALIKE_TRIPS - 1] ?? Number.POSITIVE_INFINITY) - fastestMs;
		return Math.min(fastestMs, (this.loneTrips.length < FEWEST_LONE_TRIPS ? DOUBT_AT_FIRST : DOUBT) * spreadMs);
	}

	/** True if the time of the way changes slowly. Then only the latest trips count. */
	private get drifts(): boolean {
		if (this.loneTrips.length < FEWEST_FOR_A_TREND) return false;
		const medianMs = [...this.loneTrips].sort((a, b) => a - b)[this.loneTrips.length >> 1];
		const spreadMs = sum(this.loneTrips.map((tripMs) => Math.abs(tripMs - medianMs)));
		const changesMs = sum(this.loneTrips.slice(1).map((tripMs, index) => Math.abs(tripMs - this.loneTrips[index])));
		return changesMs < DRIFT_BELOW * spreadMs;
	}
}

function remember(trips: number[], tripMs: number, most: number): void {
	trips.push(tripMs);
	if (trips.length > most) trips.shift();
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
