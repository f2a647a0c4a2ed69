import { randomUUID } from 'node:crypto';
import { deepCopy, type IContextObject } from 'n8n-workflow';
import type { LedgerEntry } from './ledgerEntry';

/** Under this name, in what n8n keeps for all nodes with an execution. */
const ID_NAME = 'whatsLoopRetries';

/** About 10 MB. Executions whose retry was longest ago are forgotten first. */
const MOST_ENTRIES = 20_000;

/** By ID of the failed execution and name of the node, the least recently used first. */
const memories = new Map<string, RetryMemory>();

function forgetOldest(): void {
	let total = [...memories.values()].reduce((sum, { size }) => sum + size, 0);
	for (const [key, memory] of memories) {
		if (total <= MOST_ENTRIES) return;
		if (memory.isInUse) continue;
		memories.delete(key);
		total -= memory.size;
	}
}

/** Settles when the signal comes. It never does without a signal. */
const stopped = (signal: AbortSignal | undefined) =>
	new Promise<void>((resolve) => {
		if (signal?.aborted) resolve();
		signal?.addEventListener('abort', () => resolve(), { once: true });
	});

/**
 * What the retries of one failed execution have sent in this process.
 *
 * n8n gives each *Retry* a copy of what it keeps of the failed execution, and tells a node neither that it is a retry nor of
 * which execution. So the failed run leaves an ID in that copy (n8n's `getContext('flow')`), and all retries find the same
 * one. Retries in other processes, or after a restart, know nothing of each other.
 */
export class RetryMemory {
	/** By run, item, and fingerprint of what was sent. */
	private readonly runs = new Map<number, Map<number, Map<string, LedgerEntry>>>();

	private entryCount = 0;

	private waitingOrRunning = 0;

	/** Settles when all retries that came before have left the node. */
	private lastHasLeft: Promise<void> = Promise.resolve();

	/** To be called when a run has failed, so that its retries find each other. */
	static prepare(flowContext: IContextObject): void {
		flowContext[ID_NAME] ??= randomUUID();
	}

	/**
	 * @param flowContext of the execution (n8n's `getContext('flow')`)
	 * @returns undefined where nothing has failed in this execution before
	 */
	static open(flowContext: IContextObject, nodeName: string): RetryMemory | undefined {
		const id: unknown = flowContext[ID_NAME];
		if (typeof id !== 'string') return undefined;
		const key = JSON.stringify([id, nodeName]);
		const memory = memories.get(key) ?? new RetryMemory();
		memories.delete(key);
		memories.set(key, memory);
		forgetOldest();
		return memory;
	}

	get isInUse(): boolean {
		return this.waitingOrRunning > 0;
	}

	/** An empty one counts, too, or their number would have no limit. */
	get size(): number {
		return 1 + this.entryCount;
	}

	/**
	 * Waits until no other retry is in this node: only then it is known what is left to send. *Stop* ends the wait.
	 *
	 * @returns a function to call when this one has left the node
	 */
	async enter(signal: AbortSignal | undefined): Promise<() => void> {
		const othersHaveLeft = this.lastHasLeft;
		let leave!: () => void;
		const hasLeft = new Promise<void>((resolve) => (leave = resolve));
		this.lastHasLeft = othersHaveLeft.then(() => hasLeft);
		this.waitingOrRunning++;
		void hasLeft.then(() => this.waitingOrRunning--);
		await Promise.race([othersHaveLeft, stopped(signal)]);
		return leave;
	}

	/** What is remembered about an item, for any recipient. */
	entriesOf(runIndex: number, itemIndex: number): LedgerEntry[] {
		return [...(this.runs.get(runIndex)?.get(itemIndex)?.values() ?? [])];
	}

	/** What is remembered of all items of a run. */
	entriesOfRun(runIndex: number): LedgerEntry[] {
		return [...(this.runs.get(runIndex)?.values() ?? [])].flatMap((entries) => [...entries.values()]);
	}

	remember(runIndex: number, itemIndex: number, entry: LedgerEntry): void {
		const items = this.runs.get(runIndex) ?? new Map<number, Map<string, LedgerEntry>>();
		const entries = items.get(itemIndex) ?? new Map<string, LedgerEntry>();
		if (!entries.has(entry.fingerprint)) this.entryCount++;
		// nodes that follow may change what they are given
		entries.set(entry.fingerprint, deepCopy(entry));
		this.runs.set(runIndex, items.set(itemIndex, entries));
	}
}
