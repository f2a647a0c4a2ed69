import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../project';

/** What one run of the fault matrix, or one share of it, writes. */
export interface FaultReport {
	/** Version of n8n-core. */
	core: string;
	/** Version of Node. */
	node: string;
	faults: number;
	invariants: number;
	cells: number;
	/** Requests that reached a server. */
	requests: number;
	/** Runs that were repeated because the machine was busy. */
	repetitions: number;
	seconds: number;
	/** A cell, and what does not hold in it. */
	failures: string[];
}

/** The latest whole run on a version of n8n-core. */
export type FaultResult = FaultReport & {
	/** Of the run, as in 2026-11-25. */
	date: string;
	/** How many shares ran at the same time. */
	processes: number;
};

/** By version of n8n-core. */
export type FaultResults = Record<string, FaultResult>;

const RESULTS_FILE = join(PROJECT_FOLDER, 'test', 'integration', 'support', 'faultMatrix', 'results.json');

export const readFaultResults = (): FaultResults => JSON.parse(readFileSync(RESULTS_FILE, 'utf8')) as FaultResults;

/** Puts the shares of one run together. Those of one process ran one after another. */
export function mergeReports(reports: FaultReport[], processes: number, date: string): FaultResult {
	const sum = (pick: (report: FaultReport) => number) => reports.reduce((total, report) => total + pick(report), 0);
	return {
		...reports[0],
		date,
		processes,
		cells: sum(({ cells }) => cells),
		requests: sum(({ requests }) => requests),
		repetitions: sum(({ repetitions }) => repetitions),
		seconds: Math.max(...reports.map(({ seconds }) => seconds)),
		failures: reports.flatMap(({ failures }) => failures),
	};
}

export function recordFaultResult(result: FaultResult): void {
	const results = { ...readFaultResults(), [result.core]: result };
	writeFileSync(RESULTS_FILE, `${JSON.stringify(results, null, '\t')}\n`);
}
