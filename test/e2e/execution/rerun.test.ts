import type { INode, INodeParameters } from 'n8n-workflow';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countDeliveries } from '../../../bench/deliveries';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { N8nClient } from '../../../scripts/n8n/client';
import type { CredentialReference, SavedWorkflow } from '../../../scripts/n8n/clientTypes';
import { waitFor } from '../../../scripts/process/waitFor';
import { createCredential } from '../support/credentials';
import { sharedN8n } from '../support/n8n';
import { whatsLoop } from '../support/nodes';
import { startOwnN8n } from '../support/ownN8n';
import { readRun, saveWorkflow, startWorkflow, type WorkflowRun } from '../support/runWorkflow';

const ROWS = 60;
/** Where it goes wrong, counted from 0. */
const BAD_ROW = 25;
/** n8n starts twice in one of the tests. */
const OWN_N8N_TIMEOUT_MS = 600_000;

const rows = () =>
	Array.from({ length: ROWS }, (_, row) => ({ phone: `9665000${String(10_000 + row)}`, text: `row ${row}.` }));

const SEND = { resource: 'message', operation: 'sendText', recipient: '={{ $json.phone }}', text: '={{ $json.text }}' };

describe('60 rows that end in the middle, corrected and run again with Skip What Was Sent', () => {
	let sandbox: Sandbox;

	beforeEach(async () => {
		sandbox = await startSandbox();
		// slow enough to be ended in the middle
		sandbox.addFaults({ kind: 'latency', latencyMs: 60, path: 'message/send', times: 9999 });
	});

	afterEach(async () => await sandbox.close());

	const send = (credential: CredentialReference, delivery: INodeParameters = {}): INode =>
		whatsLoop({ ...SEND, delivery }, credential);

	const untilTheMiddle = () =>
		waitFor(() => sandbox.messages.length >= BAD_ROW, { timeoutSeconds: 60, what: 'the middle of the run' });

	/** What the user does then: the same rows again, the setting switched on. */
	async function runAgain(client: N8nClient, credential: CredentialReference): Promise<WorkflowRun> {
		const workflow = await saveWorkflow(client, [send(credential, { skipSentWithin: 24 })], rows());
		const id = await startWorkflow(client, workflow);
		return readRun(await client.waitForExecution(id, { timeoutSeconds: 120 }), 'WhatsLoop');
	}

	function expectEachRowOnce(run: WorkflowRun): void {
		expect(run.error?.message ?? run.status).toBe('success');
		const arrived = sandbox.messages.map(({ content }) => content.text ?? '');
		const wanted = rows().map(({ text }) => text);
		expect(countDeliveries(wanted, arrived)).toEqual({ once: ROWS, lost: 0, duplicated: 0, extraCopies: 0 });
		const statuses = run.outputs[0].map(({ json }) => json.status);
		expect(statuses).toHaveLength(ROWS);
		expect(statuses.filter((status) => status === 'alreadySent').length).toBeGreaterThanOrEqual(BAD_ROW - 4);
		expect(statuses).toContain('success');
	}

	test(
		'after kill -9 of n8n, which keeps nothing of the execution',
		async () => {
			const folder = await mkdtemp(join(tmpdir(), 'whatsloop-e2e-killed-'));
			const userFolder = join(folder, 'user');
			const first = await startOwnN8n({ userFolder });
			const credential = await createCredential(first.client, 'go', sandbox);
			await startWorkflow(first.client, await saveWorkflow(first.client, [send(credential)], rows()));
			await untilTheMiddle();
			await first.kill();
			expect(sandbox.messages.length).toBeLessThan(ROWS);

			const second = await startOwnN8n({ userFolder });
			try {
				expectEachRowOnce(await runAgain(second.client, credential));
			} finally {
				await second.stop();
				await first.stop();
				await rm(folder, { recursive: true, force: true });
			}
		},
		OWN_N8N_TIMEOUT_MS,
	);

	describe('in an n8n that goes on', () => {
		let client: N8nClient;
		let credential: CredentialReference;

		beforeEach(async () => {
			({ client } = sharedN8n());
			credential = await createCredential(client, 'go', sandbox);
		});

		async function endsEarly(workflow: SavedWorkflow): Promise<void> {
			const id = await startWorkflow(client, workflow);
			expect((await client.waitForExecution(id, { timeoutSeconds: 60 })).status).toBe('error');
			expect(sandbox.messages.length).toBeLessThan(ROWS);
		}

		test('after Stop', async () => {
			const id = await startWorkflow(client, await saveWorkflow(client, [send(credential)], rows()));
			await untilTheMiddle();
			await client.stopExecution(id);
			expect((await client.waitForExecution(id)).status).toBe('canceled');
			expect(sandbox.messages.length).toBeLessThan(ROWS);

			expectEachRowOnce(await runAgain(client, credential));
		});

		test('after a bad number', async () => {
			const bad = rows().map((row, index) => (index === BAD_ROW ? { ...row, phone: 'unknown' } : row));
			await endsEarly(await saveWorkflow(client, [send(credential)], bad));

			expectEachRowOnce(await runAgain(client, credential));
		});

		test('after a connection that broke when the message had been processed, and nobody looked into the chat', async () => {
			sandbox.addFaults({ kind: 'reset', when: 'after', bodyContains: `row ${BAD_ROW}.` });
			await endsEarly(await saveWorkflow(client, [send(credential, { lookWhenUncertain: false })], rows()));

			expectEachRowOnce(await runAgain(client, credential));
		});

		test('after the token was revoked', async () => {
			sandbox.addFaults({ kind: 'answer', status: 401, path: 'message/send', skip: BAD_ROW, times: 999 });
			await endsEarly(await saveWorkflow(client, [send(credential)], rows()));
			sandbox.clearFaults();

			expectEachRowOnce(await runAgain(client, credential));
		});
	});
});
