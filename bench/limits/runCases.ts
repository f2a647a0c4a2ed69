import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { N8nClient } from '../../scripts/n8n/client';
import { formatSeconds } from '../../scripts/cache/progress';
import { SandboxProcess } from '../sandboxProcess';
import type { Case } from './cases';
import { measureCell, type Cell } from './cell';
import { OUR_NODE, type Variant } from './variants';

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
	const {
		plan,
		reading,
		messages,
		executions,
		workers,
		title,
		once,
		lost,
		duplicated,
		refusals,
		seconds,
		timesMinimum,
	} = cell;
	const place = workers > 0 ? `${executions} executions on ${workers} workers` : `${executions} execution(s)`;
	const time = `${seconds.toFixed(1)} s${timesMinimum === undefined ? '' : ` = ${timesMinimum.toFixed(3)} x minimum`}`;
	return `${plan}, ${reading}, ${messages} messages, ${place}, ${title}: once ${once}, lost ${lost}, duplicated ${duplicated}, 429s ${refusals}, ${time}`;
};

/** All cases of one rate limit with one variant, one measurement after the other on one sandbox. */
async function runLane(request: CasesRequest, variant: Variant, cases: readonly Case[]): Promise<Cell[]> {
	const { client, executions, workers, folder, onCell } = request;
	const [{ plan, policy }] = cases;
	const sandbox = await SandboxProcess.start(
		policy,
		LATENCY_MS,
		join(folder, `sandbox ${plan} ${policy.reading} ${variant.id}.log`),
	);
	const cells: Cell[] = [];
	try {
		for (const benchCase of cases) {
			for (const count of executions) {
				const cell = await measureCell({ client, sandbox, variant, benchCase, executions: count, workers });
				cells.push(cell);
				onCell?.(cell);
			}
		}
	} finally {
		await sandbox.stop();
	}
	return cells;
}

/** The cases by their rate limit, of which each has a sandbox of its own. */
function byLimit(cases: readonly Case[]): Case[][] {
	const lanes = new Map<string, Case[]>();
	for (const benchCase of cases) {
		const limit = `${benchCase.plan} ${benchCase.policy.reading}`;
		lanes.set(limit, [...(lanes.get(limit) ?? []), benchCase]);
	}
	return [...lanes.values()];
}

type Lane = () => Promise<Cell[]>;

/** Over workers, whose places suffice for the executions of one limit: these must all run at once. */
async function oneAfterAnother(lanes: Lane[]): Promise<Cell[]> {
	const cells: Cell[] = [];
	for (const lane of lanes) cells.push(...(await lane()));
	return cells;
}

/** Nearly all of their time is waiting. */
const sideBySide = async (lanes: Lane[]): Promise<Cell[]> =>
	(
		await Promise.all(
			lanes.map(async (lane, index) => {
				await delay(index * LANE_OFFSET_MS);
				return await lane();
			}),
		)
	).flat();

/**
 * Measures every case with every variant. Our node first and without the others, whose hundreds of requests at once would
 * be in its way; then the others, each beside the rest, for one after the other would take hours.
 */
export async function runCases(request: CasesRequest): Promise<Cell[]> {
	const limits = byLimit(request.cases);
	const isOurs = ({ id }: Variant) => id === OUR_NODE.id;
	const ours = request.variants.filter(isOurs);
	const others = request.variants.filter((variant) => !isOurs(variant));
	const startedAtMs = performance.now();
	const runLanes = request.workers > 0 ? oneAfterAnother : sideBySide;
	const measure = async (variants: readonly Variant[]) =>
		await runLanes(
			variants.flatMap((variant) => limits.map((cases) => async () => await runLane(request, variant, cases))),
		);
	const cells = [...(await measure(ours)), ...(await measure(others))];
	console.log(`  ${cells.length} measurements took ${formatSeconds((performance.now() - startedAtMs) / 1000)}`);
	return cells;
}
