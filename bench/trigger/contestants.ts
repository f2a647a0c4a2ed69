import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox';
import type { N8nClient } from '../../scripts/n8n/client';
import { CREDENTIAL_TYPE, sandboxCredential } from '../../scripts/n8n/sandboxCredential';
import { node } from '../../test/e2e/support/nodes';
import { TRIGGER_TYPE } from '../../test/e2e/support/triggerWorkflow';

export const SECRET = 'the-secret-of-the-benchmark';

/** An active workflow that is called. */
export interface Contestant {
	name: string;
	workflowId: string;
	url: string;
}

async function activate(client: N8nClient, start: INode, path: string): Promise<Contestant> {
	// a second node, so that the trigger is weighed as part of a workflow that does something
	const set = node(
		'Set',
		'n8n-nodes-base.set',
		{ mode: 'raw', jsonOutput: '={{ { ok: true } }}' },
		{ typeVersion: 3.4 },
	);
	const connections = { [start.name]: { main: [[{ node: set.name, type: 'main' as const, index: 0 }]] } };
	const { id } = await client.createWorkflow({ name: start.name, nodes: [start, set], connections });
	await client.activateWorkflow(id);
	return { name: start.name, workflowId: id, url: `${client.url}/webhook/${path}` };
}

/** n8n's own Webhook node. */
export async function activateWebhook(client: N8nClient): Promise<Contestant> {
	const path = randomUUID();
	const webhook = node(
		'Webhook',
		'n8n-nodes-base.webhook',
		{ httpMethod: 'POST', path, options: {} },
		{ typeVersion: 2.1, webhookId: path },
	);
	return await activate(client, webhook, path);
}

/** Our trigger with its defaults: signature check and de-duplication are on. */
export async function activateTrigger(client: N8nClient, sandbox: Sandbox): Promise<Contestant> {
	const credential = await client.createCredential('WhatsLoop', CREDENTIAL_TYPE, {
		...sandboxCredential('go', sandbox),
		webhookSecret: SECRET,
	});
	const webhookId = randomUUID();
	const trigger = node(
		'WhatsLoop Trigger',
		TRIGGER_TYPE,
		{},
		{ typeVersion: 1.1, webhookId, credentials: { [CREDENTIAL_TYPE]: credential } },
	);
	return await activate(client, trigger, `${webhookId}/webhook`);
}
