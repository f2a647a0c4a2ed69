import { CONTRACT_NAMES, startSandbox } from '../../sandbox';
import { createCredential } from './support/credentials';
import { sharedN8n } from './support/n8n';
import { node, PACKAGE_NAME, whatsLoop, WHATSLOOP_TYPE } from './support/nodes';
import { runWorkflow } from './support/runWorkflow';

describe('a real n8n with the packed package', () => {
	const n8n = sharedN8n();

	test('offers the node, and its tool form for AI agents (usableAsTool)', async () => {
		const names = (await n8n.client.nodeTypes())
			.map(({ name }) => name)
			.filter((name) => name.startsWith(PACKAGE_NAME));

		expect(names).toEqual(expect.arrayContaining([WHATSLOOP_TYPE, `${WHATSLOOP_TYPE}Tool`]));
	});

	test('serves the light and the dark icon (gulp copied them and npm packed them)', async () => {
		const whatsLoop = (await n8n.client.nodeTypes()).find(({ name }) => name === WHATSLOOP_TYPE);
		const iconUrls = typeof whatsLoop?.iconUrl === 'object' ? Object.values(whatsLoop.iconUrl) : [whatsLoop?.iconUrl];

		for (const iconUrl of iconUrls) {
			const icon = await n8n.client.icon(String(iconUrl));
			expect(icon).toMatchObject({ status: 200, contentType: expect.stringContaining('image/svg+xml') });
			expect(icon.body).toContain('<svg');
		}
	});

	test('runs a workflow item by item in order (the tests below this one rely on it)', async () => {
		const letters = [{ letter: 'a' }, { letter: 'b' }, { letter: 'c' }];
		const addField = node(
			'Set',
			'n8n-nodes-base.set',
			{ mode: 'raw', jsonOutput: '={{ { upper: $json.letter.toUpperCase() } }}' },
			{ typeVersion: 3.4 },
		);

		const run = await runWorkflow(n8n.client, [addField], { items: letters });

		expect(run.status).toBe('success');
		expect(run.outputs[0]?.map(({ json }) => json)).toEqual([{ upper: 'A' }, { upper: 'B' }, { upper: 'C' }]);
	});

	test('says why a workflow failed (Stop and Error)', async () => {
		const fail = node('Fail', 'n8n-nodes-base.stopAndError', { errorMessage: 'on purpose' });

		const run = await runWorkflow(n8n.client, [fail]);

		expect(run.status).toBe('error');
		expect(run.error?.message).toBe('on purpose');
	});

	test.each(CONTRACT_NAMES)('sends a message to the sandbox (credential for %s)', async (contract) => {
		const sandbox = await startSandbox();
		try {
			const credential = await createCredential(n8n.client, contract, sandbox);
			const recipient = { __rl: true, mode: 'phone', value: '966501234567' };
			const send = whatsLoop({ resource: 'message', operation: 'sendText', recipient, text: 'hello' }, credential);

			const run = await runWorkflow(n8n.client, [send]);

			expect(run.error).toBeUndefined();
			expect(run.outputs[0]).toHaveLength(1);
			expect(sandbox.messages).toHaveLength(1);
		} finally {
			await sandbox.close();
		}
	});
});
