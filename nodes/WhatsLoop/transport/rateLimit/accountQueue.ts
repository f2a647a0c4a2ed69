import { SLICE_MS, type Clock } from '../wait';
import { RateLimitTracker, type Ticket } from './rateLimitTracker';
import type { RateLimitAnswer } from '../rateLimitAnswer';
import { SendPause } from './sendPause';

export interface AcquireRequest {
	signal: AbortSignal | undefined;
	/** Earlier attempts of the same request. */
	attempts: number;
	/** Give up at once if WhatsLoop has asked to wait longer than this. */
	longestBlockMs: number;
}

export type Acquired =
	| { kind: 'go'; ticket: Ticket }
	/** The execution was stopped while waiting. */
	| { kind: 'stopped' }
	/** An earlier answer asked to wait this long. */
	| { kind: 'blocked'; waitMs: number };

interface Waiter {
	attempts: number;
	/** Ends its sleep early. */
	wake: () => void;
}

/** The requests of one account, from all items, nodes and executions of this process. They leave when its tracker allows. */
export class AccountQueue {
	private readonly tracker = new RateLimitTracker();

	/** In the order of leaving: requests with more earlier attempts first, then in the order of arrival. */
	private readonly waiting: Waiter[] = [];

	private inFlight = 0;

	/** The pause that users may ask for between two sends of the account, on top of the rate limit. */
	readonly sendPause: SendPause;

	constructor(private readonly clock: Clock) {
		this.sendPause = new SendPause(clock);
	}

	get isIdle(): boolean {
		return this.inFlight === 0 && this.waiting.length === 0 && this.sendPause.isIdle;
	}

	/** What the server's clock showed at a moment, at the earliest; undefined before its first answer. */
	serverTimeMs(atMs: number): number | undefined {
		return this.tracker.serverTimeMs(atMs);
	}

	/** Waits until this request may leave. The caller must always pass the ticket to `release`, also after a failure. */
	async acquire(request: AcquireRequest): Promise<Acquired> {
		const waiter: Waiter = { attempts: request.attempts, wake: () => undefined };
		this.enqueue(waiter);
		try {
			for (;;) {
				if (request.signal?.aborted) return { kind: 'stopped' };
				const nowMs = this.clock.monotonicMs();
				const blockedMs = this.tracker.blockedForMs(nowMs);
				if (blockedMs > request.longestBlockMs) return { kind: 'blocked', waitMs: blockedMs };
				const isNext = this.waiting[0] === waiter;
				const waitMs = isNext ? this.tracker.waitMs(nowMs) : SLICE_MS;
				if (isNext && waitMs <= 0) {
					this.inFlight++;
					return { kind: 'go', ticket: this.tracker.acquire(nowMs) };
				}
				await this.sleep(waiter, Math.min(SLICE_MS, waitMs));
			}
		} finally {
			this.waiting.splice(this.waiting.indexOf(waiter), 1);
			this.waiting[0]?.wake();
		}
	}

	/**
	 * Ends a request: with what its answer says about the rate limit, or with undefined if there was no answer.
	 *
	 * @returns true if it was refused because somebody else uses the account's trickle
	 */
	release(ticket: Ticket, answer: RateLimitAnswer | undefined): boolean {
		this.inFlight--;
		const wasTakenByOthers = this.tracker.release(ticket, answer, this.clock.monotonicMs());
		this.waiting[0]?.wake();
		return wasTakenByOthers;
	}

	private enqueue(waiter: Waiter): void {
		const behind = this.waiting.findIndex(({ attempts }) => attempts < waiter.attempts);
		this.waiting.splice(behind < 0 ? this.waiting.length : behind, 0, waiter);
	}

	private async sleep(waiter: Waiter, ms: number): Promise<void> {
		const woken = new Promise<void>((resolve) => {
			waiter.wake = resolve;
		});
		await Promise.race([this.clock.sleep(ms), woken]);
	}
}
