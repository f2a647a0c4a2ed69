import type { IConnections, IDataObject, INode, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import type { N8nClient } from '../../../scripts/n8n/client';
import type { Execution, ExecutionStatus, SavedWorkflow } from '../../../scripts/n8n/clientTypes';
import { MANUAL_TRIGGER_TYPE, node } from './nodes';

const TRIGGER_NAME = 'Manual';

export interface WorkflowRun {
	status: ExecutionStatus;
	/** The output of the last node: one list of items for each of its outputs. */
	outputs: INodeExecutionData[][];
	/** What stopped the execution. */
	error?: { message: string; description?: string | null; httpCode?: string | null };
	/** The hints of the last node for the user. */
	hints: NodeExecutionHint[];
	/** How long the last node ran. */
	executionTimeMs: number;
	execution: Execution;
}

const chain = (nodes: readonly INode[]): IConnections =>
	Object.fromEntries(
		nodes
			.slice(1)
			.map((target, index) => [
				nodes[index]?.name,
				{ main: [[{ node: target.name, type: 'main' as const, index: 0 }]] },
			]),
	);

/** Saves Manual Trigger → `nodes` in a row. The trigger gives `items`, or a single empty item where there are none. */
export async function saveWorkflow(
	client: N8nClient,
	nodes: readonly INode[],
	items: IDataObject[] = [],
): Promise<SavedWorkflow> {
	const all = [node(TRIGGER_NAME, MANUAL_TRIGGER_TYPE), ...nodes];
	return await client.createWorkflow({
		name: 'end-to-end test',
		nodes: all.map((each, index) => ({ ...each, position: [index * 220, 0] })),
		connections: chain(all),
		// Pinned data gives many items without a task runner and without another node.
		pinData: items.length > 0 ? { [TRIGGER_NAME]: items.map((json) => ({ json })) } : {},
	});
}

/** Starts a workflow that `saveWorkflow` made; returns the execution's id at once. */
export const startWorkflow = (client: N8nClient, workflow: SavedWorkflow): Promise<string> =>
	client.runWorkflow(workflow, TRIGGER_NAME);

/** What came out of the node named `nodeName`, in its last run. */
export function readRun(execution: Execution, nodeName: string): WorkflowRun {
	const { runData, error } = execution.data.resultData;
	const task = runData[nodeName]?.at(-1);
	return {
		status: execution.status,
		outputs: (task?.data?.main ?? []).map((items) => items ?? []),
		error: error as WorkflowRun['error'],
		hints: task?.hints ?? [],
		executionTimeMs: task?.executionTime ?? 0,
		execution,
	};
}

/** Runs Manual Trigger → `nodes` in a row to its end and reads what came out of the last node. */
export async function runWorkflow(
	client: N8nClient,
	nodes: readonly INode[],
	{ items, timeoutSeconds = 60 }: { items?: IDataObject[]; timeoutSeconds?: number } = {},
): Promise<WorkflowRun> {
	const last = nodes.at(-1);
	if (!last) throw new Error('A workflow to run needs a node');
	const workflow = await saveWorkflow(client, nodes, items);
	const executionId = await startWorkflow(client, workflow);
	return readRun(await client.waitForExecution(executionId, { timeoutSeconds }), last.name);
}
