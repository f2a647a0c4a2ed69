import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { N8nClient } from '../../scripts/n8n/client';
import { formatSeconds } from '../../scripts/cache/progress';
import { HEAVY_TAIL, type FaultInput } from '../../sandbox';
import { evenLatency, SandboxProcess } from '../sandboxProcess';
import { LATENCY_TITLES, type Case, type LatencyName } from './cases';
import { measureCell, type Cell } from './cell';
import { OUR_NODE, type Variant } from './variants';

/** A latency with this number hits every request. */
const EVERY_REQUEST = 1e9;

/** Even: a usual latency to a server in the same part of the world. */
const LATENCY_FAULTS: Record<LatencyName, FaultInput | undefined> = {
	even: evenLatency(50),
	heavyTail: {
		kind: 'roundTrip',
		quantiles: HEAVY_TAIL.map(([share, ms]): [number, number] => [share, ms]),
		times: EVERY_REQUEST,
	},
};

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
		latency,
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
	return `${plan}, ${reading}, ${LATENCY_TITLES[latency]}, ${messages} messages, ${place}, ${title}: once ${once}, lost ${lost}, duplicated ${duplicated}, 429s ${refusals}, ${time}`;
};

/** All cases of one rate limit with one variant, one measurement after the other on one sandbox. */
async function runLane(request: CasesRequest, variant: Variant, cases: readonly Case[]): Promise<Cell[]> {
	const { client, executions, workers, folder, onCell } = request;
	const [{ plan, policy, latency }] = cases;
	const sandbox = await SandboxProcess.start(
		policy,
		LATENCY_FAULTS[latency],
		join(folder, `sandbox ${plan} ${policy.reading} ${latency} ${variant.id}.log`),
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

/** The cases by rate limit and latency, each of which has a sandbox of its own. */
function byLimit(cases: readonly Case[]): Case[][] {
	const lanes = new Map<string, Case[]>();
	for (const benchCase of cases) {
		const limit = `${benchCase.plan} ${benchCase.policy.reading} ${benchCase.latency}`;
		lanes.set(limit, [...(lanes.get(limit) ?? []), benchCase]);
	}
	return [...lanes.values()];
}

type Lane = () => Promise<Cell[]>;

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

/** All executions of a limit must run at once. The workers have places for more than two limits. */
async function inPairs(lanes: Lane[]): Promise<Cell[]> {
	const cells: Cell[] = [];
	for (let index = 0; index < lanes.length; index += 2)
		cells.push(...(await sideBySide(lanes.slice(index, index + 2))));
	return cells;
}

/**
 * Measures every case with every variant. Our node runs first and alone, because hundreds of requests of the others
 * would disturb it. The others then run side by side, because one after the other would take hours.
 */
export async function runCases(request: CasesRequest): Promise<Cell[]> {
	const limits = byLimit(request.cases);
	const isOurs = ({ id }: Variant) => id === OUR_NODE.id;
	const ours = request.variants.filter(isOurs);
	const others = request.variants.filter((variant) => !isOurs(variant));
	const startedAtMs = performance.now();
	const runLanes = request.workers > 0 ? inPairs : sideBySide;
	const measure = async (variants: readonly Variant[]) =>
		await runLanes(
			variants.flatMap((variant) => limits.map((cases) => async () => await runLane(request, variant, cases))),
		);
	const cells = [...(await measure(ours)), ...(await measure(others))];
	console.log(`  ${cells.length} measurements took ${formatSeconds((performance.now() - startedAtMs) / 1000)}`);
	return cells;
}
