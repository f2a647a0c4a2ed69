import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { N8nClient } from '../../scripts/n8n/client';
import { formatSeconds } from '../../scripts/cache/progress';
import { SandboxProcess } from '../sandboxProcess';
import type { Case } from './cases';
import { measureCell, type Cell } from './cell';
import type { Variant } from './variants';

/** The usual way to a server in the same part of the world. */
const LATENCY_MS = 50;

/** Each window begins with a burst. Nine limits of 60 s that begin this far apart, or three of 20 s, do not burst at once. */
const LANE_OFFSET_MS = 7000;

export interface CasesRequest {
	client: N8nClient;
	cases: readonly Case[];
	variants: readonly Variant[];
	/** How many executions share the messages; each number is a measurement of its own. */
	executions: readonly number[];
	/** Of the n8n at hand; 0 where it is one process. */
	workers: number;
	/** For logs. */
	folder: string;
	onCell?: (cell: Cell) => void;
}

export const describeCell = (cell: Cell): string => {
	const { plan, reading, messages, executions, workers, title, once, lost, duplicated, refusals, seconds, timesMinimum } = cell;
	const place = workers > 0 ? `${executions} executions on ${workers} workers` : `${executions} execution(s)`;
	const time = `${seconds.toFixed(1)} s${timesMinimum === undefined ? '' : ` = ${timesMinimum.toFixed(3)} x minimum`}`;
	return `${plan}, ${reading}, ${messages} messages, ${place}, ${title}: once ${once}, lost ${lost}, duplicated ${duplicated}, 429s ${refusals}, ${time}`;
};

/** All cases of one rate limit, one measurement after the other on one sandbox. */
async function runLane(request: CasesRequest, cases: readonly Case[]): Promise<Cell[]> {
	const { client, variants, executions, workers, folder, onCell } = request;
	const [{ plan, policy }] = cases;
	const sandbox = await SandboxProcess.start(policy, LATENCY_MS, join(folder, `sandbox ${plan} ${policy.reading}.log`));
	const cells: Cell[] = [];
	try {
		for (const benchCase of cases) {
			for (const variant of variants) {
				for (const count of executions) {
					const cell = await measureCell({ client, sandbox, variant, benchCase, executions: count, workers });
					cells.push(cell);
					onCell?.(cell);
				}
			}
		}
	} finally {
		await sandbox.stop();
	}
	return cells;
}

const laneOf = ({ plan, policy }: Case) => `${plan} ${policy.reading}`;

/**
 * Measures every case with every variant. What has different limits runs side by side: nearly all of the time is waiting,
 * and each has a sandbox of its own.
 */
export async function runCases(request: CasesRequest): Promise<Cell[]> {
	const lanes = new Map<string, Case[]>();
	for (const benchCase of request.cases) lanes.set(laneOf(benchCase), [...(lanes.get(laneOf(benchCase)) ?? []), benchCase]);
	const startedAtMs = performance.now();
	const cells = await Promise.all(
		[...lanes.values()].map(async (cases, index) => {
			await delay(index * LANE_OFFSET_MS);
			return await runLane(request, cases);
		}),
	);
	console.log(`  ${cells.flat().length} measurements took ${formatSeconds((performance.now() - startedAtMs) / 1000)}`);
	return cells.flat();
}
