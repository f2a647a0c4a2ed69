import { join } from 'node:path';
import type { Sandbox } from '../../../sandbox';
import { provideSandbox } from '../../support/provideSandbox';
import { PROJECT_FOLDER } from '../../../scripts/project';
import { makeCredentials } from '../../../scripts/start/credentials';
import { readExamples, withCredentials } from '../../../scripts/start/examples';
import { sharedN8n } from '../support/n8n';
import { readRun } from '../support/runWorkflow';

describe('the example of a bulk send', () => {
	let sandbox: Sandbox;
	// fewer requests at once than there are rows, so that the limit is reached
	provideSandbox('kept', (started) => (sandbox = started), { policy: { limit: 18, windowSeconds: 10 } });

	test('confirms each of twenty orders once to its own customer, although the limit allows fewer at a time', async () => {
		const { client } = sharedN8n();
		const example = (await readExamples(join(PROJECT_FOLDER, 'examples'))).find(({ name }) => name === 'Bulk Send');
		if (!example) throw new Error('There is no example "Bulk Send"');
		const nodes = withCredentials(example.nodes, await makeCredentials(client, sandbox));
		const workflow = await client.createWorkflow({
			name: example.name,
			nodes,
			connections: example.connections,
			settings: example.settings,
		});
		const id = await client.runWorkflow(workflow, 'When clicking ‘Execute workflow’');
		const run = readRun(await client.waitForExecution(id), 'Confirm');

		const [sent, failed] = run.outputs;
		expect(failed ?? []).toEqual([]);
		expect(sent).toHaveLength(20);
		const rows = Array.from({ length: 20 }, (_, row) => [
			`966500001${String(row).padStart(3, '0')}`,
			`مرحبا عميل ${row + 1}، تم تأكيد طلبك رقم ${2000 + row}`,
		]);
		expect(sandbox.messages.map(({ recipient, content }) => [recipient, content.text]).sort()).toEqual(rows.sort());
	});
});
