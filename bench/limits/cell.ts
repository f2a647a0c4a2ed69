import { isAxiosError } from 'axios';
import { theoreticalMinimumSeconds } from '../../sandbox';
import { N8nError, type N8nClient } from '../../scripts/n8n/client';
import { SETTLED, type ExecutionSummary, type SavedWorkflow } from '../../scripts/n8n/clientTypes';
import { CREDENTIAL_TYPE } from '../../scripts/n8n/sandboxCredential';
import { waitFor } from '../../scripts/process/waitFor';
import { MANUAL_TRIGGER_TYPE, node } from '../../test/e2e/support/nodes';
import { countDeliveries, type Deliveries } from '../deliveries';
import type { AccountRecord, SandboxProcess } from '../sandboxProcess';
import type { Case, LatencyName } from './cases';
import { TRIGGER_NAME, type Variant } from './variants';

/** One measurement, as it is kept. */
export interface Cell extends Deliveries {
	plan: string;
	reading: string;
	latency: LatencyName;
	limit: number;
	windowSeconds: number;
	messages: number;
	/** Executions that share the messages and the account, started at once. */
	executions: number;
	/** Worker processes of n8n's queue mode; 0 is an n8n in one process. */
	workers: number;
	variant: string;
	title: string;
	/** Answers 429. */
	refusals: number;
	/** From the first message accepted to the last. */
	seconds: number;
	/** The same for a client that loses no time, worked out from the policy. */
	minimumSeconds: number;
	/** Absent if messages are missing, because the time then means nothing, or if all messages fit into the limit at once. */
	timesMinimum?: number;
	/** From the start to the end of all executions, n8n's own work included. */
	wallSeconds: number;
	/** How the executions ended, by n8n's word for it. */
	statuses: Record<string, number>;
}

export interface CellRequest {
	client: N8nClient;
	sandbox: SandboxProcess;
	variant: Variant;
	benchCase: Case;
	executions: number;
	workers: number;
}

/** 0, 1, 2 … */
export const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Every message has a recipient and a text of its own, so that each can be counted. */
export const itemOf = (index: number) => ({ phone: `9665${String(index).padStart(8, '0')}`, text: `message ${index}` });

/** The executions get every n-th message, like the rows of one table that is split among workflows. */
const shareOf = (execution: number, executions: number, messages: number) =>
	numbers(messages).filter((index) => index % executions === execution);

/** The slowest rival sends one message in little more than a second. */
const timeoutSeconds = (messages: number) => 120 + messages * 2.5;

const secondsBetween = (from: number, until: number) => Math.max(0, until - from) / 1000;

/** When each accepted request was accepted, on the sandbox's own clock. */
function acceptedAtMs({ requests }: AccountRecord): number[] {
	return requests
		.filter(({ messageId }) => messageId !== undefined)
		.map(({ arrivedAtMs, handledAfterMs = 0 }) => arrivedAtMs + handledAfterMs)
		.sort((a, b) => a - b);
}

/** Saves a variant's workflow with the messages of the given numbers pinned to its trigger. */
export async function createVariant(
	{ client, sandbox, variant }: Pick<CellRequest, 'client' | 'sandbox' | 'variant'>,
	accountName: string,
	shares: number[][],
): Promise<{ workflows: SavedWorkflow[]; record: () => Promise<AccountRecord> }> {
	const account = await sandbox.addAccount(accountName);
	const { goBaseUrl } = account;
	const credential = await client.createCredential(accountName, CREDENTIAL_TYPE, {
		apiVersion: 'go',
		baseUrl: goBaseUrl,
		apiToken: account.token,
	});
	const workflows = await Promise.all(
		shares.map((share) => {
			const { nodes, connections } = variant.graph({ credential, goBaseUrl });
			return client.createWorkflow({
				name: accountName,
				nodes: [node(TRIGGER_NAME, MANUAL_TRIGGER_TYPE), ...nodes],
				connections,
				pinData: { [TRIGGER_NAME]: share.map((index) => ({ json: itemOf(index) })) },
			});
		}),
	);
	return { workflows, record: () => sandbox.recordOf(account) };
}

/** An n8n that is busy with a node that sends everything at once answers late, or says that its database is not ready. */
const isBusy = (error: unknown) =>
	(error instanceof N8nError && error.status === 503) || (isAxiosError(error) && error.response === undefined);

async function newestExecution(client: N8nClient, workflowId: string): Promise<ExecutionSummary | undefined> {
	try {
		return (await client.listExecutions(workflowId, 1))[0];
	} catch (error) {
		if (isBusy(error)) return undefined;
		throw error;
	}
}

/** Runs workflows at once to their end. Asks for the summaries only: reading a long run's data would slow n8n down. */
export async function runAtOnce(client: N8nClient, workflows: SavedWorkflow[], longestSeconds: number) {
	await Promise.all(workflows.map((workflow) => client.runWorkflow(workflow, TRIGGER_NAME)));
	return await Promise.all(
		workflows.map(({ id }) =>
			waitFor(
				async () => {
					const execution = await newestExecution(client, id);
					return execution && SETTLED.includes(execution.status) && execution;
				},
				{ timeoutSeconds: longestSeconds, what: `workflow ${id} to end`, pollSeconds: 0.5 },
			),
		),
	);
}

let cellCount = 0;

/** Sends a case's messages by one variant, on a fresh account, and counts what arrived. */
export async function measureCell(request: CellRequest): Promise<Cell> {
	const { client, variant, benchCase, executions, workers } = request;
	const { plan, policy, latency, messages } = benchCase;
	const shares = numbers(executions).map((execution) => shareOf(execution, executions, messages));
	const { workflows, record } = await createVariant(request, `${variant.id} ${++cellCount}`, shares);

	const startedAtMs = performance.now();
	const ended = await runAtOnce(client, workflows, timeoutSeconds(messages));
	const wallSeconds = secondsBetween(startedAtMs, performance.now());

	const seen = await record();
	const sent = numbers(messages).map((index) => itemOf(index).text);
	const deliveries = countDeliveries(
		sent,
		seen.messages.map(({ content }) => content.text ?? ''),
	);
	const moments = acceptedAtMs(seen);
	const seconds = secondsBetween(moments[0] ?? 0, moments.at(-1) ?? 0);
	const minimumSeconds = theoreticalMinimumSeconds(policy, messages);
	const statuses: Record<string, number> = {};
	for (const { status } of ended) statuses[status] = (statuses[status] ?? 0) + 1;
	return {
		plan,
		reading: policy.reading,
		latency,
		limit: policy.limit,
		windowSeconds: policy.windowSeconds,
		messages,
		executions,
		workers,
		variant: variant.id,
		title: variant.title,
		...deliveries,
		refusals: seen.requests.filter(({ statusCode }) => statusCode === 429).length,
		seconds,
		minimumSeconds,
		...(deliveries.lost === 0 && minimumSeconds > 0 && { timesMinimum: seconds / minimumSeconds }),
		wallSeconds,
		statuses,
	};
}
