import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../scripts/project';
import type { Cell } from '../limits/cell';
import type { OverheadRow } from '../overhead/overhead';
import type { StartTimes } from '../overhead/startTimes';
import { limitChart } from './chart';
import { writeBetweenMarkers } from './markers';
import { limitsPart, overheadPart, startPart } from './readmePart';
import { readResults, RESULTS_FOLDER } from './results';

const CHART = 'limits.svg';

/** Files that show the quick set, overhead and start between markers, where they exist. */
const SHOWN_IN = ['README.md', 'README.bench.part.md'];

/** Writes tables and chart from whatever has been measured so far. */
export async function writeReport(): Promise<void> {
	const quick = await readResults<Cell[]>('quick');
	const full = await readResults<Cell[]>('full');
	const overhead = await readResults<OverheadRow[]>('overhead');
	const start = await readResults<StartTimes>('start');
	if (quick) await writeFile(join(RESULTS_FOLDER, CHART), limitChart(quick.measured));

	const parts = (chart: string) => [
		...(quick ? [`### Under a rate limit\n\n${limitsPart(quick, chart)}`] : []),
		...(overhead ? [`### Without a limit: overhead\n\n${overheadPart(overhead)}`] : []),
		...(start ? [`### Loading and one item\n\n${startPart(start)}`] : []),
	];
	const forResults = [...parts(CHART), ...(full ? [`### The documented plans\n\n${limitsPart(full)}`] : [])];
	await writeFile(join(RESULTS_FOLDER, 'results.md'), `# Benchmark results\n\nWritten by \`npm run bench\`.\n\n${forResults.join('\n\n')}\n`);
	for (const file of SHOWN_IN) await writeBetweenMarkers(join(PROJECT_FOLDER, file), parts(`bench/results/${CHART}`).join('\n\n'));
	console.log(`> Written: bench/results/results.md, ${CHART} and the tables of the README`);
}
