import type { RateLimitAnswer } from '../rateLimitAnswer';
import { AccountShare } from './accountShare';
import { ServerClock } from './serverClock';
import { RoundTripEstimator } from './roundTripEstimator';
import { likeliestLengthMs, wholeSecondsMs } from './windowLength';

// Longer than 300 lines: all methods work on the fields of the one table of states below.

/**
 * What the account lets through at a moment. The state is worked out from the fields named; it is not stored.
 *
 * | state | what may leave | how it is entered | fields |
 * | --- | --- | --- | --- |
 * | `blocked` | nothing | a refusal told how long to wait | `blockedUntilMs`, `refusalsInRow` |
 * | `probe` | one request, once the others are answered | at the start, and when a block is over | `alone` |
 * | `earlyProbe` | the same | a window's end that was worked out, not told, is over | `alone`, `windowEnd` |
 * | `free` | as many as places are left | an answer says how many, or a window has ended | `known`, `limit`, `inFlight` |
 * | `trickle` | one request per second | the places are used up | `lastSentAtMs`, `lastAnsweredAtMs`, `roundTrips` |
 * | `drain` | one request per interval, and places beyond the reserve | as `trickle`, if places come back one by one and others use the account too | `intervalMs`, `account` |
 * | `closed` | nothing until the window ends | the places are used up, and this account has no trickle | `windowEnd` |
 *
 * A probe is subject to the places as well: with none left it waits as in `trickle` or `closed`.
 */
export type TrackerState = 'blocked' | 'probe' | 'earlyProbe' | 'free' | 'trickle' | 'drain' | 'closed';

/** How a request left. The meaning of its answer depends on it. */
export interface Ticket {
	sentAtMs: number;
	kind: Exclude<TrackerState, 'blocked' | 'closed' | 'drain'>;
}

interface WindowEnd {
	atMs: number;
	/** WhatsLoop told it to the second. Otherwise it was worked out, and one request goes first as an early probe. */
	isTold: boolean;
	/** One request per second goes through until then. */
	hasTrickle: boolean;
}

/** Documented: with the limit used up, one request per second goes through, counted from the last one. */
const TRICKLE_MS = 1000;

/** Added to the end of a window. It covers late timers and a varying way there. */
const RESET_MARGIN_MS = 15;

/** After this time an unanswered probe no longer holds the others back, because the account may simply be slow. */
const LONGEST_ALONE_MS = 2000;

/**
 * Somebody else uses the trickle: wait longer after each refusal, up to this. Two clients that race for the trickle both lose.
 * Longer waits make fewer refusals, but leave the account idle for longer when the other client has finished (measured with
 * three processes in the simulation: 1.04 × the minimum with 4 s, 1.09 × with 8 s, and twice the refusals with 2 s).
 */
const LONGEST_YIELD_MS = 4000;

/**
 * With more than twenty processes the yield is longer: this time for each of them, as our share tells. A hundred processes in
 * a window then have a fifth fewer refusals and take less time; with 400 ms some of their messages wait too long (simulated).
 */
const YIELD_PER_PROCESS_MS = 200;

/**
 * On an account that drains: the longest time between two requests of ours while others use it too. Longer times make fewer
 * refusals, but the last messages of many processes wait longer (measured with a hundred processes in the simulation: 2.5
 * refusals per message with 30 s, 2.1 with 40 s; with 80 s they took up to 1.2 × the minimum).
 */
const LONGEST_INTERVAL_MS = 40_000;

/**
 * While others use an account that drains, these places stay free. A request of any process then finds a place. With two
 * instead of one, three processes have a third fewer refusals, or less; three places make no difference.
 */
const RESERVED_PLACES = 2;

/** How the interval changes: no place was left; more than the reserve was left; refused once; refused twice in a row. */
const INTERVAL_FACTORS = { noneLeft: 1.05, someLeft: 0.7, refused: 1.25, refusedAgain: 2 };

