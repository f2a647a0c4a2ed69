import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

/**
 * Shows a hint beside the node's output, where this n8n can. A tool of an agent has no hints before n8n 1.119, and no node
 * has them before n8n-core 1.79. A message may be out already, so a missing method must not fail the call.
 */
export function addExecutionHint(context: IExecuteFunctions, hint: NodeExecutionHint): void {
	if (typeof context.addExecutionHints === 'function') context.addExecutionHints(hint);
}
