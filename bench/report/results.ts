import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../scripts/project';
import type { Cell } from '../limits/cell';
import { BENCH_N8N_VERSION } from '../n8nForBench';

export const RESULTS_FOLDER = join(PROJECT_FOLDER, 'bench', 'results');

/** The circumstances of a measurement that matter to a reader. */
export interface Circumstances {
	/** ISO 8601. */
	measuredAt: string;
	n8n: string;
	cores: number;
	/** What else the machine was doing. */
	load?: string;
	/** Rows come from more than one run, so they were not measured side by side. */
	isPieced?: boolean;
}

export interface Results<Measured> extends Circumstances {
	measured: Measured;
}

export type ResultsName = 'quick' | 'full' | 'overhead' | 'start' | 'scaling' | 'trigger';

const fileOf = (name: ResultsName) => join(RESULTS_FOLDER, `${name}.json`);

export const circumstances = (n8n: string = BENCH_N8N_VERSION): Circumstances => ({
	measuredAt: new Date().toISOString(),
	n8n,
	cores: availableParallelism(),
});

/** Digits beyond a thousandth are noise. They would change every line of the file with every run. */
const rounded = (_key: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value);

const asJson = (value: unknown) => JSON.stringify(value, rounded);

/** One line for each measurement, so that a changed one is a changed line. */
function asLines<Measured>({ measured, ...about }: Results<Measured>): string {
	if (!Array.isArray(measured)) return `${JSON.stringify({ ...about, measured }, rounded, '\t')}\n`;
	const head = Object.entries(about).map(([name, value]) => `\t"${name}": ${asJson(value)},\n`);
	const rows = measured.map((row) => `\t\t${asJson(row)}`);
	return `{\n${head.join('')}\t"measured": [\n${rows.join(',\n')}\n\t]\n}\n`;
}

export async function saveResults<Measured>(
	name: ResultsName,
	about: Circumstances,
	measured: Measured,
): Promise<void> {
	await mkdir(RESULTS_FOLDER, { recursive: true });
	const results: Results<Measured> = { ...about, measured };
	await writeFile(fileOf(name), asLines(results));
}

/** @returns undefined where nothing has been measured yet */
export async function readResults<Measured>(name: ResultsName): Promise<Results<Measured> | undefined> {
	const text = await readFile(fileOf(name), 'utf8').catch(() => undefined);
	return text === undefined ? undefined : (JSON.parse(text) as Results<Measured>);
}

const keyOf = (cell: Cell) =>
	[cell.plan, cell.reading, cell.latency, cell.messages, cell.executions, cell.workers, cell.variant].join('\n');

/** A run of some cases replaces only these cases, each in its place. */
export function mergeCells(earlier: readonly Cell[], fresh: readonly Cell[]): Cell[] {
	const left = new Map(fresh.map((cell) => [keyOf(cell), cell]));
	const replaced = earlier.map((cell) => {
		const key = keyOf(cell);
		const replacement = left.get(key) ?? cell;
		left.delete(key);
		return replacement;
	});
	return [...replaced, ...left.values()];
}