/** An account drains if it tells a later end while the old one is still this far away. Our estimate of its clock may be two seconds off. */
const DRAINS_FROM_MS = 3000;

/** Wait after a refusal that does not say when to come back. It doubles with each refusal in a row. */
const SHORTEST_BLIND_WAIT_MS = 1000;
const LONGEST_BLIND_WAIT_MS = 30_000;

/**
 * After a refusal, or in a window that lasts longer, the account is asked again at least this often. One absurd `Retry-After`,
 * such as a year, would otherwise lock it until n8n is restarted.
 */
const LONGEST_BLOCK_MS = 3_600_000;

/** Servers round the end of a window up to whole seconds. */
const SECOND_MS = 1000;

/** If a refusal asks for more than this, the account has no trickle and refuses everything until its window ends. */
const NO_TRICKLE_MS = 2000;

/**
 * When the next request of one account may leave, worked out from the headers of its answers alone. It uses no clock and no
 * network: the caller passes every moment, in milliseconds of a clock that never jumps.
 *
 * It follows the headers and assumes no model. It runs free while places remain. Then it sends one request per second until
 * the window ends. After a refusal it waits for the time that the refusal told, sends one probe, and goes on. This serves a
 * window with a trickle, a leaky bucket, and a fixed window whose end only the refusal tells.
 */
export class RateLimitTracker {
	private readonly clock = new ServerClock();

	/** When each request under way left. */
	private readonly sentAtMs: number[] = [];

	private lastSentAtMs = Number.NEGATIVE_INFINITY;

	/** When the latest answer came. Every answered request had arrived by then. */
	private lastAnsweredAtMs: number | undefined;

	/** No other request was under way when the latest one left. */
	private wasAlone = true;

	/** The margin after the latest answer, once it has been worked out. */
	private answeredMarginMs: number | undefined;

	private limit: number | undefined;

	/** Places left, as an answer said. It is undefined while the account tells nothing. */
	private known: { remaining: number; saidAtMs: number } | undefined;

	private windowEnd: WindowEnd | undefined;

	private blockedUntilMs = Number.NEGATIVE_INFINITY;

	/** When the window ended, as the latest refusal told it. */
	private endedAtMs = Number.NEGATIVE_INFINITY;

	/** The next request goes alone. The first request does so too, because its answer tells the limit. */
	private alone: 'probe' | 'earlyProbe' | undefined = 'probe';

	private refusalsInRow = 0;

	private readonly roundTrips = new RoundTripEstimator();

	/** When the request that opened the window was answered, and the one before it. */
	private openingAnsweredAtMs: number | undefined;

	private earlierOpeningAnsweredAtMs: number | undefined;

	/** Length of the window whose end a refusal told, on an account that tells the end nowhere else. */
	private windowLengthMs: number | undefined;

	/** Servers round the end of a window up to whole seconds. We skip that part until an early probe is refused. */
	private endsAreRoundedUp = true;

	/** Who else uses the account. */
	private readonly account = new AccountShare();

	/** The end that the latest answer told. */
	private toldResetEpochMs: number | undefined;

	/**
	 * How places come back, as the told ends show: one by one (`drain`), or all at once (`window`). A window with a told end has a
	 * trickle, where a refusal costs less than an unused place.
	 */
	private refill: 'unknown' | 'window' | 'drain' = 'unknown';

	/** Time between two requests of ours while others use an account that drains; undefined while nobody else does. */
	private intervalMs: number | undefined;

	/** The interval was worked down to that of a process alone before. */
	private wasIntervalShortest = false;

	/** What the server's clock showed at a moment, at the earliest; undefined before its first `Date` header. */
	serverTimeMs(atMs: number): number | undefined {
		return this.clock.earliestAtMs(atMs);
	}

	/** How long until the time of a refusal is over. */
	blockedForMs(nowMs: number): number {
		return Math.max(0, this.blockedUntilMs - nowMs);
	}

