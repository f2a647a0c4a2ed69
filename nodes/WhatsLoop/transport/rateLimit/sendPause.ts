import { SLICE_MS, type Clock } from '../wait';

interface Waiter {
	/** Ends its sleep early. */
	wake: () => void;
}

/**
 * Keeps a pause between two sends of one account, for all executions of this process. Sends that ask for a pause wait here
 * before they enter the account's queue, one at a time. So they delay no other request of the account.
 */
export class SendPause {
	private lastSendAtMs = Number.NEGATIVE_INFINITY;

	/** The first one waits for its pause to end, the others for their turn. */
	private readonly waiting: Waiter[] = [];

	constructor(private readonly clock: Clock) {}

	get isIdle(): boolean {
		return this.waiting.length === 0;
	}

	/** To be called when a send leaves. */
	noteSend(): void {
		this.lastSendAtMs = this.clock.monotonicMs();
	}

	/**
	 * Waits until the latest send of the account is at least `pauseMs` ago, then lets the send leave.
	 *
	 * @param leave ends when the send has left, or is not going to
	 * @returns undefined where the execution was stopped meanwhile
	 */
	async before<T>(pauseMs: number, signal: AbortSignal | undefined, leave: () => Promise<T>): Promise<T | undefined> {
		const waiter: Waiter = { wake: () => undefined };
		this.waiting.push(waiter);
		try {
			for (;;) {
				if (signal?.aborted) return undefined;
				const isNext = this.waiting[0] === waiter;
				const waitMs = isNext ? this.lastSendAtMs + pauseMs - this.clock.monotonicMs() : SLICE_MS;
				if (isNext && waitMs <= 0) return await leave();
				await this.sleep(waiter, Math.min(SLICE_MS, waitMs));
			}
		} finally {
			this.waiting.splice(this.waiting.indexOf(waiter), 1);
			this.waiting[0]?.wake();
		}
	}

	private async sleep(waiter: Waiter, ms: number): Promise<void> {
		const woken = new Promise<void>((resolve) => {
			waiter.wake = resolve;
		});
		await Promise.race([this.clock.sleep(ms), woken]);
	}
}
