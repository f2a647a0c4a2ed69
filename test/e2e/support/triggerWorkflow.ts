import { randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';
import type { N8nClient } from '../../../scripts/n8n/client';
import type { CredentialReference, ExecutionSummary, SavedWorkflow } from '../../../scripts/n8n/clientTypes';
import { waitFor } from '../../../scripts/process/waitFor';
import { node, PACKAGE_NAME } from './nodes';

export const TRIGGER_TYPE = `${PACKAGE_NAME}.whatsLoopTrigger`;
const TRIGGER_NAME = 'WhatsLoop Trigger';

export interface TriggerWorkflow {
	workflow: SavedWorkflow;
	/** Below `/webhook/` and `/webhook-test/`. */
	path: string;
	productionUrl: string;
	testUrl: string;
}

/** Saves WhatsLoop Trigger → `nodes` in a row, not active. */
export async function saveTriggerWorkflow(
	client: N8nClient,
	credential: CredentialReference,
	parameters: INodeParameters = {},
	nodes: readonly INode[] = [],
): Promise<TriggerWorkflow> {
	const webhookId = randomUUID();
	const trigger = node(TRIGGER_NAME, TRIGGER_TYPE, parameters, {
		typeVersion: 1.1,
		webhookId,
		credentials: { whatsLoopApi: credential },
	});
	const all = [trigger, ...nodes];
	const connections = Object.fromEntries(
		nodes.map((target, index) => [
			all[index].name,
			{ main: [[{ node: target.name, type: 'main' as const, index: 0 }]] },
		]),
	);
	const workflow = await client.createWorkflow({ name: `trigger ${webhookId}`, nodes: all, connections });
	const path = `${webhookId}/webhook`;
	return {
		workflow,
		path,
		productionUrl: `${client.url}/webhook/${path}`,
		testUrl: `${client.url}/webhook-test/${path}`,
	};
}

/** Saves and activates it. */
export async function activateTrigger(...args: Parameters<typeof saveTriggerWorkflow>): Promise<TriggerWorkflow> {
	const saved = await saveTriggerWorkflow(...args);
	await args[0].activateWorkflow(saved.workflow.id);
	return saved;
}

/** How many executions of a workflow have ended well. */
export async function countSuccessful(client: N8nClient, workflowId: string): Promise<number> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId, status: ['success'] }));
	return (await client.request<{ count: number }>('GET', `/rest/executions?filter=${filter}&limit=1`)).count;
}

/** Waits until this many executions of the workflow have ended, and returns them, oldest first. */
export async function endedExecutions(
	client: N8nClient,
	{ workflow }: TriggerWorkflow,
	count: number,
): Promise<ExecutionSummary[]> {
	return await waitFor(
		async () => {
			const all = await client.listExecutions(workflow.id);
			const ended = all.filter(({ status }) => status === 'success' || status === 'error');
			return ended.length >= count && ended.reverse();
		},
		{ timeoutSeconds: 60, what: `${count} executions of workflow ${workflow.id}` },
	);
}

/** The items with which the trigger started an execution. */
export async function triggerItems(client: N8nClient, executionId: string) {
	const { data } = await client.readExecution(executionId);
	return data.resultData.runData[TRIGGER_NAME]?.[0]?.data?.main[0] ?? [];
}
