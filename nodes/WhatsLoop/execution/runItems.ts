import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { operationFor } from '../actions';
import { readConcurrency } from '../fields/delivery';
import { readRecipient } from '../fields/recipient';
import { chatIdentity } from '../input/chatIdentity';
import { toNodeError } from '../input/nodeErrors';
import { ParameterReader } from '../input/ParameterReader';
import { plainText } from '../input/plainText';
import { addExecutionHint } from '../output/executionHint';
import { readAccount } from '../transport/account';
import { formatDuration } from '../transport/durations';
import { systemClock } from '../transport/wait';
import { WaitMeter } from '../transport/waitMeter';
import { runInChatLanes } from './chatLanes';
import { failedItem, outputsFailures } from './failedItem';
import { runItem, type Run } from './runItem';
import { SentCount } from './sentCount';
import { SentLedger } from './sentLedger';

/** Waits shorter than this are not worth a hint. */
const SHORTEST_WAIT_TO_MENTION_MS = 1000;

async function openRun(context: IExecuteFunctions): Promise<Run> {
	const chosen = (name: string) => plainText(context.getNodeParameter(name, 0));
	const resource = chosen('resource');
	const runIndex = context.getWorkflowDataProxy(0).$runIndex as number;
	return {
		account: readAccount(await context.getCredentials('whatsLoopApi')),
		resource,
		operation: operationFor(resource, chosen('operation')),
		ledger: SentLedger.open(context.getContext('node'), runIndex),
		meter: new WaitMeter(systemClock),
	};
}

/** Which chat a message goes to, so that those of one chat keep their order. A recipient that can't be read fails by itself. */
function chatOf(read: ParameterReader): string | undefined {
	try {
		return chatIdentity(readRecipient(read));
	} catch {
		return undefined;
	}
}

function mentionWaits(context: IExecuteFunctions, { waitedMs, retries }: WaitMeter): void {
	if (waitedMs < SHORTEST_WAIT_TO_MENTION_MS) return;
	const tries = retries === 1 ? '1 retry' : `${retries} retries`;
	addExecutionHint(context, {
		message: `Waited ${formatDuration(waitedMs)} for WhatsLoop's rate limit, ${tries}`,
		type: 'info',
		location: 'outputPane',
	});
}

/**
 * Runs the chosen operation for every input item; the output is in input order. A failed item with *continue on fail* is
 * output as item-level `error` without `json.error`: n8n then fills the error branch, and *Retry On Fail* does not run the
 * whole node again.
 */
export async function runItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[]];
	try {
		return [await runAll(context, await openRun(context), items.length)];
	} catch (thrown) {
		const error = toNodeError(context.getNode(), thrown, 0);
		if (!outputsFailures(context)) throw error;
		// nothing could start; n8n passes the input on as if it were sent where a node that may continue throws as a whole
		return [items.map((_, itemIndex) => failedItem(context, error, itemIndex))];
	}
}

async function runAll(context: IExecuteFunctions, run: Run, itemCount: number): Promise<INodeExecutionData[]> {
	const { operation, ledger } = run;
	const output: INodeExecutionData[][] = new Array<INodeExecutionData[]>(itemCount);
	const sent = new SentCount(context, itemCount);
	/** Of items whose chat has been looked up and that have not been sent yet. */
	const readers = new Map<number, ParameterReader>();
	const readerOf = (itemIndex: number) => {
		const reader = readers.get(itemIndex) ?? new ParameterReader(context, itemIndex);
		readers.set(itemIndex, reader);
		return reader;
	};

	const task = async (itemIndex: number) => {
		const reader = readerOf(itemIndex);
		readers.delete(itemIndex);
		try {
			output[itemIndex] = await runItem(context, run, reader);
			sent.add(itemIndex);
			if (operation.kind !== 'read') ledger.rememberSent(itemIndex, output[itemIndex]);
		} catch (thrown) {
			ledger.rememberFailure(itemIndex, thrown);
			const error = toNodeError(context.getNode(), thrown, itemIndex);
			if (!outputsFailures(context)) throw error;
			output[itemIndex] = [failedItem(context, error, itemIndex)];
		}
	};

	try {
		// only messages may overlap: what other operations change can depend on the one before
		const concurrency = operation.kind === 'send' ? readConcurrency(new ParameterReader(context, 0)) : 1;
		await runInChatLanes(itemCount, concurrency, (itemIndex) => chatOf(readerOf(itemIndex)), task);
	} catch (thrown) {
		ledger.keepForNextTry();
		const error = toNodeError(context.getNode(), thrown, 0);
		if (operation.kind !== 'read') error.description = sent.addTo(error.description);
		throw error;
	} finally {
		sent.end();
	}
	mentionWaits(context, run.meter);
	return output.flat();
}
