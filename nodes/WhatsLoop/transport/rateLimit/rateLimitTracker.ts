import type { RateLimitAnswer } from '../rateLimitAnswer';
import { ServerClock } from './serverClock';
import { RoundTripEstimator } from './roundTripEstimator';

/** How a request went out, for what its answer means. */
export interface Ticket {
	/** Requests are numbered in the order in which they leave. */
	number: number;
	sentAtMs: number;
	/**
	 * `free`: places were left; `trickle`: one a second; `probe`: alone, to see how things stand; `earlyProbe`: a probe at the end of
	 * a window that was worked out and not told.
	 */
	kind: 'free' | 'trickle' | 'probe' | 'earlyProbe';
}

interface WindowEnd {
	atMs: number;
	/** WhatsLoop said so to the second; otherwise it was worked out, and one request goes ahead and looks. */
	isTold: boolean;
	/** One request per second goes through until then. */
	hasTrickle: boolean;
}

/** Documented: with the limit used up, one request per second goes through, counted from the last one. */
const TRICKLE_MS = 1000;

/** Added where a window's end was told or worked out, for timers and the way there. */
const RESET_MARGIN_MS = 15;

/** A probe that is not answered by then no longer holds the others back: the account may simply be slow. */
const LONGEST_ALONE_MS = 2000;

/**
 * Somebody else uses up the trickle: come back ever later, up to this, because two who race for it both lose. Longer yields
 * make fewer refusals, and leave the account idle for longer when the other one is done (measured: the simulation's three
 * processes take 1.04 × the minimum with 4 s, 1.09 × with 8 s, and twice the refusals with 2 s).
 */
const LONGEST_YIELD_MS = 4000;

/** A refusal without any hint of when to come back. Doubled for each in a row. */
const SHORTEST_BLIND_WAIT_MS = 1000;
const LONGEST_BLIND_WAIT_MS = 30_000;

/** Being told to wait longer than this during the trickle means that this account has none, and refuses until its window ends. */
const NO_TRICKLE_MS = 2000;

/**
 * When the next request of one account may leave, worked out from the headers of its answers alone. Knows no clock and no
 * network: every moment comes in, in milliseconds of a clock that never jumps.
 *
 * It follows what WhatsLoop says and assumes no model: it runs free while places remain, then sends one request per second
 * until the window ends; after a refusal nothing leaves before its time, then one probe, then on. That serves a window with a
 * trickle, a leaky bucket, and a fixed window whose end only the refusal tells.
 */
export class RateLimitTracker {
	private readonly clock = new ServerClock();

	private sentCount = 0;

	private inFlight = 0;

	private lastSentAtMs = Number.NEGATIVE_INFINITY;

	/** When the latest answer came, to whichever request: all that were answered had arrived by then. */
	private lastAnsweredAtMs: number | undefined;

	private limit: number | undefined;

	/** Places left, as an answer said. Undefined: the account tells nothing. */
	private known: { remaining: number; saidAtMs: number } | undefined;

	private windowEnd: WindowEnd | undefined;

	private blockedUntilMs = Number.NEGATIVE_INFINITY;

	/** The next request goes alone. So does the very first: what its answer tells is worth one round trip. */
	private alone: 'probe' | 'earlyProbe' | undefined = 'probe';

	private refusalsInRow = 0;

	private readonly travelTime = new RoundTripEstimator();

	/** When the request that opened the window was answered, and the one before it. */
	private openingAnsweredAtMs: number | undefined;

	private earlierOpeningAnsweredAtMs: number | undefined;

	/** How long the window was that a refusal told the end of, on an account that tells it nowhere else. */
	private windowLengthMs: number | undefined;

	/** Servers round the end of a window up to whole seconds. Until one is found that does not, that part is not waited for. */
	private endsAreRoundedUp = true;

	private get places(): number {
		// what is under way may or may not have been counted in that answer; taking it for not counted is never too much
		return this.known === undefined ? Number.POSITIVE_INFINITY : this.known.remaining - this.inFlight;
	}

