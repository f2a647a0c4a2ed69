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

const PARTS = ['limits', 'overhead', 'start', 'scaling'] as const;
type BenchPart = (typeof PARTS)[number];

/** The limit all to itself, and shared by four executions at once. */
const EXECUTIONS = [1, 4];
const WORKERS = 3;

interface Flags {
	full: boolean;
	only?: BenchPart;
	plan?: string;
	reading?: string;
	messages?: string;
	variant?: string;
	queue: boolean;
}

const isChosen = (flags: Flags) => (benchCase: Case) =>
	(flags.plan === undefined || benchCase.plan === flags.plan) &&
	(flags.reading === undefined || benchCase.policy.reading === flags.reading) &&
	(flags.messages === undefined || benchCase.messages === Number(flags.messages));

const printCell = (cell: Cell) => console.log(`  ${describeCell(cell)}`);

async function measureLimits(workshop: Workshop, flags: Flags): Promise<Cell[]> {
	const { folder, tarball } = workshop;
	const cases = (flags.full ? FULL_CASES : QUICK_CASES).filter(isChosen(flags));
	const variants = VARIANTS.filter(({ id }) => flags.variant === undefined || id === flags.variant);
	if (cases.length === 0 || variants.length === 0) throw new Error('There is no such case or variant');

	console.log(`> Rate limits, ${cases.length} cases with ${variants.length} variants in one n8n ${BENCH_N8N_VERSION}`);
	const n8n = await workshop.startN8n('limits');
	const cells = await runCases({
		client: n8n.client,
		cases,
		variants,
		executions: EXECUTIONS,
		workers: 0,
		folder,
		onCell: printCell,
	}).finally(() => n8n.stop());

	if (!flags.queue || !variants.includes(OUR_NODE)) return cells;
	console.log(`> Rate limits in n8n's queue mode with ${WORKERS} workers`);
	const queue = await startQueueMode({ version: BENCH_N8N_VERSION, workerCount: WORKERS, packages: [tarball], executionsPerWorker: 2 });
	const queueCells = await runCases({
		client: queue.client,
		cases,
		variants: [OUR_NODE],
		executions: [2 * WORKERS],
		workers: WORKERS,
		folder,
		onCell: printCell,
	}).finally(() => queue.stop());
	return [...cells, ...queueCells];
}

async function main(flags: Flags): Promise<void> {
	const isFor = (part: BenchPart) => flags.only === undefined || flags.only === part;
	if (isFor('scaling')) await saveResults('scaling', circumstances(), await measureScaling());
	if (flags.only !== 'scaling') await measureInN8n(flags, isFor);
	await writeReport();
}

async function measureInN8n(flags: Flags, isFor: (part: BenchPart) => boolean): Promise<void> {
	const workshop = await openWorkshop();
	onSignal(() => workshop.close());
	const set = flags.full ? 'full' : 'quick';
	const isWhole = !flags.plan && !flags.reading && !flags.messages && !flags.variant && flags.queue;
	try {
		if (isFor('limits')) {
			const cells = await measureLimits(workshop, flags);
			const earlier = isWhole ? [] : ((await readResults<Cell[]>(set))?.measured ?? []);
			await saveResults(set, circumstances(), mergeCells(earlier, cells));
		}
		if (isFor('overhead')) await saveResults('overhead', circumstances(), await measureOverhead(workshop));
		if (isFor('start')) await saveResults('start', circumstances(), await measureStart(workshop));
	} finally {
		await workshop.close();
	}
}

new Command('npm run bench --')
	.description('Measures this package beside what n8n offers without it, in a real n8n against the sandbox')
	.option('--full', 'the documented plans with up to 1,000 messages each: takes hours', false)
	.addOption(new Option('--only <part>', 'one part alone').choices(PARTS))
	.addOption(new Option('--plan <plan>', 'one plan of the full set alone').choices(Object.keys(PLANS)))
	.addOption(new Option('--reading <reading>', 'one reading of the limit alone').choices(READINGS))
	.option('--messages <count>', 'one number of messages alone')
	.addOption(new Option('--variant <id>', 'one variant alone').choices(VARIANTS.map(({ id }) => id)))
	.option('--no-queue', 'leave queue mode out')
	.action(async (flags: Flags) => {
		await main(flags).catch((error: Error) => {
			console.error(error.message);
			process.exitCode = 1;
		});
	})
	.parse();
