// Longer than 300 lines: the tests share their set-up, and each of them follows a whole run.

import type { INode } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox';
import { provideSandbox } from '../../support/provideSandbox';
import type { CredentialReference } from '../../../scripts/n8n/clientTypes';
import { waitFor } from '../../../scripts/process/waitFor';
import { createCredential } from '../support/credentials';
import { sharedN8n } from '../support/n8n';
import { node, whatsLoop } from '../support/nodes';
import { readRun, runWorkflow, saveWorkflow, startWorkflow } from '../support/runWorkflow';

/** Items with different texts, so that lost and duplicated messages can be counted. */
const rows = (count: number) =>
	Array.from({ length: count }, (_, row) => ({ phone: `9665000${String(10_000 + row)}`, text: `row ${row}` }));

const ROW = { resource: 'message', operation: 'sendText', recipient: '={{ $json.phone }}', text: '={{ $json.text }}' };

/** A fault of the sandbox: WhatsLoop refuses the second row. */
const REFUSE_SECOND = { kind: 'failureBody', bodyContains: 'row 1', times: 1_000 } as const;

/** The token of a second account, in the form of a v1 token. */
const TEST_TOKEN = `${'0'.repeat(32)}_${'t'.repeat(40)}`;

/** The output of that row if the run continues: its own fields, what happened, what to do. */
const REFUSED_ROW = {
	...rows(2)[1],
	error: expect.stringContaining('Phone is Required') as string,
	details: expect.stringMatching(/^The message was not sent\./) as string,
};

