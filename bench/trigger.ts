import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { INode } from 'n8n-workflow';
import { sign, startSandbox } from '../sandbox';
import { buildPackage } from '../scripts/buildPackage';
import { progressPrinter } from '../scripts/cache/progress';
import type { N8nClient } from '../scripts/n8n/client';
import { fetchN8n } from '../scripts/n8n/fetch';
import { packPackage } from '../scripts/n8n/pack';
import { CREDENTIAL_TYPE, sandboxCredential } from '../scripts/n8n/sandboxCredential';
import { startN8n } from '../scripts/n8n/start';
import { DEFAULT_N8N_VERSION, N8N_VERSIONS, type N8nVersion } from '../scripts/n8n/versions';
import { waitFor } from '../scripts/process/waitFor';
import { PROJECT_FOLDER } from '../scripts/project';
import { sendBurst, type BurstCall } from '../test/e2e/support/burst';
import { countSuccessful } from '../test/e2e/support/triggerWorkflow';

const SECRET = 'the-secret-of-the-benchmark';
const CONNECTIONS = 20;

interface Contestant {
	name: string;
	workflowId: string;
	url: string;
	/** How many executions it has had. */
	total: number;
	/** Events per second, round by round. */
	rates: number[];
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const node = (name: string, type: string, typeVersion: number, more: Partial<INode>): INode => ({
	id: randomUUID(),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters: {},
	webhookId: randomUUID(),
	...more,
});

async function activate(client: N8nClient, name: string, start: INode, path: string): Promise<Contestant> {
	// a second node, so that the trigger is weighed as part of a workflow that does something
	const set = node('Set', 'n8n-nodes-base.set', 3.4, { parameters: { mode: 'raw', jsonOutput: '={{ { ok: true } }}' }, webhookId: undefined });
	const connections = { [start.name]: { main: [[{ node: set.name, type: 'main' as const, index: 0 }]] } };
	const { id } = await client.createWorkflow({ name, nodes: [start, set], connections });
	await client.activateWorkflow(id);
	return { name, workflowId: id, url: `${client.url}/webhook/${path}`, total: 0, rates: [] };
}

async function contestants(client: N8nClient, sandbox: Awaited<ReturnType<typeof startSandbox>>): Promise<Contestant[]> {
	const path = randomUUID();
	const webhook = node('Webhook', 'n8n-nodes-base.webhook', 2.1, { parameters: { httpMethod: 'POST', path, options: {} }, webhookId: path });
	const data = { ...sandboxCredential('go', sandbox), webhookSecret: SECRET };
	const credential = await client.createCredential('WhatsLoop', CREDENTIAL_TYPE, data);
	const trigger = node('WhatsLoop Trigger', 'n8n-nodes-whatsloop.whatsLoopTrigger', 1, { credentials: { [CREDENTIAL_TYPE]: credential } });
	return [
		await activate(client, "n8n's Webhook node", webhook, path),
		await activate(client, 'WhatsLoop Trigger', trigger, `${trigger.webhookId}/webhook`),
	];
}

let events = 0;

/** Both get the same bytes with the same header; only one looks at it. */
function nextCall(): BurstCall {
	const messages = { id: `false_966501234567@c.us_${++events}`, body: 'hello', type: 'chat', fromMe: 'false', chatId: '966501234567@c.us', time: 1787429683 };
	const body = JSON.stringify({ event: 'message-new', messages });
	return { body, headers: { 'x-webhook-signature': sign(body, SECRET) } };
}

/** Seconds from the first call until the last execution has ended. */
async function round(client: N8nClient, contestant: Contestant, count: number): Promise<number> {
	const calls = Array.from({ length: count }, nextCall);
	const start = performance.now();
	const statusCodes = await sendBurst(contestant.url, calls, CONNECTIONS);
	const refused = statusCodes.filter((statusCode) => statusCode !== 200).length;
	if (refused > 0) throw new Error(`${contestant.name} refused ${refused} of ${count} events`);
	contestant.total += count;
	await waitFor(
		async () => (await countSuccessful(client, contestant.workflowId)) >= contestant.total,
		{ timeoutSeconds: 120, what: `${contestant.name} to finish`, pollSeconds: 0.05 },
	);
	return (performance.now() - start) / 1000;
}

/**
 * n8n 2.41 sets up a V8 isolate for each call of a trigger, except for its own Webhook node where that has no expressions.
 * This takes the exception away, so that what is compared is the nodes.
 */
const SAME_TREATMENT = { N8N_EXPRESSION_ENGINE_ALLOW_WEBHOOK_ISOLATE_SKIP: 'false' };

async function run(version: N8nVersion, count: number, rounds: number, sameTreatment: boolean): Promise<void> {
	await buildPackage();
	await fetchN8n(version, progressPrinter());
	const folder = await mkdtemp(join(tmpdir(), 'whatsloop-bench-'));
	const sandbox = await startSandbox();
	const { tarball } = await packPackage(PROJECT_FOLDER, folder);
	const n8n = await startN8n({ version, userFolder: join(folder, 'user'), packages: [tarball], logFile: join(folder, 'n8n.log'), extraEnv: sameTreatment ? SAME_TREATMENT : {} });
	try {
		await n8n.client.signIn();
		const both = await contestants(n8n.client, sandbox);
		for (const contestant of both) await round(n8n.client, contestant, count); // warms up the database and the compiler
		for (let index = 0; index < rounds; index++) {
			// taking turns at going first, because the database grows
			const order = index % 2 === 0 ? both : [...both].reverse();
			for (const contestant of order) contestant.rates.push(count / (await round(n8n.client, contestant, count)));
		}
		const [webhook, trigger] = both;
		const ratios = trigger.rates.map((rate, index) => rate / webhook.rates[index]);
		console.log(`\nn8n ${version}, ${count} events a round, ${rounds} rounds, ${CONNECTIONS} connections${sameTreatment ? ', no exception for the Webhook node' : ''}`);
		for (const { name, rates } of both) console.log(`  ${name.padEnd(20)} ${median(rates).toFixed(1)} events/s (${rates.map((rate) => rate.toFixed(1)).join(', ')})`);
		console.log(`  ratio                ${median(ratios).toFixed(3)} (median of the rounds; with signature check and de-duplication)`);
	} finally {
		await n8n.stop();
		await sandbox.close();
		await rm(folder, { recursive: true, force: true });
	}
}

new Command('npm run bench:trigger --')
	.description("Events per second of the trigger beside n8n's own Webhook node, in one n8n")
	.addOption(new Option('--n8n <version>', 'n8n to use').choices(N8N_VERSIONS).default(DEFAULT_N8N_VERSION))
	.option('--events <count>', 'events in a round', Number, 200)
	.option('--rounds <count>', 'rounds for each', Number, 9)
	.option('--same-treatment', 'take from n8n 2.41 the exception that it makes for its Webhook node', false)
	.action(async (flags: { n8n: N8nVersion; events: number; rounds: number; sameTreatment: boolean }) => {
		await run(flags.n8n, flags.events, flags.rounds, flags.sameTreatment).catch((error: Error) => {
			console.error(error.message);
			process.exitCode = 1;
		});
	})
	.parse();
