import { LATENCY_TITLES } from '../limits/cases';
import type { Cell } from '../limits/cell';
import { OUR_NODE, OUR_NODE_ONE_BY_ONE } from '../limits/variants';
import type { OverheadRow } from '../overhead/overhead';
import type { StartTimes } from '../overhead/startTimes';
import type { Scaling } from '../scaling/scaling';
import type { TriggerRow } from '../trigger/measureTrigger';
import type { Results } from './results';
import { about, count, limitTables, overheadTable, startTable, triggerTable, workersTable, worstTable } from './tables';

const largest = (numbers: number[]) => Math.max(...numbers);

/** One sentence on our own rows, worked out from them. */
function ownFigures(cells: readonly Cell[], place: string): string {
	const lost = cells.reduce((sum, cell) => sum + cell.lost, 0);
	const duplicated = cells.reduce((sum, cell) => sum + cell.duplicated, 0);
	const limited = cells.filter(({ minimumSeconds }) => minimumSeconds > 0);
	const slowest = largest(limited.map(({ timesMinimum }) => timesMinimum ?? Number.POSITIVE_INFINITY));
	const refusals = largest(cells.map((cell) => (cell.refusals / cell.messages) * 100));
	return `${place}: ${lost} lost, ${duplicated} duplicated, at most ${slowest.toFixed(2)} × the theoretical minimum, at most ${Math.round(refusals)} answers 429 per 100 messages.`;
}

const inOneProcess = (cells: readonly Cell[]) => cells.filter(({ workers }) => workers === 0);
const ours = (cells: readonly Cell[]) => cells.filter(({ variant }) => variant === OUR_NODE.id);

export function limitsPart(results: Results<Cell[]>, chart?: string): string {
	const own = ours(results.measured);
	const latencies = [...new Set(own.map(({ latency }) => latency))];
	const figures = latencies.flatMap((latency) => {
		const cells = own.filter((cell) => cell.latency === latency);
		const overWorkers = cells.filter(({ workers }) => workers > 0);
		const name = latency === 'even' ? 'WhatsLoop' : `WhatsLoop, ${LATENCY_TITLES[latency]},`;
		return [
			`- ${ownFigures(inOneProcess(cells), `${name} in one process`)}`,
			...(overWorkers.length > 0
				? [`- ${ownFigures(overWorkers, `${name} over ${overWorkers[0].workers} workers in queue mode`)}`]
				: []),
		];
	});
	return [
		about(results),
		figures.join('\n'),
		...(chart ? [`![Delivered, lost and duplicated messages under each reading of the limit](${chart})`] : []),
		limitTables(results.measured),
	].join('\n\n');
}

/** For the README: one line for each way of sending, the worst of its runs. */
export function summaryPart(results: Results<Cell[]>, chart: string): string {
	const { measured } = results;
	const [{ messages, plan }] = measured;
	return [
		`${about(results)} ${count(messages)} messages at a limit of ${plan}.`,
		worstTable(measured),
		`![Delivered, lost and duplicated messages under each reading of the limit](${chart})`,
	].join('\n\n');
}

/** The gain of overlapping chats, from the rows with the slow server. */
function overlapFigures(rows: readonly OverheadRow[]): string[] {
	const slow = rows.filter(({ latencyMs }) => latencyMs > 0);
	const standard = slow.find(({ variant }) => variant === OUR_NODE.id);
	const oneByOne = slow.find(({ variant }) => variant === OUR_NODE_ONE_BY_ONE.id);
	if (!standard || !oneByOne) return [];
	const gain = (standard.messagesPerSecond / oneByOne.messagesPerSecond).toFixed(2);
	return [`At ${standard.latencyMs} ms the default *Concurrency* sends ${gain} × as fast as one by one.`];
}

export const overheadPart = (results: Results<OverheadRow[]>): string =>
	[
		about(results),
		'Each row ran in an n8n that was started for it alone. HTTP Request sends everything at once, even if the server can not keep up.',
		overheadTable(results.measured),
		...overlapFigures(results.measured),
	].join('\n\n');

export const startPart = (results: Results<StartTimes>): string =>
	[`${about(results)} Medians of ${count(results.measured.tries)} tries.`, startTable(results.measured)].join('\n\n');

export function triggerPart(results: Results<TriggerRow[]>): string {
	const [{ events, rounds, connections }] = results.measured;
	const extent = `Medians of ${rounds} rounds of ${count(events)} events over ${connections} connections, each followed by a *Set* node.`;
	return [`${about(results)} ${extent}`, triggerTable(results.measured)].join('\n\n');
}

export const workersPart = ({ measured }: Results<Scaling>): string => workersTable(measured.workers);

export function accountsPart({ measured }: Results<Scaling>): string {
	const { accounts, kilobytesPerAccount, microsecondsPerLookUp, microsecondsPerRequest, leftAfterTenMinutes } =
		measured.accounts;
	const megabytes = (kilobytesPerAccount * accounts) / 1024;
	return [
		`${count(accounts)} accounts, measured: ${kilobytesPerAccount.toFixed(1)} KB each, ${megabytes.toFixed(0)} MB in all;`,
		`${microsecondsPerLookUp.toFixed(1)} µs to find an account by its credential, ${microsecondsPerRequest.toFixed(1)} µs to acquire and release a request;`,
		`${leftAfterTenMinutes} of them are still in memory ten minutes after their last use.`,
	].join('\n');
}
