import type { N8nClient } from '../n8n/client';
import type { Execution, ExecutionStatus } from '../n8n/clientTypes';
import type { InboundEvent } from './accounting';

/** n8n lists at most this many at a time, the newest. Each kill leaves a few that crashed. */
const MOST_LISTED = 100;

/** The newest executions of a workflow, with all of their data. */
async function newestExecutions(
	client: N8nClient,
	workflowId: string,
	status?: readonly ExecutionStatus[],
): Promise<Execution[]> {
	const executions: Execution[] = [];
	for (const { id } of await client.listExecutions(workflowId, MOST_LISTED, status)) {
		executions.push(await client.readExecution(id));
	}
	return executions;
}

const isOf = (execution: Execution, { id }: InboundEvent) => JSON.stringify(execution).includes(id);

/** The events whose execution n8n lists as crashed: it was killed while they ran. */
export async function crashedEvents(
	client: N8nClient,
	workflowId: string,
	events: readonly InboundEvent[],
): Promise<Set<string>> {
	const executions = await newestExecutions(client, workflowId, ['crashed']);
	const crashed = events.filter((event) => executions.some((execution) => isOf(execution, event)));
	return new Set(crashed.map(({ id }) => id));
}

/** What is known of events that are lost, a line for each: how they were delivered, and what n8n says of them. */
export async function storyOfLost(
	client: N8nClient,
	workflowId: string,
	lost: readonly InboundEvent[],
	killsAtMs: readonly number[],
): Promise<string[]> {
	if (lost.length === 0) return [];
	const executions = await newestExecutions(client, workflowId);
	return lost.map((event) => {
		const { id, attempts, sentAtMs, takenAtMs = Number.NaN } = event;
		const said = executions
			.filter((execution) => isOf(execution, event))
			.map((each) => `execution ${each.id} is "${each.status}" (${each.data.resultData.error?.message ?? 'no error'})`);
		const kills = killsAtMs.map((killMs) => `${Math.round(killMs - sentAtMs)} ms`);
		return (
			`event ${id} is lost: ${attempts} deliveries, taken ${Math.round(takenAtMs - sentAtMs)} ms after the first one, ` +
			`n8n was killed after ${kills.join(', ')}; ` +
			`n8n says: ${said.join(', ') || `nothing (in the newest ${executions.length} executions)`}`
		);
	});
}
