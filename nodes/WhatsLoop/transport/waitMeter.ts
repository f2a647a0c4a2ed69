import type { Clock } from './wait';

/** Measures how long a run stood waiting for WhatsLoop. Waits of several items at once count once. */
export class WaitMeter {
	retries = 0;

	/** Called when a wait for WhatsLoop or a back-off begins, with its length in milliseconds. */
	onWait: (waitMs: number) => void = () => undefined;

	private waiting = 0;

	private sinceMs = 0;

	private totalMs = 0;

	constructor(private readonly clock: Clock) {}

	get waitedMs(): number {
		return this.totalMs + (this.waiting > 0 ? this.clock.monotonicMs() - this.sinceMs : 0);
	}

	async during<T>(wait: () => Promise<T>): Promise<T> {
		if (this.waiting++ === 0) this.sinceMs = this.clock.monotonicMs();
		try {
			return await wait();
		} finally {
			if (--this.waiting === 0) this.totalMs += this.clock.monotonicMs() - this.sinceMs;
		}
	}
}