	/** How long until a refusal's time is over; this is known to be a wait for WhatsLoop and for nothing else. */
	blockedForMs(nowMs: number): number {
		return Math.max(0, this.blockedUntilMs - nowMs);
	}

	/** @returns milliseconds until a request may leave; 0 is now. Ask again when an answer came. */
	nextTurnInMs(nowMs: number): number {
		if (nowMs < this.blockedUntilMs) return this.blockedUntilMs - nowMs;
		this.startWindowIfDue(nowMs);
		if (this.alone && this.inFlight > 0) {
			const aloneUntilMs = this.lastSentAtMs + LONGEST_ALONE_MS;
			if (nowMs < aloneUntilMs) return aloneUntilMs - nowMs;
		}
		if (this.places > 0) return 0;
		return Math.max(0, this.nextWhenUsedUpMs() - nowMs);
	}

	private get trickleMarginMs(): number {
		const departedAtMs = this.inFlight > 0 ? undefined : this.travelTime.latestDepartureMs(this.lastAnsweredAtMs);
		if (departedAtMs === undefined) return this.travelTime.marginMs;
		return this.travelTime.marginAfterMs(departedAtMs - this.lastSentAtMs);
	}

	private nextWhenUsedUpMs(): number {
		const trickleAtMs = this.lastSentAtMs + TRICKLE_MS + this.trickleMarginMs;
		if (this.windowEnd === undefined) return trickleAtMs;
		return this.windowEnd.hasTrickle ? Math.min(this.windowEnd.atMs, trickleAtMs) : this.windowEnd.atMs;
	}

	/** The window's end is over: all places are back, but for what is still under way. */
	private startWindowIfDue(nowMs: number): void {
		if (this.windowEnd === undefined || nowMs < this.windowEnd.atMs) return;
		if (!this.windowEnd.isTold) this.alone ??= 'earlyProbe';
		this.known = this.limit === undefined ? undefined : { remaining: this.limit, saidAtMs: nowMs };
		this.windowEnd = undefined;
		this.earlierOpeningAnsweredAtMs = this.openingAnsweredAtMs;
		this.openingAnsweredAtMs = undefined;
	}

	/** To be called for every request that leaves, at its turn. */
	acquire(nowMs: number): Ticket {
		const kind = this.alone ?? (this.places > 0 ? 'free' : 'trickle');
		this.sentCount++;
		this.inFlight++;
		this.lastSentAtMs = nowMs;
		return { number: this.sentCount, sentAtMs: nowMs, kind };
	}

	/**
	 * To be called for every request that left, with its answer, or with undefined where none came.
	 *
	 * @returns whether it was refused because somebody else uses the account's trickle: bad luck, not a failed try
	 */
	release(ticket: Ticket, answer: RateLimitAnswer | undefined, nowMs: number): boolean {
		this.inFlight--;
		if (ticket.kind === 'probe' || ticket.kind === 'earlyProbe') this.alone = undefined;
		if (answer === undefined) return false;
		this.lastAnsweredAtMs = nowMs;
		this.travelTime.observe(nowMs - ticket.sentAtMs);
		this.clock.observe(answer.dateMs, ticket.sentAtMs, nowMs);
		this.limit = answer.limit ?? this.limit;
		if (answer.refused) return this.learnFromRefusal(ticket, answer, nowMs);
		this.learnFromSuccess(ticket, answer, nowMs);
		return false;
	}

	private learnFromSuccess(ticket: Ticket, answer: RateLimitAnswer, nowMs: number): void {
		this.refusalsInRow = 0;
		if (this.known !== undefined && ticket.sentAtMs < this.known.saidAtMs) {
			// under way at the same time, so nobody knows which was counted first: it can only tell that there are fewer places
			this.known.remaining = Math.min(this.known.remaining, answer.remaining ?? Number.POSITIVE_INFINITY);
			return;
		}
		if (answer.remaining !== undefined) {
			const isFirst = answer.limit !== undefined && answer.remaining === answer.limit - 1;
			// after a refusal told the window's end, a probe opens the next one, or comes not long after
			if (isFirst || (ticket.kind !== 'free' && this.windowLengthMs !== undefined)) this.openingAnsweredAtMs = nowMs;
			this.known = { remaining: answer.remaining, saidAtMs: nowMs };
		}
		this.learnWindowEnd(answer, nowMs);
	}

