import type { IContextObject, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { ErrorText } from '../transport/errorTexts';
import { isUncertain } from '../transport/request';

/**
 * What is remembered of an item that must not be sent a second time: its output; or, where nobody can know whether it was
 * sent, the text of the error that says so.
 */
export type LedgerEntry = { sent: INodeExecutionData[] } | { uncertain: ErrorText };

/** Under this name, in what n8n keeps for the node with an execution. */
const MEMORY_NAME = 'sentItems';

interface Memory {
	runIndex: number;
	entries: Array<[itemIndex: number, entry: LedgerEntry]>;
}

/**
 * The items of a run that has failed, by their index. *Retry On Fail*, and *Retry* in the list of executions, make n8n run
 * the whole node again with all of them; the index is what stays the same, while an expression with the time in it gives
 * another text.
 *
 * They are kept in the execution's own data, as n8n's *Loop Over Items* does with its place: so each execution, node and
 * loop has its own, a retry by hand finds them in any worker and after a restart, and they go when the execution goes.
 */
export class SentLedger {
	private constructor(
		private readonly nodeContext: IContextObject,
		private readonly runIndex: number,
		private readonly entries: Map<number, LedgerEntry>,
	) {}

	/**
	 * Finds what an earlier try of the same run left behind.
	 *
	 * @param nodeContext of the node in this execution (n8n's `getContext('node')`)
	 * @param runIndex n8n counts how often a node has run in an execution, as in a loop, or when a model calls its tool again;
	 * another try keeps the number
	 */
	static open(nodeContext: IContextObject, runIndex: number): SentLedger {
		const memory = nodeContext[MEMORY_NAME] as Memory | undefined;
		// a run that ends well needs no memory
		delete nodeContext[MEMORY_NAME];
		return new SentLedger(nodeContext, runIndex, new Map(memory?.runIndex === runIndex ? memory.entries : []));
	}

	find(itemIndex: number): LedgerEntry | undefined {
		return this.entries.get(itemIndex);
	}

	rememberSent(itemIndex: number, output: INodeExecutionData[]): void {
		this.entries.set(itemIndex, { sent: output });
	}

	/** Only an error after which nobody can know is remembered: any other item may be tried again. */
	rememberFailure(itemIndex: number, error: unknown): void {
		if (!(error instanceof NodeApiError) || !isUncertain(error)) return;
		const { message, description, httpCode } = error;
		this.entries.set(itemIndex, {
			uncertain: { message, description: description ?? '', httpCode: httpCode ?? undefined },
		});
	}

	/** To be called when the run has failed, so that its next try finds this. */
	keepForNextTry(): void {
		if (this.entries.size === 0) return;
		this.nodeContext[MEMORY_NAME] = { runIndex: this.runIndex, entries: [...this.entries] } satisfies Memory;
	}
}
