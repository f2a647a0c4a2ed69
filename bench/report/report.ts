import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceGenerated } from '../../scripts/docs/replaceGenerated';
import { PROJECT_FOLDER } from '../../scripts/project';
import type { Cell } from '../limits/cell';
import type { OverheadRow } from '../overhead/overhead';
import type { StartTimes } from '../overhead/startTimes';
import type { Scaling } from '../scaling/scaling';
import type { TriggerRow } from '../trigger/measureTrigger';
import { limitChart } from './chart';
import { accountsPart, limitsPart, overheadPart, startPart, summaryPart, triggerPart, workersPart } from './parts';
import { readResults, RESULTS_FOLDER } from './results';

const CHART = 'limits.svg';

/** Replaces the generated parts of a page that has marks for them. */
async function writeInto(page: string, parts: Record<string, string | undefined>): Promise<void> {
	const file = join(PROJECT_FOLDER, page);
	let text = await readFile(file, 'utf8').catch(() => '');
	for (const [name, content] of Object.entries(parts)) {
		if (content !== undefined && text.includes(`<!-- generated: ${name} -->`))
			text = replaceGenerated(text, name, content);
	}
	if (text !== '') await writeFile(file, text);
}

/** Writes tables and chart from whatever has been measured so far. */
export async function writeReport(): Promise<void> {
	const quick = await readResults<Cell[]>('quick');
	const full = await readResults<Cell[]>('full');
	const overhead = await readResults<OverheadRow[]>('overhead');
	const start = await readResults<StartTimes>('start');
	const scaling = await readResults<Scaling>('scaling');
	const trigger = await readResults<TriggerRow[]>('trigger');
	if (quick) await writeFile(join(RESULTS_FOLDER, CHART), limitChart(quick.measured));

	const sections = (chart: string) => [
		...(quick ? [`## Under a rate limit\n\n${limitsPart(quick, chart)}`] : []),
		...(overhead ? [`## Without a limit\n\n${overheadPart(overhead)}`] : []),
		...(start ? [`## Loading, and one item\n\n${startPart(start)}`] : []),
	];
	const all = [
		...sections(CHART),
		...(trigger ? [`## The trigger\n\n${triggerPart(trigger)}`] : []),
		...(full ? [`## The documented plans\n\n${limitsPart(full)}`] : []),
	];
	await writeFile(
		join(RESULTS_FOLDER, 'results.md'),
		`# Benchmark results\n\nWritten by \`npm run bench\` and \`npm run bench:trigger\`.\n\n${all.join('\n\n')}\n`,
	);

	await writeInto('README.md', { benchmark: quick && summaryPart(quick, `bench/results/${CHART}`) });
	await writeInto('docs/benchmark.md', { benchmark: sections(`../bench/results/${CHART}`).join('\n\n') });
	await writeInto('docs/trigger.md', { speed: trigger && triggerPart(trigger) });
	await writeInto('docs/scaling.md', {
		'many workers': scaling && workersPart(scaling),
		'many accounts': scaling && accountsPart(scaling),
	});
	console.log(`> Written: bench/results/results.md, bench/results/${CHART}, and the tables in README.md and docs/`);
}
