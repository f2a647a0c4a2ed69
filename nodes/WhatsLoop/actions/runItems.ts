import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { buildRequest } from '../contracts/buildRequest';
import { readDelivery } from '../fields/delivery';
import { InputError } from '../input/InputError';
import { ParameterReader } from '../input/ParameterReader';
import { simplifySend } from '../output/simplifySend';
import { withoutErrorKey } from '../output/withoutErrorKey';
import { readAccount, type Account } from '../transport/account';
import { formatDuration } from '../transport/durations';
import { nodeForErrors, requestWhatsLoop, type WaitReport } from '../transport/request';
import { operationFor } from './index';
import type { Operation } from './operation';

/** Waits shorter than this are not worth a hint. */
const SHORTEST_WAIT_TO_MENTION_MS = 1000;

/** What all items of one run have in common. */
interface Run {
	account: Account;
	waits: WaitReport;
}

function toOutput(operation: Operation, run: Run, body: IDataObject | IDataObject[], values: Record<string, unknown>, simplify: boolean) {
	if (!simplify) return body;
	if (operation.kind === 'send') return simplifySend(run.account.contract, body, values, Date.now());
	return operation.simplify?.({ body, values }) ?? body;
}

const asObject = (data: unknown): IDataObject =>
	typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as IDataObject) : { data: data as IDataObject[] };

/** A list that was read becomes an item for each entry; a send is one item, whatever the shape of its answer. */
const jsonOfItems = (operation: Operation, output: IDataObject | IDataObject[]): IDataObject[] =>
	operation.kind === 'read' && Array.isArray(output) ? output.map(asObject) : [asObject(output)];

/** One item: read what the user filled in, ask WhatsLoop, shape the answer. */
async function runItem(context: IExecuteFunctions, run: Run, itemIndex: number): Promise<INodeExecutionData[]> {
	const read = new ParameterReader(context, itemIndex);
	const resource = String(read.raw('resource'));
	const operation = operationFor(resource, String(read.raw('operation')));
	const { account, waits } = run;

	const values = operation.readValues(read);
	const additionalFields = read.jsonObject(read.option('options', 'additionalFields'), 'Additional Fields');
	const id = `${resource}.${operation.value}`;
	const call = buildRequest(account.contract, id, operation.name, values, account.channelId, additionalFields);
	const settings = readDelivery(read.raw('delivery', {}) as IDataObject);

	const body = await requestWhatsLoop(context, { call, kind: operation.kind, account, settings, itemIndex }, waits);

	const output = toOutput(operation, run, body, values, read.option('options', 'simplify') !== false);
	return jsonOfItems(operation, output).map((json) => ({ json: withoutErrorKey(json), pairedItem: { item: itemIndex } }));
}

/** Every error leaves the node as one of n8n's two, pointing at its item. An error of the request helper is one already. */
function toNodeError(context: IExecuteFunctions, thrown: unknown, itemIndex: number): NodeApiError | NodeOperationError {
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) return thrown;
	const description = thrown instanceof InputError ? thrown.description : undefined;
	const error = new NodeOperationError(nodeForErrors(context.getNode()), thrown as Error, { description, itemIndex });
	// n8n replaces a message in which it finds an error code, even inside a word that the user filled in
	if (thrown instanceof InputError) error.message = thrown.message;
	return error;
}

function mentionWaits(context: IExecuteFunctions, { waitedMs, retries }: WaitReport): void {
	if (waitedMs < SHORTEST_WAIT_TO_MENTION_MS) return;
	const tries = retries === 1 ? '1 retry' : `${retries} retries`;
	context.addExecutionHints({
		message: `Waited ${formatDuration(waitedMs)} for WhatsLoop's rate limit, ${tries}`,
		type: 'info',
		location: 'outputPane',
	});
}

/**
 * Runs the chosen operation for every input item, in order. A failed item with *continue on fail* is output as item-level
 * `error` without `json.error`: n8n then fills the error branch, and *Retry On Fail* does not run the whole node again.
 */
export async function runItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const waits: WaitReport = { waitedMs: 0, retries: 0 };
	const output: INodeExecutionData[] = [];
	let account: Account | undefined;
	for (let itemIndex = 0; itemIndex < items.length; itemIndex++) {
		try {
			// in here, because n8n passes the input on as if it were sent where a node that may continue throws as a whole
			account ??= readAccount(await context.getCredentials('whatsLoopApi'));
			output.push(...(await runItem(context, { account, waits }, itemIndex)));
		} catch (thrown) {
			const error = toNodeError(context, thrown, itemIndex);
			if (!context.continueOnFail()) throw error;
			output.push({ json: {}, error, pairedItem: { item: itemIndex } });
		}
	}
	mentionWaits(context, waits);
	return [output];
}
