import { startSandbox } from '../../sandbox';
import { createCredential } from '../../test/e2e/support/credentials';
import { activateTrigger, countSuccessful, triggerItems } from '../../test/e2e/support/triggerWorkflow';
import type { RunningN8n } from '../n8n/start';
import { waitFor } from '../process/waitFor';
import { sendAll } from './send';
import { fuzzRequests, SECRET, VALID_CHAT, type FuzzRequest } from './webhookRequests';

export interface FuzzExtent {
	requests: number;
	connections: number;
	seed: number;
}

export interface FuzzResult extends FuzzExtent {
	n8nVersion: string;
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
	/** Resident memory of n8n before the first request and at its highest since. */
	memoryMb: { before: number; highest: number };
}

/** The environment that n8n needs to tell its memory. */
export const FUZZ_ENVIRONMENT = { N8N_METRICS: 'true' };

async function residentMb(n8n: RunningN8n): Promise<number> {
	const metrics = await (await fetch(`${n8n.url}/metrics`)).text();
	const bytes = /^\S*process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1];
	if (bytes === undefined) throw new Error('n8n does not tell its memory: start it with N8N_METRICS=true');
	return Number(bytes) / 1024 / 1024;
}

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

/**
 * Sends random and mutated webhook requests to a real n8n, with valid ones among them.
 *
 * @param n8n fresh, signed in, and started with `FUZZ_ENVIRONMENT`
 * @throws Error where n8n ends
 */
export async function fuzzWebhooks(
	n8n: RunningN8n,
	extent: FuzzExtent,
	onProgress?: (sent: number) => void,
): Promise<FuzzResult> {
	const sandbox = await startSandbox();
	try {
		const credential = await createCredential(n8n.client, 'go', sandbox, { webhookSecret: SECRET });
		const trigger = await activateTrigger(n8n.client, credential, {
			events: ['message'],
			options: { chats: VALID_CHAT },
		});
		const requests = fuzzRequests(extent.requests, extent.seed);
		const valid = new Set(requests.map(({ validId }) => validId).filter((id) => id !== undefined));
		const before = await residentMb(n8n);
		let highest = before;
		const watch = setInterval(() => {
			void residentMb(n8n).then(
				(memory) => (highest = Math.max(highest, memory)),
				() => undefined, // busy; the next look will do
			);
		}, 1000);

		const startMs = performance.now();
		const answers = await sendAll(trigger.productionUrl, requests, extent.connections, onProgress).finally(() =>
			clearInterval(watch),
		);
		const seconds = (performance.now() - startMs) / 1000;

		const ended = async () => (await countSuccessful(n8n.client, trigger.workflow.id)) >= valid.size;
		await waitFor(ended, { timeoutSeconds: 300, what: `${valid.size} executions`, pollSeconds: 1 }).catch(
			() => undefined,
		);
		const ids = await startedIds(n8n, await countSuccessful(n8n.client, trigger.workflow.id));
		const times = countBy(ids);
		return {
			...extent,
			n8nVersion: n8n.version,
			seconds,
			statuses: countBy(answers),
			wrongAnswers: requests.flatMap((request, index) =>
				isRight(request, answers[index]) ? [] : [`${request.kind}: ${answers[index]}`],
			),
			validEvents: valid.size,
			lost: [...valid].filter((id) => !(id in times)),
			unexpected: Object.keys(times).filter((id) => times[id] > 1 || !valid.has(id)),
			memoryMb: { before, highest: Math.max(highest, await residentMb(n8n)) },
		};
	} finally {
		await sandbox.close();
	}
}
