/** A header in whole seconds was true for a second. */
const SECOND_MS = 1000;

/**
 * The server's clock, estimated from its `Date` headers. They are cut to whole seconds, so one header alone tells the second
 * only. Every further header narrows the range, as network time protocols do.
 *
 * It uses differences to a clock of ours that never jumps, so neither clock has to be right.
 */
export class ServerClock {
	/** Server time minus ours is at least this … */
	private leastOffsetMs = Number.NEGATIVE_INFINITY;

	/** … and less than this. */
	private mostOffsetMs = Number.POSITIVE_INFINITY;

	/**
	 * @param dateMs the `Date` header, in milliseconds since the epoch
	 * @param sentAtMs our clock when the request left: the server can't have answered before
	 * @param receivedAtMs our clock when the answer was there: the server can't have answered after
	 */
	observe(dateMs: number, sentAtMs: number, receivedAtMs: number): void {
		const least = dateMs - receivedAtMs;
		const most = dateMs + SECOND_MS - sentAtMs;
		const contradicts = least >= this.mostOffsetMs || most <= this.leastOffsetMs;
		// the server's clock was set, or another server answers, so the earlier bounds are void
		this.leastOffsetMs = contradicts ? least : Math.max(this.leastOffsetMs, least);
		this.mostOffsetMs = contradicts ? most : Math.min(this.mostOffsetMs, most);
	}

	/**
	 * The moment on our clock at which the server's clock has certainly reached `epochMs`: never early.
	 *
	 * @returns undefined before the first `Date` header
	 */
	certainlyReachedAtMs(epochMs: number): number | undefined {
		return Number.isFinite(this.leastOffsetMs) ? epochMs - this.leastOffsetMs : undefined;
	}

	/** The moment on our clock before which the server's clock has certainly not reached `epochMs`: never late. */
	possiblyReachedAtMs(epochMs: number): number {
		return epochMs - this.mostOffsetMs;
	}

	/**
	 * The earliest time that the server's clock can have shown at a moment of our clock, in milliseconds since the epoch.
	 *
	 * @returns undefined before the first `Date` header
	 */
	earliestAtMs(ourMs: number): number | undefined {
		return Number.isFinite(this.leastOffsetMs) ? ourMs + this.leastOffsetMs : undefined;
	}
}
