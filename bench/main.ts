import { Command, Option } from 'commander';
import { PLANS } from '../sandbox';
import { onSignal } from '../scripts/process/onSignal';
import { startQueueMode } from '../scripts/queue/startQueueMode';
import { FULL_CASES, QUICK_CASES, READINGS, type Case } from './limits/cases';
import type { Cell } from './limits/cell';
import { describeCell, runCases } from './limits/runCases';
import { OUR_NODE, VARIANTS } from './limits/variants';
import { BENCH_N8N_VERSION, openWorkshop, type Workshop } from './n8nForBench';
import { measureOverhead } from './overhead/overhead';
import { measureStart } from './overhead/startTimes';
import { writeReport } from './report/report';
import { measureScaling } from './scaling/scaling';
import { circumstances, mergeCells, readResults, saveResults } from './report/results';

const PARTS = ['limits', 'workers', 'overhead', 'start', 'scaling'] as const;
type BenchPart = (typeof PARTS)[number];
type IsFor = (part: BenchPart) => boolean;

/** One execution alone, and four executions that share the limit. */
const EXECUTIONS = [1, 4];
const WORKERS = 3;
/** Enough executions for every worker. */
const EXECUTIONS_PER_WORKER = 2;

interface Flags {
	full: boolean;
	only?: BenchPart;
	plan?: string;
	reading?: string;
	messages?: string;
	variant?: string;
	queue: boolean;
	load?: string;
}

const isChosen = (flags: Flags) => (benchCase: Case) =>
	(flags.plan === undefined || benchCase.plan === flags.plan) &&
	(flags.reading === undefined || benchCase.policy.reading === flags.reading) &&
	(flags.messages === undefined || benchCase.messages === Number(flags.messages));

const printCell = (cell: Cell) => console.log(`  ${describeCell(cell)}`);

/** Which cases and variants the user asked for. */
function chosen(flags: Flags) {
	const cases = (flags.full ? FULL_CASES : QUICK_CASES).filter(isChosen(flags));
	const variants = VARIANTS.filter(({ id }) => flags.variant === undefined || id === flags.variant);
	if (cases.length === 0 || variants.length === 0) throw new Error('There is no such case or variant');
	return { cases, variants };
}

async function measureInOneProcess(workshop: Workshop, flags: Flags): Promise<Cell[]> {
	const { cases, variants } = chosen(flags);
	console.log(`> Rate limits, ${cases.length} cases with ${variants.length} variants in one n8n ${BENCH_N8N_VERSION}`);
	const n8n = await workshop.startN8n('limits');
	const request = {
		client: n8n.client,
		cases,
		variants,
		executions: EXECUTIONS,
		workers: 0,
		folder: workshop.folder,
		onCell: printCell,
	};
	try {
		return await runCases(request);
	} finally {
		await n8n.stop();
	}
}

async function measureOverWorkers({ tarball, folder }: Workshop, flags: Flags): Promise<Cell[]> {
	const { cases, variants } = chosen(flags);
	if (!variants.includes(OUR_NODE)) return [];
	console.log(`> Rate limits in n8n's queue mode with ${WORKERS} workers`);
	const queueMode = await startQueueMode({
		version: BENCH_N8N_VERSION,
		workerCount: WORKERS,
		packages: [tarball],
		executionsPerWorker: EXECUTIONS_PER_WORKER,
	});
	const executions = [EXECUTIONS_PER_WORKER * WORKERS];
	const request = {
		client: queueMode.client,
		cases,
		variants: [OUR_NODE],
		executions,
		workers: WORKERS,
		folder,
		onCell: printCell,
	};
	try {
		return await runCases(request);
	} finally {
		await queueMode.stop();
	}
}

/** Saves after each part, because each takes long, and the second one needs programs that may be missing. */
async function measureLimits(workshop: Workshop, flags: Flags, isFor: IsFor): Promise<void> {
	const set = flags.full ? 'full' : 'quick';
	const isWhole = !picksCases(flags) && isFor('limits') && isFor('workers');
	let cells = isWhole ? [] : ((await readResults<Cell[]>(set))?.measured ?? []);
	const about = {
		...circumstances(),
		...(flags.load !== undefined && { load: flags.load }),
		...(cells.length > 0 && { isPieced: true }),
	};
	for (const [part, measure] of [
		['limits', measureInOneProcess],
		['workers', measureOverWorkers],
	] as const) {
		if (!isFor(part)) continue;
		cells = mergeCells(cells, await measure(workshop, flags));
		await saveResults(set, about, cells);
	}
}

const picksCases = ({ plan, reading, messages, variant }: Flags) =>
	[plan, reading, messages, variant].some((flag) => flag !== undefined);

/**
 * Sending thousands of messages in an n8n of their own takes longer than all the rest. The simulation of a thousand workers
 * takes half a minute, and its figures change only with the pacing code.
 */
const ONLY_IN_FULL: readonly BenchPart[] = ['overhead', 'start', 'scaling'];

/** If the user names cases of the limits, only the limits are measured. */
function partsOf(flags: Flags): IsFor {
	const isIn = (part: BenchPart) => {
		if (part === 'limits') return true;
		if (part === 'workers') return flags.queue;
		return !picksCases(flags) && (flags.full || !ONLY_IN_FULL.includes(part));
	};
	const parts = PARTS.filter(isIn);
	const wanted = flags.only === undefined ? parts : [flags.only];
	return (part) => wanted.includes(part);
}

async function main(flags: Flags): Promise<void> {
	const isFor = partsOf(flags);
	if (isFor('scaling')) await saveResults('scaling', circumstances(), await measureScaling());
	if (flags.only !== 'scaling') await measureInN8n(flags, isFor);
	await writeReport();
}

async function measureInN8n(flags: Flags, isFor: IsFor): Promise<void> {
	const workshop = await openWorkshop();
	onSignal(() => workshop.close());
	try {
		if (isFor('limits') || isFor('workers')) await measureLimits(workshop, flags, isFor);
		if (isFor('overhead')) await saveResults('overhead', circumstances(), await measureOverhead(workshop));
		if (isFor('start')) await saveResults('start', circumstances(), await measureStart(workshop));
	} finally {
		await workshop.close();
	}
}

new Command('npm run bench --')
	.description('Measures this package beside what n8n offers without it, in a real n8n against the sandbox')
	.option('--quick', 'a small plan with 100 messages (the default): under 15 minutes', false)
	.addOption(
		new Option(
			'--full',
			'the documented plans with up to 1,000 messages each, overhead, start and scaling: takes hours',
		)
			.default(false)
			.conflicts('quick'),
	)
	.addOption(new Option('--only <part>', 'one part alone').choices(PARTS))
	.addOption(new Option('--plan <plan>', 'one plan of the full set alone').choices(Object.keys(PLANS)))
	.addOption(new Option('--reading <reading>', 'one reading of the limit alone').choices(READINGS))
	.option('--messages <count>', 'one number of messages alone')
	.addOption(new Option('--variant <id>', 'one variant alone').choices(VARIANTS.map(({ id }) => id)))
	.option('--load <sentence>', 'what else the machine is doing, for the report')
	.option('--no-queue', 'leave queue mode (the part "workers") out')
	.action(async (flags: Flags) => {
		await main(flags).catch((error: Error) => {
			console.error(error.message);
			process.exitCode = 1;
		});
	})
	.parse();
