import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { countDeliveries } from '../../../bench/deliveries';
import type { FaultInput, Sandbox } from '../../../sandbox';
import type { N8nClient } from '../../../scripts/n8n/client';
import type { CredentialReference, ExecutionStatus, SavedWorkflow } from '../../../scripts/n8n/clientTypes';
import { waitFor } from '../../../scripts/process/waitFor';
import { whatsLoop } from './nodes';
import { readRun, saveWorkflow, startWorkflow, type WorkflowRun } from './runWorkflow';

export const ROWS = 60;
/** The row that fails, counted from 0. */
const BAD_ROW = 25;
/** The rows are slow enough for the run to be ended in the middle. */
const LATENCY_MS = 60;

/** What the user turns on before the rows are run again. */
export const SKIP_SENT = { skipSentWithin: 24 };

const SEND = { resource: 'message', operation: 'sendText', recipient: '={{ $json.phone }}', text: '={{ $json.text }}' };

const rows = (): IDataObject[] =>
	Array.from({ length: ROWS }, (_, row) => ({ phone: `9665000${String(10_000 + row)}`, text: `row ${row}.` }));

/** One way in which a run ends in the middle. */
export interface Ending {
	name: string;
	rows?: IDataObject[];
	delivery?: INodeParameters;
	faults?: FaultInput[];
	/** What somebody does in the middle of the run. */
	inTheMiddle?: (client: N8nClient, executionId: string) => Promise<void>;
	status: ExecutionStatus;
}

/** The endings after which n8n itself keeps running. Everything is corrected before the rows run again. */
export const ENDINGS: Ending[] = [
	{ name: 'Stop', inTheMiddle: async (client, id) => await client.stopExecution(id), status: 'canceled' },
	{
		name: 'a bad number',
		rows: rows().map((row, index) => (index === BAD_ROW ? { ...row, phone: 'unknown' } : row)),
		status: 'error',
	},
	{
		name: 'a connection that broke when the message had been processed, and nobody looked into the chat',
		delivery: { lookWhenUncertain: false },
		faults: [{ kind: 'reset', when: 'after', bodyContains: `row ${BAD_ROW}.` }],
		status: 'error',
	},
	{
		name: 'a token that was revoked',
		faults: [{ kind: 'answer', status: 401, path: 'message/send', skip: BAD_ROW, times: 999 }],
		status: 'error',
	},
];

/** 60 rows to send, and the steps for running them twice. */
export class SixtyRows {
	constructor(
		private readonly client: N8nClient,
		private readonly credential: CredentialReference,
		private readonly sandbox: Sandbox,
	) {
		sandbox.addFaults({ kind: 'latency', latencyMs: LATENCY_MS, path: 'message/send', times: 9999 });
	}

	private async save(items: IDataObject[], delivery: INodeParameters): Promise<SavedWorkflow> {
		const send: INode = whatsLoop({ ...SEND, delivery }, this.credential);
		return await saveWorkflow(this.client, [send], items);
	}

	/** Starts the first run, and returns its execution's id in the middle of it. */
	async startUntilTheMiddle(delivery: INodeParameters = {}, items: IDataObject[] = rows()): Promise<string> {
		const id = await startWorkflow(this.client, await this.save(items, delivery));
		await waitFor(() => this.sandbox.messages.length >= BAD_ROW - 4, {
			timeoutSeconds: 60,
			what: 'the middle of the run',
		});
		return id;
	}

	/** Runs the rows until they end early, and corrects what was wrong. Returns the execution's id. */
	async endEarly({ rows: items, delivery, faults = [], inTheMiddle, status }: Ending): Promise<string> {
		this.sandbox.addFaults(...faults);
		const id = await this.startUntilTheMiddle(delivery, items);
		await inTheMiddle?.(this.client, id);
		expect((await this.client.waitForExecution(id)).status).toBe(status);
		this.expectNotAllSent();
		this.sandbox.clearFaults();
		return id;
	}

	expectNotAllSent(): void {
		expect(this.sandbox.messages.length).toBeLessThan(ROWS);
	}

	/** Runs the same rows again with the setting switched on, as the user does then. */
	async runAgain(): Promise<WorkflowRun> {
		const id = await startWorkflow(this.client, await this.save(rows(), SKIP_SENT));
		return readRun(await this.client.waitForExecution(id, { timeoutSeconds: 120 }), 'WhatsLoop');
	}

	/** WhatsLoop has each row once. The output says which rows were sent now, and which before. */
	expectEachRowOnce(again: WorkflowRun): void {
		expect(again.error?.message ?? again.status).toBe('success');
		this.expectEachRowOnceAtTheService();
		const statuses = again.outputs[0].map(({ json }) => json.status);
		expect(statuses).toHaveLength(ROWS);
		expect(statuses.filter((status) => status === 'alreadySent').length).toBeGreaterThanOrEqual(BAD_ROW - 4);
		expect(statuses).toContain('success');
	}

	expectEachRowOnceAtTheService(): void {
		const arrived = this.sandbox.messages.map(({ content }) => content.text ?? '');
		const wanted = rows().map(({ text }) => text as string);
		expect(countDeliveries(wanted, arrived)).toEqual({ once: ROWS, lost: 0, duplicated: 0, extraCopies: 0 });
	}
}