	private learnWindowEnd({ resetEpochMs }: RateLimitAnswer, nowMs: number): void {
		const openedAtMs = this.travelTime.latestDepartureMs(this.openingAnsweredAtMs);
		const toldAtMs = resetEpochMs === undefined ? undefined : this.clock.certainlyReachedAtMs(resetEpochMs);
		if (toldAtMs !== undefined) {
			this.windowEnd = toldAtMs > nowMs ? this.toldEnd(toldAtMs, openedAtMs) : undefined;
		} else if (openedAtMs !== undefined && this.windowLengthMs !== undefined) {
			const atMs = openedAtMs + this.windowLengthMs + RESET_MARGIN_MS;
			this.windowEnd = { atMs, isTold: false, hasTrickle: false };
		}
	}

	/** A window lasts whole seconds; what the told end has beyond that since the window opened is the server's rounding. */
	private toldEnd(toldAtMs: number, openedAtMs: number | undefined): WindowEnd {
		const told = { atMs: toldAtMs + RESET_MARGIN_MS, isTold: true, hasTrickle: true };
		if (openedAtMs === undefined || !this.endsAreRoundedUp) return told;
		const atMs = openedAtMs + wholeSecondsMs(toldAtMs - openedAtMs) + RESET_MARGIN_MS;
		return { ...told, atMs, isTold: false };
	}

	private learnFromRefusal(ticket: Ticket, answer: RateLimitAnswer, nowMs: number): boolean {
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
		this.blockedUntilMs = Math.max(this.blockedUntilMs, nowMs + Math.max(toldMs, yieldMs));
		return yieldMs > 0;
	}

	/** @returns whether a request of the trickle was refused although its second had passed */
	private learnFromTicket(ticket: Ticket, toldMs: number): boolean {
		if (ticket.kind === 'earlyProbe') {
			// what was worked out came too early
			this.endsAreRoundedUp = false;
			if (this.windowLengthMs !== undefined)
				this.learnWindowLength(this.earlierOpeningAnsweredAtMs, ticket.sentAtMs + toldMs);
			return false;
		}
		if (toldMs > NO_TRICKLE_MS) {
			this.windowEnd = undefined;
			this.learnWindowLength(this.openingAnsweredAtMs, ticket.sentAtMs + toldMs);
			this.openingAnsweredAtMs = undefined;
			return false;
		}
		if (ticket.kind === 'trickle') this.travelTime.cameTooEarly();
		return ticket.kind !== 'free';
	}

	private blindWaitMs(): number {
		return Math.min(LONGEST_BLIND_WAIT_MS, SHORTEST_BLIND_WAIT_MS * 2 ** (this.refusalsInRow - 1));
	}

	/**
	 * How long to leave the trickle to whoever else is using it: once was our timing, twice is somebody else. An account that
	 * does not count places has no trickle.
	 */
	private yieldMs(untilEndMs = Number.POSITIVE_INFINITY): number {
		if (this.refusalsInRow < 2 || this.known === undefined) return 0;
		return Math.min(LONGEST_YIELD_MS, TRICKLE_MS * 2 ** (this.refusalsInRow - 1), untilEndMs);
	}

	/**
	 * A refusal told the end of the window whose beginning was seen: the next one will be as long. Taken as short as it can
	 * be: a look that comes too early costs one refusal, while a second too much is lost in every window.
	 */
	private learnWindowLength(openingAnsweredAtMs: number | undefined, endsAtMs: number): void {
		const openedAtMs = this.travelTime.latestDepartureMs(openingAnsweredAtMs);
		if (openedAtMs === undefined) return;
		const lengthMs = wholeSecondsMs(endsAtMs - openedAtMs);
		this.windowLengthMs = lengthMs > 0 ? lengthMs : undefined;
	}
}

/** Servers count windows in whole seconds, and round up what they tell. */
const wholeSecondsMs = (ms: number) => Math.floor(ms / 1000) * 1000;
