import type { IContextObject, INodeExecutionData, NodeApiError } from 'n8n-workflow';
import type { LedgerEntry } from './ledgerEntry';
import type { RetryMemory } from './retryMemory';

/** Under this name, in what n8n keeps for the node with an execution. */
const MEMORY_NAME = 'sentItems';

interface Memory {
	runIndex: number;
	entries: Array<[itemIndex: number, entry: LedgerEntry]>;
}

/**
 * The items of a run that has failed, by their index. *Retry On Fail*, and *Retry* in the list of executions, make n8n run
 * the whole node again with all of them. The index stays the same, while an expression with the time in it gives another
 * text each time.
 *
 * They are kept in the execution's own data, as n8n's *Loop Over Items* does with its place. So each execution, node and
 * loop has its own, a retry by hand finds them in any worker and after a restart, and they go when the execution goes.
 */
export class SentLedger {
	private constructor(
		private readonly nodeContext: IContextObject,
		private readonly runIndex: number,
		private readonly entries: Map<number, LedgerEntry>,
		private readonly retries: RetryMemory | undefined,
	) {}

	/**
	 * Finds what an earlier try of the same run left behind.
	 *
	 * @param nodeContext of the node in this execution (n8n's `getContext('node')`)
	 * @param runIndex n8n counts how often a node has run in an execution, as in a loop, or when a model calls its tool again;
	 * another try keeps the number
	 * @param retries what other retries of the same execution have sent; undefined where there can be none
	 */
	static open(nodeContext: IContextObject, runIndex: number, retries?: RetryMemory): SentLedger {
		const memory = nodeContext[MEMORY_NAME] as Memory | undefined;
		// a run without failures needs no memory
		delete nodeContext[MEMORY_NAME];
		const entries = memory?.runIndex === runIndex ? memory.entries : [];
		return new SentLedger(nodeContext, runIndex, new Map(entries), retries);
	}

	/** Whether anything is remembered about an item, for any recipient. */
	has(itemIndex: number): boolean {
		return this.known(itemIndex).length > 0;
	}

	/** @returns undefined where the item was meant for another chat, account or operation before */
	find(itemIndex: number, fingerprint: string | undefined): LedgerEntry | undefined {
		return this.known(itemIndex).find((entry) => entry.fingerprint === fingerprint);
	}

	/** What another retry has done since comes first. */
	private known(itemIndex: number): LedgerEntry[] {
		const own = this.entries.get(itemIndex);
		const ofRetries = this.retries?.entriesOf(this.runIndex, itemIndex) ?? [];
		return own ? [...ofRetries, own] : ofRetries;
	}

	/** IDs of the messages that earlier tries sent. */
	get messageIds(): string[] {
		const entries = [...this.entries.values(), ...(this.retries?.entriesOfRun(this.runIndex) ?? [])];
		return entries.flatMap((entry) => ('sent' in entry && entry.messageId !== undefined ? [entry.messageId] : []));
	}

	rememberSent(itemIndex: number, fingerprint: string, sent: INodeExecutionData[], messageId?: string): void {
		this.remember(itemIndex, { fingerprint, sent, messageId });
	}

	/** @param sinceMs when it was tried, in milliseconds on the server's clock */
	rememberUncertain(itemIndex: number, fingerprint: string, error: NodeApiError, sinceMs: number): void {
		const { message, description, httpCode } = error;
		const uncertain = { message, description: description ?? '', httpCode: httpCode ?? undefined };
		this.remember(itemIndex, { fingerprint, uncertain, sinceMs });
	}

	private remember(itemIndex: number, entry: LedgerEntry): void {
		this.entries.set(itemIndex, entry);
		this.retries?.remember(this.runIndex, itemIndex, entry);
	}

	/** To be called when the run has failed, so that its next try finds this. */
	keepForNextTry(): void {
		if (this.entries.size === 0) return;
		this.nodeContext[MEMORY_NAME] = { runIndex: this.runIndex, entries: [...this.entries] } satisfies Memory;
	}
}
