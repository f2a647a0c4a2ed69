import type { IConnections, IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import type { N8nClient } from '../../../scripts/n8n/client';
import type { Execution } from '../../../scripts/n8n/clientTypes';
import { MANUAL_TRIGGER_TYPE, node } from './nodes';

const TRIGGER_NAME = 'Manual';

export interface BranchesRun {
	execution: Execution;
	/** What came out of a node, by its name. */
	items(nodeName: string): INodeExecutionData[];
	/** The same, without binaries. */
	json(nodeName: string): IDataObject[];
	/** What stopped the execution. */
	error?: { message: string; description?: string | null };
}

/** What came out of each node of an execution. */
export function readBranches(execution: Execution): BranchesRun {
	const { runData, error } = execution.data.resultData;
	const items = (name: string) => runData[name]?.at(-1)?.data?.main?.[0] ?? [];
	return {
		execution,
		items,
		json: (name) => items(name).map(({ json }) => json),
		error: error as BranchesRun['error'],
	};
}

/**
 * Runs several chains of nodes one after the other in a single execution, each from the same trigger. n8n runs branches
 * from top to bottom. One execution with fifty nodes takes a second; fifty executions take a minute.
 */
export async function runBranches(client: N8nClient, branches: INode[][], timeoutSeconds = 60): Promise<BranchesRun> {
	const connections: IConnections = {
		[TRIGGER_NAME]: { main: [branches.map(([first]) => ({ node: first.name, type: 'main' as const, index: 0 }))] },
	};
	for (const branch of branches) {
		branch.slice(1).forEach((target, index) => {
			connections[branch[index].name] = { main: [[{ node: target.name, type: 'main', index: 0 }]] };
		});
	}
	const placed = branches.flatMap((branch, row) =>
		branch.map((each, column): INode => ({ ...each, position: [(column + 1) * 220, row * 160] })),
	);
	const workflow = await client.createWorkflow({
		name: 'end-to-end test',
		nodes: [node(TRIGGER_NAME, MANUAL_TRIGGER_TYPE), ...placed],
		connections,
	});
	const id = await client.runWorkflow(workflow, TRIGGER_NAME);
	return readBranches(await client.waitForExecution(id, { timeoutSeconds }));
}