	/** @returns milliseconds until a request may leave; 0 means now. Call it again when an answer has come. */
	waitMs(nowMs: number): number {
		const state = this.stateAt(nowMs);
		if (state === 'blocked') return this.blockedForMs(nowMs);
		if (this.alone && this.inFlight > 0) {
			const aloneUntilMs = this.lastSentAtMs + LONGEST_ALONE_MS;
			if (nowMs < aloneUntilMs) return aloneUntilMs - nowMs;
		}
		return this.hasPlace ? 0 : Math.max(0, this.nextWhenUsedUpMs() - nowMs);
	}

	/** The state at a moment. A window that has ended by then is started anew. */
	stateAt(nowMs: number): TrackerState {
		if (nowMs < this.blockedUntilMs) return 'blocked';
		this.startWindowIfDue(nowMs);
		if (this.alone) return this.alone;
		if (this.hasPlace) return 'free';
		if (this.intervalMs !== undefined) return 'drain';
		return this.windowEnd?.hasTrickle === false ? 'closed' : 'trickle';
	}

	private get inFlight(): number {
		return this.sentAtMs.length;
	}

	/**
	 * How many of the requests under way may have arrived before the answer that came at a moment left the server. The fastest
	 * trip may still be to come, so one that takes half as long as the fastest so far is thought possible.
	 */
	private arrivedBefore(answeredAtMs: number): number {
		const departedAtMs = this.roundTrips.latestDepartureMs(answeredAtMs) ?? answeredAtMs;
		const latestMs = (departedAtMs + answeredAtMs) / 2;
		return this.sentAtMs.filter((sentAtMs) => sentAtMs <= latestMs).length;
	}

	/** True if one of the places left is ours to take. */
	private get hasPlace(): boolean {
		if (this.known === undefined) return true;
		// the answer may not have counted requests that are under way; to subtract them is always safe
		const places = this.known.remaining - this.inFlight;
		if (this.intervalMs !== undefined) return places > RESERVED_PLACES;
		if (this.alone) return places > 0;
		const isCareful = this.refill !== 'window';
		if (isCareful && !this.account.isWithinSlowStart(this.inFlight)) return false;
		return (
			this.account.ownPlacesLeft(this.inFlight) > 0 ||
			this.account.mayTakePlace(this.known.remaining, this.inFlight, isCareful)
		);
	}

	private get trickleMarginMs(): number {
		const departedAtMs = this.inFlight > 0 ? undefined : this.roundTrips.latestDepartureMs(this.lastAnsweredAtMs);
		if (departedAtMs === undefined || this.lastAnsweredAtMs === undefined) return this.roundTrips.marginMs;
		this.answeredMarginMs ??= this.wasAlone
			? this.roundTrips.marginAfterMs(this.lastAnsweredAtMs - this.lastSentAtMs)
			: this.roundTrips.marginAfterSeveralMs(departedAtMs - this.lastSentAtMs);
		return this.answeredMarginMs;
	}

	private nextWhenUsedUpMs(): number {
		const trickleAtMs = this.lastSentAtMs + Math.max(TRICKLE_MS + this.trickleMarginMs, this.intervalMs ?? 0);
		if (this.windowEnd === undefined) return trickleAtMs;
		return Math.min(
			this.windowEnd.atMs,
			this.windowEnd.hasTrickle ? trickleAtMs : this.lastSentAtMs + LONGEST_BLOCK_MS,
		);
	}

	/** When the window has ended, all places are back, except those of requests still under way. */
	private startWindowIfDue(nowMs: number): void {
		if (this.windowEnd === undefined || nowMs < this.windowEnd.atMs) return;
		if (!this.windowEnd.isTold) this.alone ??= 'earlyProbe';
		// on an account that drains, all places are back only if the others sent nothing
		else if (this.intervalMs !== undefined) this.alone ??= 'probe';
		this.known = this.limit === undefined ? undefined : { remaining: this.limit, saidAtMs: nowMs };
		this.windowEnd = undefined;
		this.account.startWindow();
		this.earlierOpeningAnsweredAtMs = this.openingAnsweredAtMs;
		this.openingAnsweredAtMs = undefined;
	}

