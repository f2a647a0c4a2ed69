import type { IExecuteFunctions } from 'n8n-workflow';
import { formatDuration } from '../transport/durations';
import type { Clock } from '../transport/wait';
import type { WaitMeter } from '../transport/waitMeter';

/** A person reads the browser's console, so once a second is enough. */
const MANUAL_EVERY_MS = 1000;

/** The log should stay readable over a month. */
const PRODUCTION_EVERY_MS = 60_000;

/** Shorter waits are not reported. */
const SHORTEST_WAIT_TO_MENTION_MS = 1000;

/**
 * Tells how far a run is: in a manual execution in the browser's console, through n8n's own channel, and in production in
 * n8n's log. It has no timer. It speaks when an item has ended or a wait begins, and never more often than it should.
 */
export class Progress {
	private done = 0;

	private lastToldAtMs: number;

	private readonly everyMs: number;

	private readonly tell: (text: string) => void;

	/** @param verb what became of an item, such as `sent` */
	constructor(
		context: IExecuteFunctions,
		private readonly total: number,
		private readonly verb: string,
		private readonly clock: Clock,
	) {
		// the context of an agent's tool has no such channel
		const isManual = context.getMode() === 'manual' && typeof context.sendMessageToUI === 'function';
		this.everyMs = isManual ? MANUAL_EVERY_MS : PRODUCTION_EVERY_MS;
		this.tell = isManual
			? (text) => context.sendMessageToUI(text)
			: (text) => context.logger.info(`WhatsLoop: ${text}`);
		this.lastToldAtMs = clock.monotonicMs();
	}

	/** To be called when an item has ended well. */
	itemDone(): void {
		this.done++;
		this.tellIfDue(this.soFar);
	}

	/** To be called when a wait for the plan's limit begins. */
	waits(waitMs: number): void {
		if (waitMs < SHORTEST_WAIT_TO_MENTION_MS) return;
		this.tellIfDue(`${this.soFar}, waiting ${formatDuration(waitMs)} for the plan's limit`);
	}

	private get soFar(): string {
		return `${this.done} of ${this.total} ${this.verb}`;
	}

	private tellIfDue(text: string): void {
		const nowMs = this.clock.monotonicMs();
		if (this.total === 1 || nowMs - this.lastToldAtMs < this.everyMs) return;
		this.lastToldAtMs = nowMs;
		this.tell(text);
	}
}

/** @returns the hint after a run; undefined where there was nothing to wait for */
export function waitHint(done: number, verb: string, { waitedMs, retries }: WaitMeter): string | undefined {
	if (waitedMs < SHORTEST_WAIT_TO_MENTION_MS) return undefined;
	const tries = retries === 0 ? '' : ` (${retries === 1 ? '1 retry' : `${retries} retries`})`;
	return `${done} ${verb}; waited ${formatDuration(waitedMs)} for your plan's limit${tries}`;
}
