/** A header in whole seconds was true for a second. */
const SECOND_MS = 1000;

/**
 * What is known of the server's clock from its `Date` headers. They are cut to whole seconds, so one alone says only that
 * the clock stood somewhere in a second; every further one narrows that down, as network time protocols do.
 *
 * Works on differences to a clock of ours that never jumps, so neither clock has to be right.
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
		// the server's clock was set, or another server answers: what was known before is void
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
}