	/** Call this for every request, at the moment at which it leaves. */
	acquire(nowMs: number): Ticket {
		const kind = this.alone ?? (this.hasPlace ? 'free' : 'trickle');
		this.wasAlone = this.inFlight === 0;
		this.sentAtMs.push(nowMs);
		this.lastSentAtMs = nowMs;
		return { sentAtMs: nowMs, kind };
	}

	/**
	 * Call this for every request that left: with its answer, or with undefined if none came.
	 *
	 * @returns true if it was refused because somebody else uses the account's trickle; that does not count as a failed try
	 */
	release(ticket: Ticket, answer: RateLimitAnswer | undefined, nowMs: number): boolean {
		this.sentAtMs.splice(this.sentAtMs.indexOf(ticket.sentAtMs), 1);
		if (ticket.kind === 'probe' || ticket.kind === 'earlyProbe') this.alone = undefined;
		if (answer === undefined) return false;
		this.lastAnsweredAtMs = nowMs;
		this.roundTrips.observe(nowMs - ticket.sentAtMs, this.wasAlone && this.inFlight === 0);
		this.answeredMarginMs = undefined;
		this.clock.observe(answer.dateMs, ticket.sentAtMs, nowMs);
		this.limit = answer.limit ?? this.limit;
		if (answer.refused) return this.learnFromRefusal(ticket, answer, nowMs);
		this.learnFromSuccess(ticket, answer, nowMs);
		return false;
	}

	private learnFromSuccess(ticket: Ticket, answer: RateLimitAnswer, nowMs: number): void {
		this.refusalsInRow = 0;
		this.learnShare(ticket, answer, nowMs);
		if (this.known !== undefined && ticket.sentAtMs < this.known.saidAtMs) {
			// both were under way at once and either may have been counted first, so this one can only lower the number
			if (answer.remaining !== undefined && answer.remaining < this.known.remaining)
				this.known = { remaining: answer.remaining, saidAtMs: nowMs };
			return;
		}
		if (answer.remaining !== undefined) {
			const isFirst = answer.limit !== undefined && answer.remaining === answer.limit - 1;
			// after a refusal told the end of a window, a probe opens the next window or comes soon after its opening
			if (isFirst || this.followsEnd(ticket)) this.openingAnsweredAtMs = nowMs;
			this.known = { remaining: answer.remaining, saidAtMs: nowMs };
		}
		this.learnWindowEnd(answer, nowMs);
	}

	/**
	 * True for a request that opened a window, or left soon after its opening by somebody else: right after the end that a refusal
	 * told, or at any such end once the length of the windows is known.
	 */
	private followsEnd({ kind, sentAtMs }: Ticket): boolean {
		if (kind === 'free') return false;
		return this.windowLengthMs !== undefined || sentAtMs < this.endedAtMs + SECOND_MS;
	}

	/** Learns who else uses the account, from the places that are left. */
	private learnShare(ticket: Ticket, { remaining, limit, resetEpochMs }: RateLimitAnswer, nowMs: number): void {
		if (remaining === undefined || limit === undefined) return;
		this.learnDraining(resetEpochMs, nowMs);
		this.learnWindow(resetEpochMs, limit - remaining, nowMs);
		if (this.intervalMs !== undefined) this.adaptInterval(this.intervalMs, remaining);
		else if (ticket.kind !== 'trickle' || remaining > 0)
			this.account.accepted(
				remaining,
				limit,
				ticket.sentAtMs >= (this.known?.saidAtMs ?? 0),
				this.arrivedBefore(nowMs),
			);
		else if (this.refill === 'drain' && this.account.isShared(this.inFlight)) this.intervalMs = this.fairIntervalMs;
	}

