import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sandbox } from '../../../sandbox';
import { provideSandbox } from '../../support/provideSandbox';
import { e2eN8nVersion } from '../../../scripts/n8n/versions';
import type { RunningN8n } from '../../../scripts/n8n/start';
import { waitFor } from '../../../scripts/process/waitFor';
import { startQueueMode, type QueueMode } from '../../../scripts/queue/startQueueMode';
import { createCredential } from '../support/credentials';
import { node } from '../support/nodes';
import { saveWorkflow, startWorkflow } from '../support/runWorkflow';
import { readSharedN8n } from '../support/shared';
import { hasN8n } from '../support/since';
import { ENDINGS, SixtyRows, SKIP_SENT } from '../support/sixtyRows';

/** Four n8n processes start. On a busy machine that takes longer than any test. */
const START_TIMEOUT_MS = 600_000;

/** n8n before 2.0 gives the execution of a killed worker to another worker, after about a minute of silence. */
const RUNS_STALLED_JOBS_AGAIN = !hasN8n('2.0');
const STALLED_TIMEOUT_SECONDS = 180;

/** A server that keeps a worker busy: it answers no request until the test lets it. */
async function startHeldRequests(): Promise<{ url: string; held: ServerResponse[]; server: Server }> {
	const held: ServerResponse[] = [];
	const server = createServer((_, response) => void held.push(response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, held, server };
}

describe('queue mode: 60 rows whose run ends in the middle in one worker, run again in another worker', () => {
	let queue: QueueMode;
	let requests: Awaited<ReturnType<typeof startHeldRequests>>;
	let sandbox: Sandbox;
	provideSandbox('new', (started) => (sandbox = started));
	let sixtyRows: SixtyRows;

	beforeAll(async () => {
		requests = await startHeldRequests();
		// one execution at a time, so that a busy worker takes no other
		queue = await startQueueMode({
			version: e2eN8nVersion(),
			workerCount: 2,
			executionsPerWorker: 1,
			packages: [readSharedN8n().tarball],
		});
	}, START_TIMEOUT_MS);

	beforeEach(async () => {
		sixtyRows = new SixtyRows(queue.client, await createCredential(queue.client, 'go', sandbox), sandbox);
	});

	afterAll(async () => {
		await queue?.stop();
		requests?.server.closeAllConnections();
		requests?.server.close();
	});

	const hasRun = (worker: RunningN8n, executionId: string) =>
		worker.logs().includes(`Worker started execution ${executionId} `);

	function workerOf(executionId: string): RunningN8n {
		const worker = queue.workers.find((each) => hasRun(each, executionId));
		if (!worker) throw new Error(`No worker has run execution ${executionId}`);
		return worker;
	}

	/** Keeps one free worker busy. Returns a function that lets it go. */
	async function occupyWorker(): Promise<() => Promise<void>> {
		const before = requests.held.length;
		const wait = node('Wait', 'n8n-nodes-base.httpRequest', { url: requests.url, options: {} }, { typeVersion: 4.2 });
		const id = await startWorkflow(queue.client, await saveWorkflow(queue.client, [wait]));
		await waitFor(() => requests.held.length > before, { timeoutSeconds: 60, what: 'a worker to be busy' });
		const response = requests.held[before];
		return async () => {
			response.end('{}');
			await queue.client.waitForExecution(id);
		};
	}

	/** Makes sure that the other worker takes what comes next. */
	async function changeWorkers(letOtherGo: () => Promise<void>): Promise<() => Promise<void>> {
		const letFirstGo = await occupyWorker();
		await letOtherGo();
		return letFirstGo;
	}

	test.each(ENDINGS)('arrive once each after $name', async (ending) => {
		const letOtherGo = await occupyWorker();
		const firstId = await sixtyRows.endEarly(ending);
		const letFirstGo = await changeWorkers(letOtherGo);
		const again = await sixtyRows.runAgain();
		await letFirstGo();

		expect(workerOf(again.execution.id)).not.toBe(workerOf(firstId));
		sixtyRows.expectEachRowOnce(again);
	});

	test('arrive once each after kill -9 of the worker (with the setting on from the start, because n8n 1.x runs it again by itself)', async () => {
		const letOtherGo = await occupyWorker();
		const firstId = await sixtyRows.startUntilTheMiddle(SKIP_SENT);
		const first = workerOf(firstId);
		await first.kill();
		sixtyRows.expectNotAllSent();
		await letOtherGo();
		const again = await sixtyRows.runAgain();

		expect(workerOf(again.execution.id)).not.toBe(first);
		sixtyRows.expectEachRowOnce(again);
		if (!RUNS_STALLED_JOBS_AGAIN) return;

		const [other] = queue.workers.filter((worker) => worker !== first);
		await waitFor(() => hasRun(other, firstId), {
			timeoutSeconds: STALLED_TIMEOUT_SECONDS,
			what: 'n8n to run the killed execution again by itself',
		});
		expect((await queue.client.waitForExecution(firstId)).status).toBe('success');
		sixtyRows.expectEachRowOnceAtTheService();
	}, 300_000);
});
