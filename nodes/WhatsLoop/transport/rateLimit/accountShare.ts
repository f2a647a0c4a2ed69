/** A larger share than this counts as the whole account: an answer may have been lost, or a person may send now and then. */
const ALONE_FROM = 0.9;

/** The share of a process that knows that others use the account, but has taken no place beside them yet. */
const NEWCOMER_SHARE = 1 / 3;

/**
 * A share worked out from one place says little: one place of twenty may be a third of the account, if the process came late.
 * This many places are added to it, of which the share of a newcomer is ours (simulated with three processes on an account
 * that drains, of which two start 160 and 240 ms late: 1.09 × the minimum without these places, 1.06 × with two of them, 1.02 × with three).
 */
const ASSUMED_PLACES = 3;

/**
 * While others use the account, a careful process keeps this part of its share under way. What an answer told is one round
 * trip old, and the others have taken places since. Half mostly leaves enough for them (three processes with eight requests
 * each in a fixed window: 10 refusals per 100 messages with one half, 23 with the whole; simulated, even latency).
 */
const PART_UNDER_WAY = 0.5;

/** Rounding errors of a share must not cost a place. */
const ROUNDING = 1e-6;

/**
 * How much of the account is ours, worked out from the places that our own requests took. `X-RateLimit-Remaining` counts
 * everybody's requests. If our answers say 19, 16 and 13, two other requests came between each two of ours, so a third of the
 * account is ours. The shares of several processes add up to one, although they share nothing but the headers.
 */
export class AccountShare {
	/** Our accepted requests of this window, and the smallest number of places that one of them left. */
	private ownPlaces = 0;

	private fewestLeft = Number.POSITIVE_INFINITY;

	/** Our share of the window before this one; undefined in the first window. */
	private earlier: number | undefined;

	private limit = 0;

	private wasRefused = false;

	/** More places were taken than our own requests can have taken, those without an answer included. */
	private othersTookPlaces = false;

	/** A window begins. Our share of the last one decides how many requests may be under way in this one. */
	startWindow(): void {
		this.earlier = this.seen(0) ?? (this.wasRefused ? NEWCOMER_SHARE : this.earlier);
		this.ownPlaces = 0;
		this.fewestLeft = Number.POSITIVE_INFINITY;
		this.wasRefused = false;
		this.othersTookPlaces = false;
	}

	/**
	 * A request of ours was accepted.
	 *
	 * @param remaining places that it left
	 * @param isLater it left after the latest answer that was taken in
	 * @param ownUnanswered requests of ours that may have arrived before it, and have no answer so far
	 */
	accepted(remaining: number, limit: number, isLater = true, ownUnanswered = Number.POSITIVE_INFINITY): void {
		// an account that does not tell the end of its window shows by this that a new one has begun
		if (isLater && remaining > this.fewestLeft + limit / 2) this.startWindow();
		this.limit = limit;
		this.ownPlaces++;
		this.fewestLeft = Math.min(this.fewestLeft, remaining);
		if (this.placesTaken > this.ownPlaces + ownUnanswered) this.othersTookPlaces = true;
	}

	private get placesTaken(): number {
		return this.limit - Math.min(this.limit, this.fewestLeft);
	}

	/** A request of ours was refused although nothing told that it would be. */
	refused(): void {
		this.wasRefused = true;
	}

	/** Our share of the places taken in this window; undefined while we took none. Requests under way count as ours. */
	private seen(inFlight: number): number | undefined {
		if (this.placesTaken === 0) return undefined;
		const share = (this.ownPlaces + inFlight) / this.placesTaken;
		return share > ALONE_FROM ? 1 : share;
	}

	/** Our share, above 0 and up to 1. */
	share(inFlight = 0): number {
		return this.earlier ?? this.seen(inFlight) ?? (this.wasRefused ? NEWCOMER_SHARE : 1);
	}

	/** Our share, where one place of ours leans to the share of a newcomer. */
	get cautiousShare(): number {
		if (this.earlier !== undefined || this.ownPlaces !== 1) return this.share();
		return (1 + ASSUMED_PLACES * NEWCOMER_SHARE) / (this.placesTaken + ASSUMED_PLACES);
	}

	/** True if others took places of this window. */
	isShared(inFlight: number): boolean {
		return this.ownPlaces === 0 ? this.wasRefused : (this.seen(inFlight) ?? 1) < 1;
	}

	/**
	 * Slow start, as in TCP (RFC 5681, section 3.1): until a window has shown who else is there, no more requests may be under
	 * way than were accepted. So their number doubles with each round trip, and processes that start together see each other
	 * before the places are used up.
	 */
	isWithinSlowStart(inFlight: number): boolean {
		return this.earlier !== undefined || inFlight < Math.max(1, this.ownPlaces);
	}

	/**
	 * Places left by our own count, as long as all places taken can be ours. Answers overtake each other, so what they say is late.
	 */
	ownPlacesLeft(inFlight: number): number {
		if (this.othersTookPlaces || this.wasRefused || this.ownPlaces === 0) return 0;
		if (this.share(inFlight) < 1 || this.placesTaken > this.ownPlaces + inFlight) return 0;
		return this.limit - this.ownPlaces - inFlight;
	}

	/**
	 * Whether one more request may leave while places remain. All requests under way, those of the others included, should not
	 * exceed the places, so each process keeps to its share of them. One request may always be under way, because a place must
	 * not stay unused.
	 *
	 * @param remaining places left, by the latest answer
	 * @param isCareful a refusal costs more than a place that is used some round trips later
	 */
	mayTakePlace(remaining: number, inFlight: number, isCareful: boolean): boolean {
		if (remaining - inFlight <= 0) return false;
		if (inFlight === 0) return true;
		const share = this.share(inFlight);
		return inFlight + 1 <= share * (isCareful && share < 1 ? PART_UNDER_WAY : 1) * remaining + ROUNDING;
	}
}
