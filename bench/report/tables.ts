import { LATENCY_TITLES } from '../limits/cases';
import type { Cell } from '../limits/cell';
import type { OverheadRow } from '../overhead/overhead';
import type { StartTimes } from '../overhead/startTimes';
import type { ManyWorkersRow } from '../scaling/manyWorkers';
import type { TriggerRow } from '../trigger/measureTrigger';
import type { Circumstances } from './results';

type Column<Row> = [heading: string, alignment: 'left' | 'right', text: (row: Row) => string];

function table<Row>(rows: readonly Row[], columns: ReadonlyArray<Column<Row>>): string {
	const line = (texts: string[]) => `| ${texts.join(' | ')} |`;
	return [
		line(columns.map(([heading]) => heading)),
		line(columns.map(([, alignment]) => (alignment === 'right' ? '---:' : '---'))),
		...rows.map((row) => line(columns.map(([, , text]) => text(row)))),
	].join('\n');
}

export const count = (number: number): string => number.toLocaleString('en-US');

export const timesMinimum = ({ timesMinimum: times }: Cell): string =>
	times === undefined ? '–' : `${times.toFixed(2)} ×`;

/** `4 at once`, and where. */
const runs = ({ executions, workers }: Cell): string => {
	if (workers > 0) return `${executions} at once over ${workers} workers`;
	return executions === 1 ? '1' : `${executions} at once`;
};

const LIMIT_COLUMNS: ReadonlyArray<Column<Cell>> = [
	['', 'left', ({ title }) => title],
	['Executions', 'left', runs],
	['Delivered once', 'right', ({ once }) => count(once)],
	['Lost', 'right', ({ lost }) => count(lost)],
	['Duplicated', 'right', ({ duplicated }) => count(duplicated)],
	['429s', 'right', ({ refusals }) => count(refusals)],
	['Time', 'right', ({ seconds, lost }) => (lost > 0 ? '–' : `${seconds.toFixed(1)} s`)],
	['÷ minimum', 'right', timesMinimum],
];

/** What a group of cells has in common, as a heading says it. */
export const headingOf = ({ plan, limit, windowSeconds, reading, latency, messages, minimumSeconds }: Cell): string => {
	const limitText = `${limit} per ${windowSeconds} s`;
	const name = plan === limitText ? limitText : `plan ${plan} (${limitText})`;
	return `Reading "${reading}", ${LATENCY_TITLES[latency]}, ${name}, ${count(messages)} messages: at least ${minimumSeconds.toFixed(1)} s`;
};

/** Cells by what they have in common, in the order in which they come. */
export function groups(cells: readonly Cell[]): Cell[][] {
	const byHeading = new Map<string, Cell[]>();
	for (const cell of cells) byHeading.set(headingOf(cell), [...(byHeading.get(headingOf(cell)) ?? []), cell]);
	return [...byHeading.values()];
}

export const limitTables = (cells: readonly Cell[]): string =>
	groups(cells)
		.map((group) => `### ${headingOf(group[0])}\n\n${table(group, LIMIT_COLUMNS)}`)
		.join('\n\n');

/** Cells by the way of sending, in the order in which they come. */
function byVariant(cells: readonly Cell[]): Cell[][] {
	const variants = new Map<string, Cell[]>();
	for (const cell of cells) variants.set(cell.variant, [...(variants.get(cell.variant) ?? []), cell]);
	return [...variants.values()];
}

const most = (cells: readonly Cell[], pick: (cell: Cell) => number) => Math.max(...cells.map(pick));

/** One line for each way of sending: its worst over all readings of the limit and all numbers of executions. */
export const worstTable = (cells: readonly Cell[]): string =>
	table<Cell[]>(byVariant(cells), [
		['The worst of all runs', 'left', ([{ title }]) => title],
		['Lost', 'right', (same) => count(most(same, ({ lost }) => lost))],
		['Sent twice', 'right', (same) => count(most(same, ({ duplicated }) => duplicated))],
		[
			'Time ÷ minimum',
			'right',
			(same) =>
				same.some(({ lost }) => lost > 0)
					? '–'
					: `${most(same, ({ timesMinimum: times }) => times ?? Number.POSITIVE_INFINITY).toFixed(2)} ×`,
		],
	]);

export const overheadTable = (rows: readonly OverheadRow[]): string =>
	table<OverheadRow>(rows, [
		['', 'left', ({ title }) => title],
		['Latency', 'right', ({ latencyMs }) => `${latencyMs} ms`],
		['Messages', 'right', ({ messages }) => count(messages)],
		['Delivered once', 'right', ({ once }) => count(once)],
		['Messages per second', 'right', ({ messagesPerSecond }) => count(Math.round(messagesPerSecond))],
		['More memory at most', 'right', ({ extraMegabytes }) => `${count(Math.round(extraMegabytes))} MB`],
	]);

export function startTable({ load, oneItem }: StartTimes): string {
	const rows = [
		...load.map((row) => ({ what: 'Loading the code', ...row })),
		...oneItem.map((row) => ({ what: 'Running one item', ...row })),
	];
	return table(rows, [
		['', 'left', ({ what }) => what],
		['', 'left', ({ title }) => title],
		['Median', 'right', ({ milliseconds }) => `${milliseconds.toFixed(1)} ms`],
	]);
}

export const triggerTable = (rows: readonly TriggerRow[]): string =>
	table<TriggerRow>(rows, [
		['', 'left', ({ title }) => title],
		["n8n's Webhook node", 'right', ({ webhookPerSecond }) => `${webhookPerSecond.toFixed(1)} events/s`],
		['WhatsLoop Trigger', 'right', ({ triggerPerSecond }) => `${triggerPerSecond.toFixed(1)} events/s`],
		['Ratio', 'right', ({ ratio }) => ratio.toFixed(2)],
	]);

export const workersTable = (rows: readonly ManyWorkersRow[]): string =>
	table<ManyWorkersRow>(rows, [
		['Reading', 'left', ({ reading }) => reading],
		['Workers', 'right', ({ workers }) => count(workers)],
		['Messages', 'right', ({ messages }) => count(messages)],
		['Accepted', 'right', ({ accepted }) => count(accepted)],
		['÷ minimum', 'right', ({ timesMinimum: times }) => `${times.toFixed(2)} ×`],
		['429s per message', 'right', ({ refusalsPerMessage }) => refusalsPerMessage.toFixed(1)],
		['429s of one message at most', 'right', ({ mostRefusalsOfOne }) => count(mostRefusalsOfOne)],
	]);

export const about = ({ measuredAt, n8n, cores, load, isPieced }: Circumstances): string => {
	const pieced = isPieced ? ' The rows come from more than one run.' : '';
	return `Measured on ${measuredAt.slice(0, 10)} with n8n ${n8n} on ${cores} cores.${load === undefined ? '' : ` ${load}`}${pieced}`;
};
