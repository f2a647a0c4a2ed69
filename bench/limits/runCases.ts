import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { N8nClient } from '../../scripts/n8n/client';
import { formatSeconds } from '../../scripts/cache/progress';
import { HEAVY_TAIL, type FaultInput } from '../../sandbox';
import { EVERY_REQUEST, evenLatency, SandboxProcess } from '../sandboxProcess';
import { LATENCY_TITLES, type Case, type LatencyName } from './cases';
import { createVariant, measureCell, numbers, runAtOnce, type Cell } from './cell';
import { OUR_NODE, type Variant } from './variants';

const isOurs = ({ id }: Variant) => id === OUR_NODE.id;

/** Even: a usual latency to a server in the same part of the world. */
const LATENCY_FAULTS: Record<LatencyName, FaultInput | undefined> = {
	even: evenLatency(50),
	heavyTail: {
		kind: 'roundTrip',
		quantiles: HEAVY_TAIL.map(([share, ms]): [number, number] => [share, ms]),
		times: EVERY_REQUEST,
	},
};

/** Each window begins with a burst. Limits that begin this far apart do not burst at once. */
const OUR_OFFSET_MS = 4000;

/** The others send everything at once, each only once. */
const OTHERS_OFFSET_MS = 2000;

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

/**
 * All cases of one rate limit with one variant on one sandbox: our own one after the other, those of the others at the same
 * time, because each measurement has an account of its own and theirs are not about milliseconds.
 */
async function runLane(request: CasesRequest, variant: Variant, cases: readonly Case[]): Promise<Cell[]> {
	const { client, executions, workers, folder, onCell } = request;
	const [{ plan, policy, latency }] = cases;
	const sandbox = await SandboxProcess.start(
		policy,
		LATENCY_FAULTS[latency],
		join(folder, `sandbox ${plan} ${policy.reading} ${latency} ${variant.id}.log`),
	);
	const measure = async (benchCase: Case, count: number) => {
		const cell = await measureCell({ client, sandbox, variant, benchCase, executions: count, workers });
		onCell?.(cell);
		return cell;
	};
	const all = cases.flatMap((benchCase) => executions.map((count) => async () => await measure(benchCase, count)));
	try {
		return await (isOurs(variant) ? oneByOne(all) : Promise.all(all.map(async (run) => await run())));
	} finally {
		await sandbox.stop();
	}
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

async function oneByOne<Result>(runs: Array<() => Promise<Result>>): Promise<Result[]> {
	const results: Result[] = [];
	for (const run of runs) results.push(await run());
	return results;
}

/** Nearly all of their time is waiting. */
const sideBySide = async (lanes: Lane[], offsetMs: number): Promise<Cell[]> =>
	(
		await Promise.all(
			lanes.map(async (lane, index) => {
				await delay(index * offsetMs);
				return await lane();
			}),
		)
	).flat();

/** More messages than any burst of a case. */
const WARM_UP_MESSAGES = 200;

/** The first execution after the start of n8n is slower than all later ones, whatever it sends. */
async function warmUp({ client, folder }: CasesRequest): Promise<void> {
	const sandbox = await SandboxProcess.start(null, undefined, join(folder, 'sandbox warm-up.log'));
	try {
		const shares = [numbers(WARM_UP_MESSAGES)];
		const { workflows } = await createVariant({ client, sandbox, variant: OUR_NODE }, 'warm-up', shares);
		await runAtOnce(client, workflows, 60);
	} finally {
		await sandbox.stop();
	}
}

/**
 * Measures every case with every variant. Our node runs first and alone, because hundreds of requests of the others
 * would disturb it. The others then run side by side, because one after the other would take hours.
 */
export async function runCases(request: CasesRequest): Promise<Cell[]> {
	const limits = byLimit(request.cases);
	const ours = request.variants.filter(isOurs);
	// those that take longest come last in the tables, and begin first here, so that all end sooner
	const others = request.variants.filter((variant) => !isOurs(variant)).reverse();
	await warmUp(request);
	const startedAtMs = performance.now();
	const lanesOf = (variants: readonly Variant[]) =>
		variants.flatMap((variant) => limits.map((cases) => async () => await runLane(request, variant, cases)));
	// each worker has places for its executions of one limit, so every limit is shared by all workers alike
	const runOurs = async (lanes: Lane[]) =>
		request.workers > 0 ? (await oneByOne(lanes)).flat() : await sideBySide(lanes, OUR_OFFSET_MS);
	const cells = [...(await runOurs(lanesOf(ours))), ...(await sideBySide(lanesOf(others), OTHERS_OFFSET_MS))];
	console.log(`  ${cells.length} measurements took ${formatSeconds((performance.now() - startedAtMs) / 1000)}`);
	const placeOf = (cell: Cell) => request.variants.findIndex(({ id }) => id === cell.variant);
	return cells.sort((one, other) => placeOf(one) - placeOf(other));
}
