import type { IExecuteFunctions } from 'n8n-workflow';

/** n8n keeps what a node notes here with the execution, stopped or not: letters, digits and underscores only. */
const NOTE_KEY = 'whatsloop_sent';

/** A method of n8n that is missing in its types. */
interface CustomData {
	customData?: { set: (key: string, value: string) => void };
}

/**
 * How many items of a run are done, for the moment it ends early. When an execution is stopped n8n keeps neither the output
 * nor the error of the node under way. A note made the moment the signal comes is still part of what it stores.
 */
export class SentCount {
	private count = 0;

	/** Counted from 1, as people do. */
	private last = 0;

	private readonly signal: AbortSignal | undefined;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly total: number,
	) {
		this.signal = context.getExecutionCancelSignal();
		this.signal?.addEventListener('abort', this.note);
	}

	get done(): number {
		return this.count;
	}

	add(itemIndex: number): void {
		this.count++;
		this.last = Math.max(this.last, itemIndex + 1);
	}

	/** A description of an error, and how far the run had come. */
	addTo(description: string | null | undefined): string | undefined {
		if (this.total === 1) return description ?? undefined;
		return [description, `${this.inWords}.`].filter(Boolean).join(' ');
	}

	end(): void {
		this.signal?.removeEventListener('abort', this.note);
	}

	private get inWords(): string {
		const upTo = this.last === 0 ? '' : `, the last of them item ${this.last}`;
		return `${this.count} of ${this.total} items were sent${upTo} (counted from 1)`;
	}

	private readonly note = (): void => {
		const execution = this.context.getWorkflowDataProxy(0).$execution as CustomData | undefined;
		execution?.customData?.set(NOTE_KEY, this.inWords);
		this.context.logger.info(`WhatsLoop: stopped. ${this.inWords}.`);
	};
}
