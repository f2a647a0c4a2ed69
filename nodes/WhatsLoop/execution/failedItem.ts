import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { isRunByAgent } from './isRunByAgent';

/**
 * Whether a failed item is output and the others go on. An agent that runs the node by itself tells its model nothing of what
 * is thrown (LangChain's AgentExecutor), and *Retry On Fail* counts every try as a new run there (n8n-core 2.8 and 2.41,
 * makeHandleToolInvocation), so that what went out in the one before could not be recognised.
 */
export const outputsFailures = (context: IExecuteFunctions) => context.continueOnFail() || isRunByAgent(context);

type NodeError = NodeApiError | NodeOperationError;

/** For an agent. An empty item would look like success to it, and n8n fills in nothing there. */
const itemForAgent = (error: NodeError, itemIndex: number): INodeExecutionData => ({
	json: { error: `${error.message.replace(/\.$/, '')}. ${error.description ?? ''}`.trim() },
	error,
	pairedItem: { item: itemIndex },
});

/** A field `error` in the row would look like a failure of the node: see `itemWithRow`. */
function withoutError(row: IDataObject): IDataObject {
	const rest = { ...row };
	delete rest.error;
	return rest;
}

/**
 * A failed item that keeps the fields of its row.
 *
 * n8n runs the whole node again (*Retry On Fail*) where the first item has a `json.error` when the node returns. Where an
 * item has an `error` of its own instead, n8n looks past it, and only later replaces the item's `json` by `{ error: message }`
 * (n8n-core 1.113 to 2.41, workflow-execute, normalizeNodeErrors). So `json` takes that replacement as an addition.
 *
 * On the error output n8n would make a copy of the item, whose `json` it then replaces. It makes none where `pairedItem` is a
 * bare number (handleNodeErrorOutput of the same versions); the usual form follows with the replacement.
 *
 * Before n8n 1.121 the same function sets the item's `error` to undefined on the error output, and the replacement never
 * comes. So `error` takes that as the moment to add what the replacement would have added.
 */
function itemWithRow(error: NodeError, itemIndex: number, row: IDataObject, isForErrorOutput: boolean) {
	let json = withoutError(row);
	let errorOfItem: NodeError | undefined = error;
	const pairedItem = { item: itemIndex };
	const item: INodeExecutionData = { json, error, pairedItem: isForErrorOutput ? itemIndex : pairedItem };
	const addToRow = (added: IDataObject) => {
		json = { ...row, ...added, details: error.description ?? '' };
		item.pairedItem = pairedItem;
	};
	Object.defineProperty(item, 'json', {
		enumerable: true,
		configurable: true,
		get: () => json,
		set: (filledIn: IDataObject) => {
			if ('error' in filledIn) addToRow(filledIn);
			// n8n's combined binary mode sets a plain copy before (n8n-core 2.x, convertBinaryData)
			else json = filledIn;
		},
	});
	if (!isForErrorOutput) return item;
	Object.defineProperty(item, 'error', {
		enumerable: true,
		configurable: true,
		get: () => errorOfItem,
		set: (changed: NodeError | undefined) => {
			errorOfItem = changed;
			if (changed === undefined) addToRow({ error: error.message });
		},
	});
	return item;
}

/**
 * What a failed item comes out as, where the others go on: the fields of its row, `error` with the message and `details`
 * with what to do.
 */
export function failedItem(context: IExecuteFunctions, error: NodeError, itemIndex: number): INodeExecutionData {
	if (isRunByAgent(context)) return itemForAgent(error, itemIndex);
	const row = context.getInputData()[itemIndex]?.json ?? {};
	return itemWithRow(error, itemIndex, row, context.getNode().onError === 'continueErrorOutput');
}
