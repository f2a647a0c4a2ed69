import type { Clock } from '../wait';
import { RateLimitTracker, type Ticket } from './rateLimitTracker';
import type { RateLimitAnswer } from '../rateLimitAnswer';

/** Stop has to end a wait within a second, so the signal is looked at twice as often. */
const SLICE_MS = 500;

export interface AcquireRequest {
	signal: AbortSignal | undefined;
	/** Attempts made before for the same request. */
	attempts: number;
	/** Give up at once where WhatsLoop has asked to wait longer than this. */
	longestBlockMs: number;
}

export type Acquired =
	| { kind: 'go'; ticket: Ticket }
	/** The execution was stopped while waiting. */
	| { kind: 'stopped' }
	/** WhatsLoop has asked, in an earlier answer, to wait this long. */
	| { kind: 'blocked'; waitMs: number };

interface Waiter {
	attempts: number;
	/** Ends its sleep early. */
	wake: () => void;
}

/** The requests of one account, from all items, nodes and executions of this process, one after the other at its pace. */
export class AccountQueue {
	private readonly tracker = new RateLimitTracker();

	/** Whose turn is next stands first: what was refused before, then in the order of asking. */
	private readonly waiting: Waiter[] = [];

	private inFlight = 0;

	constructor(private readonly clock: Clock) {}

	get isIdle(): boolean {
		return this.inFlight === 0 && this.waiting.length === 0;
	}

	/** Waits for this request's turn. A turn that is given must be handed back with `arrive`, whatever becomes of it. */
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
				const waitMs = isNext ? this.tracker.nextTurnInMs(nowMs) : SLICE_MS;
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
	 * Hands a turn back, with what the answer says of the rate limit, or undefined where there was no answer.
	 *
	 * @returns whether it was refused because somebody else uses the account's trickle
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