	/** In a window the told end stays the same. On an account that drains it moves on with each request. */
	private learnDraining(resetEpochMs: number | undefined, nowMs: number): void {
		const earlierEpochMs = this.toldResetEpochMs;
		this.toldResetEpochMs = resetEpochMs;
		if (resetEpochMs === undefined || earlierEpochMs === undefined || resetEpochMs <= earlierEpochMs) return;
		const endsAtMs = this.clock.certainlyReachedAtMs(earlierEpochMs);
		if (endsAtMs !== undefined && nowMs < endsAtMs - DRAINS_FROM_MS) this.refill = 'drain';
	}

	/** An account that drains would be empty when the places taken are back, one per second. A later end is that of a window. */
	private learnWindow(resetEpochMs: number | undefined, placesTaken: number, nowMs: number): void {
		if (this.refill !== 'unknown' || resetEpochMs === undefined) return;
		const endsAtMs = this.clock.certainlyReachedAtMs(resetEpochMs);
		if (endsAtMs !== undefined && endsAtMs - nowMs > placesTaken * TRICKLE_MS + DRAINS_FROM_MS) this.refill = 'window';
	}

	private get fairIntervalMs(): number {
		// the share may be that of a time when others were there who have finished (three processes took up to 1.12 × the minimum)
		if (this.wasIntervalShortest) return TRICKLE_MS;
		return Math.min(LONGEST_INTERVAL_MS, TRICKLE_MS / this.account.cautiousShare);
	}

	/** All processes see the same places, so each can tell whether all together are too fast or too slow. */
	private adaptInterval(intervalMs: number, remaining: number): void {
		if (remaining === 0) this.intervalMs = Math.min(LONGEST_INTERVAL_MS, intervalMs * INTERVAL_FACTORS.noneLeft);
		if (remaining <= RESERVED_PLACES) return;
		const shorterMs = intervalMs * INTERVAL_FACTORS.someLeft;
		if (shorterMs > TRICKLE_MS) {
			this.intervalMs = shorterMs;
			return;
		}
		// at one request per second there is nobody else any more
		this.intervalMs = undefined;
		this.wasIntervalShortest = true;
	}

	/** A refusal on an account that drains: others use it too. Our share of the places tells how many, from the first refusal on. */
	private slowDown(): void {
		const factor = this.refusalsInRow > 1 ? INTERVAL_FACTORS.refusedAgain : INTERVAL_FACTORS.refused;
		const intervalMs = this.intervalMs ?? (this.account.isShared(this.inFlight) ? this.fairIntervalMs : TRICKLE_MS);
		this.intervalMs = Math.min(LONGEST_INTERVAL_MS, intervalMs * factor);
	}

	private learnWindowEnd({ resetEpochMs }: RateLimitAnswer, nowMs: number): void {
		const openedAtMs = this.roundTrips.latestDepartureMs(this.openingAnsweredAtMs);
		const toldAtMs = resetEpochMs === undefined ? undefined : this.clock.certainlyReachedAtMs(resetEpochMs);
		if (resetEpochMs !== undefined && toldAtMs !== undefined) {
			this.windowEnd = toldAtMs > nowMs ? this.toldEnd(toldAtMs, openedAtMs, resetEpochMs) : undefined;
		} else if (openedAtMs !== undefined && this.windowLengthMs !== undefined) {
			const atMs = openedAtMs + this.windowLengthMs + RESET_MARGIN_MS;
			this.windowEnd = { atMs, isTold: false, hasTrickle: false };
		}
	}

	/** A window lasts whole seconds. Any further part of a second, from its opening to the told end, is the server's rounding. */
	private toldEnd(toldAtMs: number, openedAtMs: number | undefined, resetEpochMs: number): WindowEnd {
		const told = { atMs: toldAtMs + RESET_MARGIN_MS, isTold: true, hasTrickle: true };
		if (openedAtMs === undefined || this.openingAnsweredAtMs === undefined || !this.endsAreRoundedUp) return told;
		const soonestMs = this.clock.possiblyReachedAtMs(resetEpochMs - SECOND_MS);
		const lengthMs = likeliestLengthMs(soonestMs - this.openingAnsweredAtMs, toldAtMs - openedAtMs);
		return { ...told, atMs: openedAtMs + lengthMs + RESET_MARGIN_MS, isTold: false };
	}

