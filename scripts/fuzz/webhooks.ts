import { startSandbox } from '../../sandbox';
import { createCredential } from '../../test/e2e/support/credentials';
import { activateTrigger, countSuccessful, triggerItems } from '../../test/e2e/support/triggerWorkflow';
import type { RunningN8n } from '../n8n/start';
import { waitFor } from '../process/waitFor';
import type { MemoryProbe } from './memory';
import { sendAll } from './send';
import { fuzzRequests, SECRET, VALID_CHAT, type FuzzRequest } from './webhookRequests';

export interface FuzzExtent {
	requests: number;
	connections: number;
	seed: number;
}

export interface FuzzResult extends FuzzExtent {
	n8nVersion: string;
	/** As in 2026-11-25. */
	date: string;
	seconds: number;
	/** How often each status was answered. */
	statuses: Record<string, number>;
	/** Answers that are no 2xx and no 4xx, or not the one that is right: kind of request and answer. */
	wrongAnswers: string[];
	validEvents: number;
	/** Valid events that started no execution. */
	lost: string[];
	/** Messages that started an execution more than once, or must not have started one. */
	unexpected: string[];
	/** Of the n8n process, before the first request and at its highest. It includes garbage that is not collected yet. */
	residentMb: { before: number; highest: number };
	/** In use after a full garbage collection: before the first request, and after each quarter of them. */
	heldMb: number[];
}

const QUARTERS = [0, 1, 2, 3];

/**
 * What n8n sets up once (compiled code, caches, connections) is there after the first half. A leak grows with every request:
 * in the whole form 1 KB for each would be found.
 */
const MAX_GROWTH_IN_SECOND_HALF = 1.05;

export const isMemoryBounded = ({ heldMb }: Pick<FuzzResult, 'heldMb'>): boolean =>
	heldMb[4] <= heldMb[2] * MAX_GROWTH_IN_SECOND_HALF;

/** Whether everything was as it has to be. */
export const isGoodFuzz = (result: FuzzResult): boolean =>
	[result.wrongAnswers, result.lost, result.unexpected].every((list) => list.length === 0) && isMemoryBounded(result);

const isRight = ({ status }: FuzzRequest, answer: number | string): boolean => {
	if (typeof answer === 'string') return false;
	if (status !== undefined) return answer === status;
	return (answer >= 200 && answer < 300) || (answer >= 400 && answer < 500);
};

function countBy(values: Array<string | number>): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
	return counts;
}

/** The ids of the messages that started executions. This n8n has run nothing else, so its executions are numbered from 1. */
async function startedIds(n8n: RunningN8n, executions: number): Promise<string[]> {
	const ids: string[] = [];
	let next = 1;
	const reader = async () => {
		for (let id = next++; id <= executions; id = next++) {
			const items = await triggerItems(n8n.client, String(id));
			ids.push(...items.map(({ json }) => (json.message as { id: string }).id));
		}
	};
	await Promise.all(Array.from({ length: 10 }, reader));
	return ids;
}

/** Calls `look` each second until the returned function is called. */
function everySecond(look: () => Promise<void>): () => void {
	// n8n may be too busy to answer; the next look will do
	const timer = setInterval(() => void look().catch(() => undefined), 1000);
	return () => clearInterval(timer);
}

/**
 * Sends random and mutated webhook requests to a real n8n, with valid ones among them.
 *
 * @param n8n fresh, signed in, and started with the environment of `memory`
 * @throws Error where n8n ends
 */
export async function fuzzWebhooks(
	n8n: RunningN8n,
	memory: MemoryProbe,
	extent: FuzzExtent,
	onProgress: (sent: number) => void = () => undefined,
): Promise<FuzzResult> {
	const sandbox = await startSandbox();
	try {
		const credential = await createCredential(n8n.client, 'go', sandbox, { webhookSecret: SECRET });
		const trigger = await activateTrigger(n8n.client, credential, {
			events: ['message'],
			options: { chats: VALID_CHAT },
		});
		const requests = fuzzRequests(extent.requests, extent.seed);
		const idsIn = (part: readonly FuzzRequest[]) => part.flatMap(({ validId }) => validId ?? []);
		const untilEnded = async (executions: number) =>
			await waitFor(async () => (await countSuccessful(n8n.client, trigger.workflow.id)) >= executions, {
				timeoutSeconds: 300,
				what: `${executions} executions`,
				pollSeconds: 1,
			}).catch(() => undefined);

		const residentMb = { before: await memory.residentMb(), highest: 0 };
		const heldMb = [await memory.heldMb()];
		const answers: Array<number | string> = [];
		let seconds = 0;
		const stopLooking = everySecond(async () => {
			residentMb.highest = Math.max(residentMb.highest, await memory.residentMb());
		});
		try {
			for (const quarter of QUARTERS) {
				const size = Math.ceil(requests.length / QUARTERS.length);
				const part = requests.slice(quarter * size, (quarter + 1) * size);
				const startMs = performance.now();
				answers.push(...(await sendAll(trigger.productionUrl, part, extent.connections)));
				seconds += (performance.now() - startMs) / 1000;
				await untilEnded(new Set(idsIn(requests.slice(0, answers.length))).size);
				heldMb.push(await memory.heldMb());
				onProgress(answers.length);
			}
		} finally {
			stopLooking();
		}

		const valid = new Set(idsIn(requests));
		const ids = await startedIds(n8n, await countSuccessful(n8n.client, trigger.workflow.id));
		const times = countBy(ids);
		return {
			...extent,
			n8nVersion: n8n.version,
			date: new Date().toISOString().slice(0, 10),
			seconds,
			statuses: countBy(answers),
			wrongAnswers: requests.flatMap((request, index) =>
				isRight(request, answers[index]) ? [] : [`${request.kind}: ${answers[index]}`],
			),
			validEvents: valid.size,
			lost: [...valid].filter((id) => !(id in times)),
			unexpected: Object.keys(times).filter((id) => times[id] > 1 || !valid.has(id)),
			residentMb,
			heldMb,
		};
	} finally {
		await sandbox.close();
	}
}
