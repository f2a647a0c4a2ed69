import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { operationFor } from '../actions';
import type { Operation } from '../actions/operation';
import { readConcurrency } from '../fields/delivery';
import { readRecipient } from '../fields/recipient';
import { chatIdentity } from '../input/chatIdentity';
import { toNodeError } from '../input/nodeErrors';
import { ParameterReader } from '../input/ParameterReader';
import { plainText } from '../input/plainText';
import { addExecutionHint } from '../output/executionHint';
import { readAccount } from '../transport/account';
import { systemClock } from '../transport/wait';
import { WaitMeter } from '../transport/waitMeter';
import { runInChatLanes } from './chatLanes';
import { failedItem, outputsFailures } from './failedItem';
import { isTool } from './isRunByAgent';
import { EarlierMessages } from './earlierMessages';
import { Progress, waitHint } from './progress';
import { recall } from './recall';
import { RetryMemory } from './retryMemory';
import type { Run } from './run';
import { runItem } from './runItem';
import { SentCount } from './sentCount';
import { SentLedger } from './sentLedger';
import { uncertainItemsError } from './uncertainItems';

/** Words for what happened to an item, for people. */
const verbOf = ({ kind }: Operation) => ({ send: 'sent', change: 'done', read: 'read' })[kind];

/** A model that calls its tool in another retry may mean another message, so tools share nothing. */
const retryMemoryOf = (context: IExecuteFunctions): RetryMemory | undefined =>
	isTool(context) ? undefined : RetryMemory.open(context.getContext('flow'), context.getNode().name);

async function openRun(context: IExecuteFunctions, retries: RetryMemory | undefined): Promise<Run> {
	const chosen = (name: string) => plainText(context.getNodeParameter(name, 0));
	const resource = chosen('resource');
	const runIndex = context.getWorkflowDataProxy(0).$runIndex as number;
	const ledger = SentLedger.open(context.getContext('node'), runIndex, retries);
	const accountedIds = new Set(ledger.messageIds);
	return {
		account: readAccount(await context.getCredentials('whatsLoopApi')),
		resource,
		operation: operationFor(resource, chosen('operation')),
		ledger,
		meter: new WaitMeter(systemClock),
		accountedIds,
		earlier: new EarlierMessages(accountedIds),
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

function mentionWaits(context: IExecuteFunctions, { operation, meter }: Run, done: number): void {
	const message = waitHint(done, verbOf(operation), meter);
	if (message !== undefined) addExecutionHint(context, { message, type: 'info', location: 'outputPane' });
}

/**
 * Runs the chosen operation for every input item; the output is in input order. With *continue on fail* a failed item is
 * output, and the others go on.
 */
export async function runItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length === 0) return [[]];
	const retries = retryMemoryOf(context);
	if (retries?.isInUse) context.logger.info('WhatsLoop: waits for another retry of the same execution');
	const leave = await retries?.enter(context.getExecutionCancelSignal());
	try {
		return [await runAll(context, await openRun(context, retries), items.length)];
	} catch (thrown) {
		const error = toNodeError(context.getNode(), thrown, 0);
		if (!outputsFailures(context)) {
			RetryMemory.prepare(context.getContext('flow'));
			throw error;
		}
		// nothing could start; n8n passes the input on as if it were sent where a node that may continue throws as a whole
		return [items.map((_, itemIndex) => failedItem(context, error, itemIndex))];
	} finally {
		leave?.();
	}
}

async function runAll(context: IExecuteFunctions, run: Run, itemCount: number): Promise<INodeExecutionData[]> {
	const { operation, ledger, meter } = run;
	const output: INodeExecutionData[][] = new Array<INodeExecutionData[]>(itemCount);
	const sent = new SentCount(context, itemCount);
	const progress = new Progress(context, itemCount, verbOf(operation), systemClock);
	meter.onWait = (waitMs) => progress.waits(waitMs);
	/** Items that an earlier try may have sent. They do not stop other items. */
	const setAside: number[] = [];
	/** Chats that were already worked out for items that have not been sent yet. */
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
			const recalled = await recall(context, run, reader);
			if (recalled?.kind === 'uncertain') {
				if (outputsFailures(context)) throw recalled.error;
				setAside.push(itemIndex);
				return;
			}
			output[itemIndex] = recalled?.output ?? (await runItem(context, run, reader));
			sent.add(itemIndex);
			progress.itemDone();
		} catch (thrown) {
			const error = toNodeError(context.getNode(), thrown, itemIndex);
			if (!outputsFailures(context)) throw error;
			output[itemIndex] = [failedItem(context, error, itemIndex)];
		}
	};

	try {
		// only messages may overlap: other operations may depend on the change before them
		const concurrency = operation.kind === 'send' ? readConcurrency(new ParameterReader(context, 0)) : 1;
		await runInChatLanes(itemCount, concurrency, (itemIndex) => chatOf(readerOf(itemIndex)), task);
		if (setAside.length > 0) throw uncertainItemsError(context, setAside);
	} catch (thrown) {
		ledger.keepForNextTry();
		const error = toNodeError(context.getNode(), thrown, 0);
		if (operation.kind !== 'read') error.description = sent.addTo(error.description);
		throw error;
	} finally {
		sent.end();
	}
	mentionWaits(context, run, sent.done);
	return output.flat();
}