	private learnFromRefusal(ticket: Ticket, answer: RateLimitAnswer, nowMs: number): boolean {
		this.account.refused();
		this.learnDraining(answer.resetEpochMs, nowMs);
		this.refusalsInRow++;
		this.alone = 'probe';
		if (answer.remaining !== undefined && ticket.sentAtMs >= (this.known?.saidAtMs ?? Number.NEGATIVE_INFINITY)) {
			this.known = { remaining: 0, saidAtMs: nowMs };
		}
		const endAtMs =
			answer.resetEpochMs === undefined ? undefined : this.clock.certainlyReachedAtMs(answer.resetEpochMs);
		const untilEndMs = endAtMs === undefined ? undefined : Math.max(0, endAtMs - nowMs);
		const toldMs = answer.retryAfterMs ?? untilEndMs ?? this.blindWaitMs();
		const yieldMs = this.learnFromTicket(ticket, toldMs) ? this.yieldMs(untilEndMs) : 0;
		const blockMs = Math.min(LONGEST_BLOCK_MS, Math.max(toldMs, yieldMs));
		this.blockedUntilMs = Math.max(this.blockedUntilMs, nowMs + blockMs);
		return yieldMs > 0 || (this.intervalMs !== undefined && ticket.kind !== 'free');
	}

	/** @returns true if a request of the trickle was refused although its second had passed */
	private learnFromTicket(ticket: Ticket, toldMs: number): boolean {
		if (ticket.kind === 'earlyProbe') {
			// the end that was worked out was too early
			this.endsAreRoundedUp = false;
			if (this.windowLengthMs !== undefined)
				this.learnWindowLength(this.earlierOpeningAnsweredAtMs, ticket.sentAtMs + toldMs);
			return false;
		}
		if (toldMs > NO_TRICKLE_MS) {
			this.windowEnd = undefined;
			this.endedAtMs = ticket.sentAtMs + toldMs;
			this.learnWindowLength(this.openingAnsweredAtMs, ticket.sentAtMs + toldMs);
			this.openingAnsweredAtMs = undefined;
			return false;
		}
		if (this.refill === 'drain' && (this.intervalMs !== undefined || this.refusalsInRow > 1)) this.slowDown();
		else if (ticket.kind === 'trickle') this.roundTrips.cameTooEarly();
		return ticket.kind !== 'free';
	}

	private blindWaitMs(): number {
		return Math.min(LONGEST_BLIND_WAIT_MS, SHORTEST_BLIND_WAIT_MS * 2 ** (this.refusalsInRow - 1));
	}

	/**
	 * How long to leave the trickle to somebody else. The first refusal may be our own timing; a second one in a row means that
	 * somebody else uses the trickle. An account that does not count places has no trickle.
	 */
	private yieldMs(untilEndMs = Number.POSITIVE_INFINITY): number {
		if (this.refusalsInRow < 2 || this.known === undefined || this.intervalMs !== undefined) return 0;
		const longestMs = Math.max(LONGEST_YIELD_MS, YIELD_PER_PROCESS_MS / this.account.share());
		return Math.min(longestMs, TRICKLE_MS * 2 ** (this.refusalsInRow - 1), untilEndMs);
	}

	/**
	 * A refusal told the end of a window whose opening we saw. The next window will be as long. We take the shortest possible
	 * length: a probe that comes too early costs one refusal, while an extra second would be lost in every window.
	 */
	private learnWindowLength(openingAnsweredAtMs: number | undefined, endsAtMs: number): void {
		const openedAtMs = this.roundTrips.latestDepartureMs(openingAnsweredAtMs);
		if (openedAtMs === undefined) return;
		const lengthMs = wholeSecondsMs(endsAtMs - openedAtMs);
		this.windowLengthMs = lengthMs > 0 ? lengthMs : undefined;
	}
}
