import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { whatsLoop } from '../../test/e2e/support/nodes';
import { readRun, saveWorkflow, startWorkflow } from '../../test/e2e/support/runWorkflow';
import type { CredentialReference } from '../n8n/clientTypes';
import type { Row } from './accounting';
import type { Random } from './random';
import type { RestartableN8n } from './restartableN8n';

const BATCHES_AT_A_TIME = 2;
const CHATS = 12;

/** How often a row that still fails is run again in the end. */
const FINAL_RUNS = 3;

/** A list of messages that a workflow sends. */
class Batch {
	readonly rows: Row[];
	/** The first execution is a plain one. Each further one has Skip What Was Sent, as a user does after a crash. */
	executions = 0;
	private readonly items: IDataObject[];
	private readonly concurrency: number;

	constructor(name: string, random: Random) {
		const count = random.between(5, 40);
		this.rows = Array.from({ length: count }, (_, row) => ({ text: `${name}, row ${row}.`, state: 'unknown' }));
		this.items = this.rows.map(({ text }) => ({ text, phone: `9665000${10_000 + random.between(1, CHATS)}` }));
		this.concurrency = random.oneOf([1, 2, 4, 8]);
	}

	hasRows(...states: Array<Row['state']>): boolean {
		return this.rows.some(({ state }) => states.includes(state));
	}

	/** Runs it once. Where n8n dies meanwhile, the rows stay as they are. */
	async run(n8n: RestartableN8n, credential: CredentialReference): Promise<void> {
		const skipSentWithin = this.executions === 0 ? 0 : 24;
		const node = whatsLoop(
			{
				resource: 'message',
				operation: 'sendText',
				recipient: '={{ $json.phone }}',
				text: '={{ $json.text }}',
				delivery: { concurrency: this.concurrency, requestTimeout: 4, skipSentWithin },
			},
			credential,
			{ onError: 'continueRegularOutput' },
		);
		this.executions++;
		try {
			const client = await n8n.client();
			const workflow = await saveWorkflow(client, [node], this.items);
			const execution = await client.waitForExecution(await startWorkflow(client, workflow), { timeoutSeconds: 300 });
			const [items = []] = readRun(execution, node.name).outputs;
			if (items.length === this.rows.length) items.forEach((item, row) => this.note(row, item));
		} catch {
			// n8n was killed, or does not run yet: the caller runs it again
		}
	}

	private note(row: number, { json }: INodeExecutionData): void {
		if (this.rows[row].state === 'sent') return;
		this.rows[row].state = 'messageId' in json || json.status === 'alreadySent' ? 'sent' : 'failed';
	}
}

/** Sends one list after the other, some at a time. */
export class Sender {
	readonly batches: Batch[] = [];

	constructor(
		private readonly n8n: RestartableN8n,
		private readonly credential: CredentialReference,
		private readonly random: Random,
	) {}

	get rows(): Row[] {
		return this.batches.flatMap(({ rows }) => rows);
	}

	get executions(): number {
		return this.batches.reduce((sum, { executions }) => sum + executions, 0);
	}

	/** A list whose execution died is run again. */
	async sendUntil(isOver: () => boolean): Promise<void> {
		const worker = async () => {
			while (!isOver()) {
				const batch = new Batch(`batch ${this.batches.length + 1}`, this.random);
				this.batches.push(batch);
				do await batch.run(this.n8n, this.credential);
				while (batch.hasRows('unknown') && !isOver());
			}
		};
		await Promise.all(Array.from({ length: BATCHES_AT_A_TIME }, worker));
	}

	/** Runs the lists again that have rows which are not sent. */
	async finish(): Promise<void> {
		for (let count = 0; count < FINAL_RUNS; count++) {
			const open = this.batches.filter((batch) => batch.hasRows('failed', 'unknown'));
			for (const batch of open) await batch.run(this.n8n, this.credential);
		}
	}
}
