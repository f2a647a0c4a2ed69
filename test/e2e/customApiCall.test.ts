import type { INodePropertyOptions } from 'n8n-workflow';
import { startSandbox } from '../../sandbox';
import { runBranches } from './support/branches';
import { createCredential } from './support/credentials';
import { sharedN8n } from './support/n8n';
import { node, WHATSLOOP_TYPE } from './support/nodes';

describe('Custom API Call', () => {
	const { client } = sharedN8n();

	test('is offered in every list of operations (n8n adds it for a credential that signs requests)', async () => {
		const whatsLoop = (await client.nodeTypes()).find(({ name }) => name === WHATSLOOP_TYPE);
		const lists = (whatsLoop?.properties ?? []).filter(({ name }) => name === 'resource' || name === 'operation');
		expect(lists).toHaveLength(7);
		for (const { options } of lists) {
			expect((options as INodePropertyOptions[]).map(({ name }) => name)).toContain('Custom API Call');
		}
	});

	test('works through the HTTP Request node with the credential', async () => {
		const sandbox = await startSandbox();
		try {
			const credential = await createCredential(client, 'go', sandbox);
			const call = node(
				'HTTP Request',
				'n8n-nodes-base.httpRequest',
				{
					method: 'POST',
					url: `${sandbox.goBaseUrl}/chat/pin`,
					authentication: 'predefinedCredentialType',
					nodeCredentialType: 'whatsLoopApi',
					sendBody: true,
					specifyBody: 'json',
					jsonBody: '{ "phone": "966501234567" }',
				},
				{ typeVersion: 4.2, credentials: { whatsLoopApi: credential } },
			);
			const run = await runBranches(client, [[call]]);
			expect(run.error).toBeUndefined();
			expect(run.json('HTTP Request')).toEqual([expect.objectContaining({ success: true })]);
			expect(sandbox.directory().chats['966501234567@s.whatsapp.net'].pinned).toBe(true);
		} finally {
			await sandbox.close();
		}
	});
});
