import type { INodeExecutionData } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { isUncertain } from '../transport/request';

/**
 * What is remembered of an item that must not be sent a second time: its output; or, where nobody can know whether it was
 * sent, the error that says so.
 */
export type LedgerEntry = { sent: INodeExecutionData[] } | { uncertain: NodeApiError };

/** *Retry On Fail* waits five seconds at most between two tries, and a try may take as long as it likes: an hour is plenty. */
const FORGET_AFTER_MS = 60 * 60 * 1000;

/** Items remembered in all, a few hundred bytes each. The oldest runs go first. */
const MAX_ITEMS = 200_000;

/**
 * The items of one run of one node in one execution, by their index. *Retry On Fail* makes n8n run the whole node again with
 * all of them; the index is what stays the same, while an expression with the time in it gives another text.
 */
export class SentLedger {
	private readonly entries: Map<number, LedgerEntry>;

	private constructor(
		private readonly runKey: string | undefined,
		earlier: Map<number, LedgerEntry> | undefined,
	) {
		this.entries = earlier ?? new Map<number, LedgerEntry>();
	}

	/**
	 * Finds what an earlier try of the same run left behind.
	 *
	 * @param executionId undefined where n8n gives none; then nothing is remembered beyond this try
	 * @param runIndex n8n counts how often a node has run in an execution, as in a loop; another try keeps the number
	 */
	static open(executionId: string | undefined, nodeId: string, runIndex: number): SentLedger {
		const runKey = executionId === undefined ? undefined : [executionId, nodeId, runIndex].join('\n');
		const earlier = runKey === undefined ? undefined : failedRuns.get(runKey)?.entries;
		if (runKey !== undefined) failedRuns.delete(runKey);
		return new SentLedger(runKey, earlier);
	}

	find(itemIndex: number): LedgerEntry | undefined {
		return this.entries.get(itemIndex);
	}

	rememberSent(itemIndex: number, output: INodeExecutionData[]): void {
		this.entries.set(itemIndex, { sent: output });
	}

	/** Only an error after which nobody can know is remembered: any other item may be tried again. */
	rememberFailure(itemIndex: number, error: unknown): void {
		if (error instanceof NodeApiError && isUncertain(error)) this.entries.set(itemIndex, { uncertain: error });
	}

	/** To be called when the run has failed, so that its next try finds this. A run that ended well needs no memory. */
	keepForNextTry(nowMs: number): void {
		if (this.runKey === undefined || this.entries.size === 0) return;
		// before, so that the newest run is never forgotten, however many items it has
		forgetOldRuns(nowMs, MAX_ITEMS - this.entries.size);
		failedRuns.set(this.runKey, { entries: this.entries, failedAtMs: nowMs });
	}
}

interface FailedRun {
	entries: Map<number, LedgerEntry>;
	failedAtMs: number;
}

/** Runs that failed and that n8n may try again, oldest first. In this process only: n8n tries again where it failed. */
const failedRuns = new Map<string, FailedRun>();

/** How many items are remembered in all. */
export const rememberedItems = (): number => [...failedRuns.values()].reduce((sum, { entries }) => sum + entries.size, 0);

function forgetOldRuns(nowMs: number, itemsToKeep: number): void {
	let items = rememberedItems();
	for (const [key, { entries, failedAtMs }] of failedRuns) {
		if (items <= itemsToKeep && nowMs - failedAtMs <= FORGET_AFTER_MS) break;
		failedRuns.delete(key);
		items -= entries.size;
	}
}
