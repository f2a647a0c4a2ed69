import type { IExecuteFunctions, INodeExecutionData, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { isRunByAgent } from './isRunByAgent';

/**
 * Whether a failed item is output and the others go on. An agent that runs the node by itself tells its model nothing of what
 * is thrown (LangChain's AgentExecutor), and *Retry On Fail* counts every try as a new run there (n8n-core 2.8 and 2.41,
 * makeHandleToolInvocation), so that what went out in the one before could not be recognised.
 */
export const outputsFailures = (context: IExecuteFunctions) => context.continueOnFail() || isRunByAgent(context);

/** n8n fills the `json` of a failed item by itself, but not for such an agent, to whom an empty one looks like success. */
export const failedItem = (
	context: IExecuteFunctions,
	error: NodeApiError | NodeOperationError,
	itemIndex: number,
): INodeExecutionData => ({
	json: isRunByAgent(context)
		? { error: `${error.message.replace(/\.$/, '')}. ${error.description ?? ''}`.trim() }
		: {},
	error,
	pairedItem: { item: itemIndex },
});