describe('delivery in a real n8n', () => {
	const n8n = sharedN8n();
	let sandbox: Sandbox;
	provideSandbox('new', (started) => (sandbox = started));
	let credential: CredentialReference;

	beforeEach(async () => {
		credential = await createCredential(n8n.client, 'go', sandbox);
	});

	const send = (more: Partial<INode> = {}, parameters = {}): INode =>
		whatsLoop({ ...ROW, ...parameters }, credential, more);

	/** The texts in the order of their arrival. Messages to different chats are sent at the same time, in any order. */
	const arrivedTexts = (recipient?: string) =>
		sandbox.messages
			.filter((message) => recipient === undefined || message.recipient === recipient)
			.map(({ content }) => content.text ?? '');

	/** The texts in the order of the rows. At most ten rows, because their names are sorted as texts. */
	const deliveredTexts = () => arrivedTexts().sort();

	test('waits out a 429 with Retry-After, sends once, and says so in a hint', async () => {
		sandbox.addFaults({
			kind: 'answer',
			status: 429,
			headers: { 'retry-after': '2' },
			body: { Status: 0, Message: 'Too Many Attempts.' },
		});
		const run = await runWorkflow(n8n.client, [send()], { items: rows(1) });

		expect(run.status).toBe('success');
		expect(deliveredTexts()).toEqual(['row 0']);
		expect(sandbox.requests.map(({ statusCode }) => statusCode)).toEqual([429, 200]);
		const [first, second] = sandbox.requests;
		expect(second.arrivedAtMs - first.arrivedAtMs).toBeGreaterThanOrEqual(2000);
		expect(run.hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^1 sent; waited \d s for your plan's limit \(1 retry\)$/),
		]);
	});

	test('gives up at once if the wait is too long, and says when it would end', async () => {
		sandbox.addFaults({ kind: 'answer', status: 429, headers: { 'retry-after': '600' }, times: 9 });
		const run = await runWorkflow(n8n.client, [send()], { items: rows(1) });

		expect(run.status).toBe('error');
		expect(run.error).toMatchObject({
			message: expect.stringMatching(
				/^WhatsLoop's rate limit is used up and it asks to wait 10 min, until \d\d:\d\d UTC$/,
			),
			httpCode: '429',
		});
		expect(sandbox.requests).toHaveLength(1);
	});

	test('Continue: each item ends as one item in order, sent or with an error', async () => {
		sandbox.addFaults(REFUSE_SECOND);
		const run = await runWorkflow(n8n.client, [send({ onError: 'continueRegularOutput' })], { items: rows(3) });

		expect(run.status).toBe('success');
		expect(run.outputs[0].map(({ json, pairedItem }) => ({ json, pairedItem }))).toEqual([
			{ json: expect.objectContaining({ status: 'success' }), pairedItem: { item: 0 } },
			{ json: REFUSED_ROW, pairedItem: { item: 1 } },
			{ json: expect.objectContaining({ status: 'success' }), pairedItem: { item: 2 } },
		]);
		expect(deliveredTexts()).toEqual(['row 0', 'row 2']);
	});

	test('Continue (using error output): failed items take the error branch, sent ones the other', async () => {
		sandbox.addFaults(REFUSE_SECOND);
		const run = await runWorkflow(n8n.client, [send({ onError: 'continueErrorOutput' })], { items: rows(3) });

		const [sent, failed] = run.outputs;
		expect(sent.map(({ json }) => json.recipient)).toEqual(['966500010000', '966500010002']);
		expect(failed.map(({ json, pairedItem }) => ({ json, pairedItem }))).toEqual([
			{ json: REFUSED_ROW, pairedItem: { item: 1 } },
		]);
	});

	test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'%s with Retry On Fail: a failed first row keeps its fields, and the node runs once',
		async (onError) => {
			sandbox.addFaults({ ...REFUSE_SECOND, bodyContains: 'row 0' });
			const more = { onError, retryOnFail: true, maxTries: 5, waitBetweenTries: 0 };
			const run = await runWorkflow(n8n.client, [send(more)], { items: rows(3) });

			const failed = onError === 'continueErrorOutput' ? run.outputs[1][0] : run.outputs[0][0];
			expect(failed.json).toEqual({ ...REFUSED_ROW, ...rows(1)[0] });
			expect(failed.pairedItem).toEqual({ item: 0 });
			expect(sandbox.requests).toHaveLength(3);
		},
	);

	test('Continue with Retry On Fail: nothing is sent twice (n8n does not count an error item as a failure of the node)', async () => {
		sandbox.addFaults({ ...REFUSE_SECOND, bodyContains: 'row 0' });
		const more = { onError: 'continueRegularOutput', retryOnFail: true, maxTries: 5, waitBetweenTries: 0 } as const;
		const run = await runWorkflow(n8n.client, [send(more)], { items: rows(3) });

		expect(run.outputs[0]).toHaveLength(3);
		expect(deliveredTexts()).toEqual(['row 1', 'row 2']);
		expect(sandbox.requests).toHaveLength(3);
	});

	test('Retry On Fail: only the failed item is tried again, and the sent ones are not sent again', async () => {
		sandbox.addFaults({ ...REFUSE_SECOND, times: 2 });
		const more = { retryOnFail: true, maxTries: 5, waitBetweenTries: 0 } as const;
		const run = await runWorkflow(n8n.client, [send(more)], { items: rows(6) });

		expect(run.status).toBe('success');
		expect(run.outputs[0].map(({ json }) => json.recipient)).toEqual(rows(6).map(({ phone }) => phone));
		expect(deliveredTexts()).toEqual(rows(6).map(({ text }) => text));
		expect(sandbox.requests).toHaveLength(6 + 2);
	});

	const notLooking = { delivery: { lookWhenUncertain: false } };

	test('a message whose answer was lost is found in its chat, and it counts as sent', async () => {
		sandbox.addFaults({ kind: 'reset', when: 'after', bodyContains: 'row 1', times: 9 });
		const run = await runWorkflow(n8n.client, [send()], { items: rows(2) });

		expect(run.status).toBe('success');
		expect(run.outputs[0].map(({ json }) => json.messageId).sort()).toEqual(
			sandbox.messages.map(({ id }) => id).sort(),
		);
		expect(deliveredTexts()).toEqual(['row 0', 'row 1']);
	});

	test('Retry On Fail: an uncertain item is never sent again (it may have arrived), and the error says so', async () => {
		sandbox.addFaults({ kind: 'reset', when: 'after', bodyContains: 'row 1', times: 9 });
		const more = { retryOnFail: true, maxTries: 5, waitBetweenTries: 0 } as const;
		const run = await runWorkflow(n8n.client, [send(more, notLooking)], { items: rows(3) });

		expect(run.status).toBe('error');
		expect(run.error?.message).toMatch(/^Item 2 \(counted from 1\) may or may not have been sent/);
		expect(run.error?.description).toContain('2 of 3 items were sent');
		expect(deliveredTexts()).toEqual(['row 0', 'row 1', 'row 2']);
	});

	test('a loop sends the same text again on purpose (the ledger tells runs apart)', async () => {
		const loop = node('Loop', 'n8n-nodes-base.splitInBatches', { batchSize: 1, options: {} }, { typeVersion: 3 });
		const message = send({}, { recipient: '966501234567', text: 'same' });
		const manual = node('Manual', 'n8n-nodes-base.manualTrigger');
		const saved = await n8n.client.createWorkflow({
			name: 'loop',
			nodes: [manual, loop, message],
			connections: {
				Manual: { main: [[{ node: 'Loop', type: 'main', index: 0 }]] },
				Loop: { main: [[], [{ node: 'WhatsLoop', type: 'main', index: 0 }]] },
				WhatsLoop: { main: [[{ node: 'Loop', type: 'main', index: 0 }]] },
			},
			pinData: { Manual: rows(3).map((json) => ({ json })) },
		});
		const id = await n8n.client.runWorkflow(saved, 'Manual');
		const execution = await n8n.client.waitForExecution(id);

		expect(execution.status).toBe('success');
		expect(deliveredTexts()).toEqual(['same', 'same', 'same']);
	});

	/** Starts a run that uses up the limit after three messages and then waits for almost a minute. */
	async function startAndUseUpLimit(settings: object = {}) {
		sandbox.setPolicy({ limit: 3, windowSeconds: 60, reading: 'fixed' });
		const workflow = await saveWorkflow(n8n.client, [send()], rows(10));
		const saved = await n8n.client.updateWorkflow(workflow.id, { settings: { executionOrder: 'v1', ...settings } });
		const id = await startWorkflow(n8n.client, saved);
		await waitFor(
			() => sandbox.messages.length === 3 && sandbox.requests.some(({ statusCode }) => statusCode === 429),
			{
				timeoutSeconds: 20,
				what: 'the limit to be used up',
			},
		);
		return id;
	}

	/** Lifts the limit and sends one message. If anything of the ended run still waited, it would arrive first. */
	async function expectNothingSentAfterwards() {
		const before = sandbox.requests.length;
		sandbox.setPolicy(null, true);
		credential = await createCredential(n8n.client, 'cloud', sandbox);
		await runWorkflow(n8n.client, [send()], { items: [{ phone: '966501234567', text: 'afterwards' }] });
		expect(sandbox.requests.slice(before).map(({ rawBody }) => rawBody)).toEqual([
			expect.stringContaining('afterwards'),
		]);
	}

	/** Four rows are sent at the same time, so any of them may be the last one. */
	const threeOfTen = () =>
		`3 of 10 items were sent, the last of them item ${Number(deliveredTexts()[2].replace('row ', '')) + 1} (counted from 1)`;

	test('Stop ends the wait within a second, sends nothing afterwards, and n8n logs how many went out', async () => {
		const id = await startAndUseUpLimit();
		const stoppedAtMs = performance.now();
		await n8n.client.stopExecution(id);
		const ended = `WhatsLoop: stopped. ${threeOfTen()}.`;
		await waitFor(() => n8n.logs().includes(ended), { timeoutSeconds: 5, what: 'the log to tell' });

		expect(performance.now() - stoppedAtMs).toBeLessThan(1000);
		expect((await n8n.client.waitForExecution(id)).status).toBe('canceled');
		await expectNothingSentAfterwards();
	});

	test("a workflow's time-out ends the wait, and the execution keeps how many went out", async () => {
		const id = await startAndUseUpLimit({ executionTimeout: 2 });
		const execution = await n8n.client.waitForExecution(id);

		expect(execution.status).toBe('canceled');
		expect(execution.data.resultData.metadata).toEqual({ whatsloop_sent: threeOfTen() });
		await expectNothingSentAfterwards();
	});

	const retryByHand = async (id: string) =>
		readRun(await n8n.client.waitForExecution(await n8n.client.retryExecution(id)), 'WhatsLoop');

	test("a retry by hand after an error sends only the items that were not sent before (n8n keeps the node's memory with the execution)", async () => {
		sandbox.addFaults({ ...REFUSE_SECOND, times: 1 });
		const id = await startWorkflow(n8n.client, await saveWorkflow(n8n.client, [send()], rows(6)));
		expect((await n8n.client.waitForExecution(id)).status).toBe('error');
		expect(deliveredTexts()).not.toContain('row 1');
		const run = await retryByHand(id);

		expect(run.status).toBe('success');
		expect(run.outputs[0].map(({ json }) => json.recipient)).toEqual(rows(6).map(({ phone }) => phone));
		expect(deliveredTexts()).toEqual(rows(6).map(({ text }) => text));
	});

	/** Ten rows, of which the second one is refused once. They are slow enough for two retries to overlap. */
	async function failsAtSecond(): Promise<string> {
		sandbox.addFaults(
			{ ...REFUSE_SECOND, times: 1 },
			{ kind: 'latency', latencyMs: 100, path: 'message/send', times: 999 },
		);
		const workflow = await saveWorkflow(n8n.client, [send({}, { delivery: { concurrency: 1 } })], rows(10));
		const id = await startWorkflow(n8n.client, workflow);
		await n8n.client.waitForExecution(id);
		expect(deliveredTexts()).toEqual(['row 0']);
		return id;
	}

	test('two retries by hand at the same time send nothing twice (the second one waits, and knows what the first one sent)', async () => {
		const id = await failsAtSecond();
		const runs = await Promise.all([retryByHand(id), retryByHand(id)]);

		expect(deliveredTexts()).toEqual(rows(10).map(({ text }) => text));
		for (const { status, outputs } of runs) {
			expect(status).toBe('success');
			expect(outputs[0].map(({ json }) => json.recipient)).toEqual(rows(10).map(({ phone }) => phone));
		}
	});

	test('a second retry by hand sends only what the first retry did not send', async () => {
		const id = await failsAtSecond();
		sandbox.addFaults({ ...REFUSE_SECOND, bodyContains: 'row 8', times: 1 });
		expect((await retryByHand(id)).status).toBe('error');
		expect(deliveredTexts()).toHaveLength(8);

		expect((await retryByHand(id)).status).toBe('success');
		expect(deliveredTexts()).toEqual(rows(10).map(({ text }) => text));
	});

	test('a retry by hand does not send an uncertain item again either, and sends all other items', async () => {
		sandbox.addFaults({ kind: 'reset', when: 'after', bodyContains: 'row 1', times: 1 });
		const workflow = await saveWorkflow(
			n8n.client,
			[send({}, { delivery: { lookWhenUncertain: false, concurrency: 1 } })],
			rows(4),
		);
		const id = await startWorkflow(n8n.client, workflow);
		await n8n.client.waitForExecution(id);
		expect(deliveredTexts()).toEqual(['row 0', 'row 1']);
		const run = await retryByHand(id);

		expect(run.error?.message).toMatch(/^Item 2 \(counted from 1\) may or may not have been sent/);
		expect(deliveredTexts()).toEqual(['row 0', 'row 1', 'row 2', 'row 3']);
	});

	test('a retry by hand sends an item again for another account (the user corrected the credential)', async () => {
		sandbox.addAccount({ id: 'test', contract: 'go', token: TEST_TOKEN, phone: '966500000099' });
		const wrong = await createCredential(n8n.client, 'go', sandbox, { apiToken: TEST_TOKEN });
		sandbox.addFaults({ ...REFUSE_SECOND, times: 1 });
		const workflow = await saveWorkflow(
			n8n.client,
			[whatsLoop({ ...ROW, delivery: { concurrency: 1 } }, wrong)],
			rows(3),
		);
		const id = await startWorkflow(n8n.client, workflow);
		await n8n.client.waitForExecution(id);
		expect(sandbox.messages.map(({ accountId }) => accountId)).toEqual(['test']);
		const nodes = workflow.nodes.map((each) =>
			each.name === 'WhatsLoop' ? { ...each, credentials: { whatsLoopApi: credential } } : each,
		);
		await n8n.client.updateWorkflow(workflow.id, { nodes });
		const retried = await n8n.client.retryExecution(id, true);
		const run = readRun(await n8n.client.waitForExecution(retried), 'WhatsLoop');

		expect(run.status).toBe('success');
		const own = sandbox.messages.filter(({ accountId }) => accountId !== 'test');
		expect(own.map(({ content }) => content.text)).toEqual(['row 0', 'row 1', 'row 2']);
	});

	test('messages to one chat keep their order while others overtake', async () => {
		const items = rows(12).map((row, index) => ({ ...row, phone: index % 3 === 0 ? '966501111111' : row.phone }));
		sandbox.addFaults({ kind: 'latency', latencyMs: 500, bodyContains: '966501111111', times: 99 });
		const run = await runWorkflow(n8n.client, [send()], { items });

		expect(arrivedTexts('966501111111')).toEqual(['row 0', 'row 3', 'row 6', 'row 9']);
		expect(readRun(run.execution, 'WhatsLoop').outputs[0].map(({ json }) => json.recipient)).toEqual(
			items.map(({ phone }) => phone),
		);
		const order = arrivedTexts();
		expect(order.indexOf('row 4')).toBeLessThan(order.indexOf('row 3'));
	});
});
