import type { IExecuteFunctions } from 'n8n-workflow';

/** n8n's context of a node that runs as an agent's tool. Types of n8n-workflow know the method in that context only. */
const METHOD_OF_TOOL_CONTEXT = 'getNextRunIndex';

/**
 * Whether an agent runs the node as its tool by itself: an agent before version 3, an agent that is a tool, or the MCP
 * trigger.
 *
 * `isToolExecution` says so, but all of n8n 1.x and n8n-core 2.0 and 2.1 lack it. `getNextRunIndex` exists only in the
 * context of such tools, in every n8n-core from 1.94 to 2.41.
 */
export function isRunByAgent(context: IExecuteFunctions): boolean {
	if ('isToolExecution' in context) return context.isToolExecution();
	return METHOD_OF_TOOL_CONTEXT in (context as object);
}

/** Whether the node is a tool of an agent, whoever runs it. n8n gives a node that can be one a second type with this ending. */
export const isTool = (context: IExecuteFunctions): boolean =>
	isRunByAgent(context) || context.getNode().type.endsWith('Tool');
