import { sign, startSandbox, type Sandbox } from '../../sandbox';
import type { N8nClient } from '../../scripts/n8n/client';
import { waitFor } from '../../scripts/process/waitFor';
import { sendBurst, type BurstCall } from '../../test/e2e/support/burst';
import { countSuccessful } from '../../test/e2e/support/triggerWorkflow';
import type { Workshop } from '../n8nForBench';
import { activateTrigger, activateWebhook, SECRET, type Contestant } from './contestants';
import type { Setup } from './setups';

const CONNECTIONS = 20;

/** How much is measured. */
export interface Extent {
	/** Calls in a round. */
	events: number;
	/** Rounds of each contestant, after one that warms up. */
	rounds: number;
}

export interface TriggerRow extends Extent {
	title: string;
	connections: number;
	/** Medians over the rounds. */
	webhookPerSecond: number;
	triggerPerSecond: number;
	/** Median of the rounds' ratios, trigger ÷ webhook. A slower moment of the machine affects both. */
	ratio: number;
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

let eventCount = 0;

/** Both get the same bytes with the same header; only one looks at it. */
function nextCall(): BurstCall {
	const id = `false_966501234567@c.us_${++eventCount}`;
	const messages = { id, body: 'hello', type: 'chat', fromMe: 'false', chatId: '966501234567@c.us', time: 1787429683 };
	const body = JSON.stringify({ event: 'message-new', messages });
	return { body, headers: { 'x-webhook-signature': sign(body, SECRET) } };
}

/** @returns events per second, from the first call until the last execution has ended */
async function runRound(client: N8nClient, { name, url, workflowId }: Contestant, events: number): Promise<number> {
	const before = await countSuccessful(client, workflowId);
	const calls = Array.from({ length: events }, nextCall);
	const startMs = performance.now();
	const statusCodes = await sendBurst(url, calls, CONNECTIONS);
	const refused = statusCodes.filter((statusCode) => statusCode !== 200).length;
	if (refused > 0) throw new Error(`${name} refused ${refused} of ${events} events`);
	const hasEnded = async () => (await countSuccessful(client, workflowId)) >= before + events;
	await waitFor(hasEnded, { timeoutSeconds: 120, what: `${name} to finish`, pollSeconds: 0.05 });
	return (events / (performance.now() - startMs)) * 1000;
}

async function compare(client: N8nClient, sandbox: Sandbox, { events, rounds }: Extent) {
	const webhook = { contestant: await activateWebhook(client), rates: [] as number[] };
	const trigger = { contestant: await activateTrigger(client, sandbox), rates: [] as number[] };
	for (const { contestant } of [webhook, trigger]) await runRound(client, contestant, events); // warms up database and compiler
	for (let index = 0; index < rounds; index++) {
		// each goes first in every other round, because the database grows
		const order = index % 2 === 0 ? [webhook, trigger] : [trigger, webhook];
		for (const { contestant, rates } of order) rates.push(await runRound(client, contestant, events));
	}
	const ratios = trigger.rates.map((rate, index) => rate / webhook.rates[index]);
	return { webhookPerSecond: median(webhook.rates), triggerPerSecond: median(trigger.rates), ratio: median(ratios) };
}

/** Calls n8n's Webhook node and our trigger alternately, in one n8n. */
export async function measureTrigger(
	workshop: Workshop,
	{ id, title, version, extraEnv }: Setup,
	extent: Extent,
): Promise<TriggerRow> {
	const sandbox = await startSandbox();
	try {
		const n8n = await workshop.startN8n(`trigger ${id}`, extraEnv, version);
		try {
			return { title, connections: CONNECTIONS, ...extent, ...(await compare(n8n.client, sandbox, extent)) };
		} finally {
			await n8n.stop();
		}
	} finally {
		await sandbox.close();
	}
}
