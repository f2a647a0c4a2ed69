import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installPackage } from '../../scripts/n8n/installPackage';
import { createVariant, runAtOnce } from '../limits/cell';
import { HTTP_REQUEST, OUR_NODE } from '../limits/variants';
import type { Workshop } from '../n8nForBench';
import { SandboxProcess } from '../sandboxProcess';

/** Medians of many tries. */
export interface StartTimes {
	/** Loading a node's and its credential's code into a process that has n8n-workflow already. */
	load: Array<{ title: string; milliseconds: number }>;
	/** Running the node with one item, by n8n's own clock. */
	oneItem: Array<{ title: string; milliseconds: number }>;
	tries: number;
}

const TRIES = 15;

const run = promisify(execFile);

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

interface Loadable {
	title: string;
	files: string[];
}

/** n8n's own node for WhatsApp is the most similar one. HTTP Request is what people use without either. */
async function loadables({ n8n, tarball, folder }: Workshop): Promise<Loadable[]> {
	// installed as in n8n: beside the project's own node_modules it would find another n8n-workflow than n8n's
	const installed = await installPackage(tarball, join(folder, 'installed'));
	const builtIn = join(n8n.directory, 'node_modules', 'n8n-nodes-base');
	const filesIn = (packageFolder: string, ...files: string[]) => files.map((file) => join(packageFolder, 'dist', file));
	return [
		{
			title: 'WhatsLoop (this package)',
			files: filesIn(installed, 'nodes/WhatsLoop/WhatsLoop.node.js', 'credentials/WhatsLoopApi.credentials.js'),
		},
		{
			title: 'WhatsApp Business Cloud (built in)',
			files: filesIn(builtIn, 'nodes/WhatsApp/WhatsApp.node.js', 'credentials/WhatsAppApi.credentials.js'),
		},
		{ title: 'HTTP Request (built in)', files: filesIn(builtIn, 'nodes/HttpRequest/HttpRequest.node.js') },
	];
}

/** Runs in a process of its own, so that nothing is loaded yet. */
const LOAD = `
	require('n8n-workflow');
	const started = performance.now();
	for (const file of process.argv.slice(1)) {
		const [Loaded] = Object.values(require(file)).filter((each) => typeof each === 'function');
		new Loaded();
	}
	console.log(performance.now() - started);`;

async function loadMilliseconds(workshop: Workshop, files: string[]): Promise<number> {
	const modules = join(workshop.n8n.directory, 'node_modules');
	// n8n itself sets the same, which is how a community package finds n8n's copy of n8n-workflow
	const env = { NODE_PATH: modules };
	const { stdout } = await run(workshop.n8n.nodePath, ['-e', LOAD, ...files], { env, cwd: modules });
	return Number(stdout);
}

async function measureLoad(workshop: Workshop): Promise<StartTimes['load']> {
	const all = await loadables(workshop);
	const times = all.map((): number[] => []);
	// alternately, so that a busy moment of the machine affects all alike
	for (let attempt = 0; attempt < TRIES; attempt++) {
		for (const [index, { files }] of all.entries()) times[index].push(await loadMilliseconds(workshop, files));
	}
	return all.map(({ title }, index) => ({ title, milliseconds: median(times[index]) }));
}

async function measureOneItem(workshop: Workshop): Promise<StartTimes['oneItem']> {
	const sandbox = await SandboxProcess.start(null, undefined, join(workshop.folder, 'start sandbox.log'));
	const n8n = await workshop.startN8n('start').catch(async (error: unknown) => {
		await sandbox.stop();
		throw error;
	});
	const variants = [OUR_NODE, HTTP_REQUEST];
	const times = variants.map((): number[] => []);
	try {
		// the first of each, which also compiles, does not count
		for (let attempt = 0; attempt <= TRIES; attempt++) {
			for (const [index, variant] of variants.entries()) {
				const name = `one item ${variant.id} ${attempt}`;
				const { workflows } = await createVariant({ client: n8n.client, sandbox, variant }, name, [[attempt]]);
				const [{ id }] = await runAtOnce(n8n.client, workflows, 60);
				const { data } = await n8n.client.readExecution(id);
				const { sender } = variant.graph({ credential: { id: '', name: '' }, goBaseUrl: '' });
				if (attempt > 0) times[index].push(data.resultData.runData[sender][0].executionTime);
			}
		}
	} finally {
		await n8n.stop();
		await sandbox.stop();
	}
	return variants.map(({ title }, index) => ({ title, milliseconds: median(times[index]) }));
}

/** What it costs to have the package, and to use it once. */
export async function measureStart(workshop: Workshop): Promise<StartTimes> {
	console.log(`> Loading the package and running one item, ${TRIES} tries each`);
	const measured = { load: await measureLoad(workshop), oneItem: await measureOneItem(workshop), tries: TRIES };
	for (const { title, milliseconds } of measured.load) console.log(`  load ${title}: ${milliseconds.toFixed(1)} ms`);
	for (const { title, milliseconds } of measured.oneItem)
		console.log(`  one item ${title}: ${milliseconds.toFixed(1)} ms`);
	return measured;
}
