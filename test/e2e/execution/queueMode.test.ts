import { countDeliveries } from '../../../bench/deliveries';
import { startSandbox, theoreticalMinimumSeconds, type Sandbox } from '../../../sandbox';
import { e2eN8nVersion } from '../../../scripts/n8n/versions';
import { startQueueMode, type QueueMode } from '../../../scripts/queue/startQueueMode';
import { createCredential } from '../support/credentials';
import { whatsLoop } from '../support/nodes';
import { readRun, saveWorkflow, startWorkflow, type WorkflowRun } from '../support/runWorkflow';
import { readSharedN8n } from '../support/shared';

const WORKERS = 3;
/** Two for each worker, so that one worker can't take them all. */
const EXECUTIONS_PER_WORKER = 2;
const EXECUTIONS = WORKERS * EXECUTIONS_PER_WORKER;
const MESSAGES_PER_EXECUTION = 16;
const MESSAGES = EXECUTIONS * MESSAGES_PER_EXECUTION;

/** A plan that is short enough for a test: the messages need four windows. */
const POLICY = { limit: 20, windowSeconds: 10, reading: 'window' } as const;
const LATENCY_MS = 50;

/** The workers share nothing, so each of them may have to learn the limit from refusals. */
const MOST_TIMES_THE_MINIMUM = 1.1;

/** Five processes start, four of them n8n. On a busy machine that takes longer than any test. */
const START_TIMEOUT_MS = 600_000;

const textOf = (execution: number, message: number) => `execution ${execution}, message ${message}`;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe(`n8n in queue mode: one main, ${WORKERS} workers, Redis and PostgreSQL`, () => {
	let queue: QueueMode;
	let sandbox: Sandbox;
	let runs: WorkflowRun[];

	beforeAll(async () => {
		sandbox = await startSandbox({ policy: POLICY });
		sandbox.addFaults({ kind: 'latency', latencyMs: LATENCY_MS, times: MESSAGES * 100 });
		queue = await startQueueMode({
			version: e2eN8nVersion(),
			workerCount: WORKERS,
			executionsPerWorker: EXECUTIONS_PER_WORKER,
			packages: [readSharedN8n().tarball],
		});
		runs = await runAllAtOnce();
	}, START_TIMEOUT_MS);

	afterAll(async () => {
		await queue?.stop();
		await sandbox?.close();
	});

	async function runAllAtOnce(): Promise<WorkflowRun[]> {
		const { client } = queue;
		const credential = await createCredential(client, 'go', sandbox);
		const recipient = { __rl: true, mode: 'phone', value: '={{ $json.phone }}' };
		const send = whatsLoop(
			{ resource: 'message', operation: 'sendText', recipient, text: '={{ $json.text }}' },
			credential,
		);
		const workflows = await Promise.all(
			numbers(EXECUTIONS).map((execution) => {
				const items = numbers(MESSAGES_PER_EXECUTION).map((message) => ({
					phone: `9665${String(execution * 1000 + message).padStart(8, '0')}`,
					text: textOf(execution, message),
				}));
				return saveWorkflow(client, [send], items);
			}),
		);
		const ids = await Promise.all(workflows.map((workflow) => startWorkflow(client, workflow)));
		const executions = ids.map((id) => client.waitForExecution(id, { timeoutSeconds: 120 }));
		return (await Promise.all(executions)).map((execution) => readRun(execution, send.name));
	}

	test('spreads executions of one account over separate processes (the tests below this one rely on it)', () => {
		const started = queue.workers.map((worker) => worker.logs().match(/Worker started execution/g)?.length ?? 0);

		expect(started).toEqual(numbers(WORKERS).map(() => EXECUTIONS_PER_WORKER));
	});

	test('fails no item because of the limit (refusals that other workers cause use up no retries)', () => {
		expect(runs.map(({ status, error }) => error?.message ?? status)).toEqual(runs.map(() => 'success'));
		for (const { outputs } of runs) {
			expect(outputs[0]?.map(({ json }) => json.status)).toEqual(numbers(MESSAGES_PER_EXECUTION).map(() => 'success'));
		}
	});

	test('delivers every message exactly once', () => {
		const sent = numbers(EXECUTIONS).flatMap((execution) =>
			numbers(MESSAGES_PER_EXECUTION).map((message) => textOf(execution, message)),
		);
		const arrived = sandbox.messages.map(({ content }) => content.text ?? '');

		expect(countDeliveries(sent, arrived)).toEqual({ once: MESSAGES, lost: 0, duplicated: 0, extraCopies: 0 });
		expect(arrived).toHaveLength(MESSAGES);
	});

	test(`takes at most ${MOST_TIMES_THE_MINIMUM} times the shortest time possible (the workers share nothing but the headers)`, () => {
		const answeredAtMs = sandbox.requests
			.filter(({ messageId }) => messageId !== undefined)
			.map(({ arrivedAtMs, tookMs = 0 }) => arrivedAtMs + tookMs);
		const seconds = (Math.max(...answeredAtMs) - Math.min(...answeredAtMs)) / 1000;

		expect(seconds / theoreticalMinimumSeconds(POLICY, MESSAGES)).toBeLessThanOrEqual(MOST_TIMES_THE_MINIMUM);
	});

	test('gets fewer refusals than it sends messages (the workers leave room for each other)', () => {
		expect(sandbox.requests.filter(({ statusCode }) => statusCode === 429).length).toBeLessThan(MESSAGES);
	});

	test('sends only what was not sent before when an execution is retried by hand (any worker finds its memory)', async () => {
		sandbox.reset();
		sandbox.setPolicy(null);
		sandbox.addFaults({ kind: 'failureBody', bodyContains: 'row 3', times: 1 });
		const texts = numbers(6).map((row) => `row ${row}`);
		const credential = await createCredential(queue.client, 'go', sandbox);
		const recipient = { __rl: true, mode: 'phone', value: '966501234567' };
		const send = whatsLoop(
			{ resource: 'message', operation: 'sendText', recipient, text: '={{ $json.text }}' },
			credential,
		);
		const id = await startWorkflow(
			queue.client,
			await saveWorkflow(
				queue.client,
				[send],
				texts.map((text) => ({ text })),
			),
		);
		expect((await queue.client.waitForExecution(id)).status).toBe('error');
		const retried = await queue.client.waitForExecution(await queue.client.retryExecution(id));

		expect(retried.status).toBe('success');
		expect(sandbox.messages.map(({ content }) => content.text)).toEqual(texts);
	});
});
