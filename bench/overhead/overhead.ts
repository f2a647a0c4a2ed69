import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createVariant, itemOf, numbers, runAtOnce } from '../limits/cell';
import { HTTP_REQUEST, OUR_NODE, OUR_NODE_ONE_BY_ONE, type Variant } from '../limits/variants';
import { countDeliveries } from '../deliveries';
import type { Workshop } from '../n8nForBench';
import { evenLatency, SandboxProcess } from '../sandboxProcess';
import { memoryProbeEnvironment, peakMegabytes } from './memory';

/** One run without a rate limit, in an n8n started for it alone. */
export interface OverheadRow {
	variant: string;
	title: string;
	latencyMs: number;
	messages: number;
	once: number;
	/** From the first request's arrival to the last answer. */
	seconds: number;
	messagesPerSecond: number;
	/** How long the node ran, by n8n's own clock. */
	nodeSeconds: number;
	/** Most memory of n8n during the run, beyond what it held just before. */
	extraMegabytes: number;
	status: string;
}

interface Measurement {
	variant: Variant;
	latencyMs: number;
	messages: number;
}

/** Doubling twice shows whether memory grows in line with the items. */
const MESSAGES = [2500, 5000, 10_000];

/** One by one with a fifth of a second each, ten thousand would take more than half an hour; the speed is the same. */
const MESSAGES_ONE_BY_ONE = 500;

const SLOW_MS = 200;

const MEASUREMENTS: Measurement[] = [
	...[OUR_NODE, HTTP_REQUEST].flatMap((variant) => MESSAGES.map((messages) => ({ variant, latencyMs: 0, messages }))),
	...[OUR_NODE, HTTP_REQUEST].map((variant) => ({ variant, latencyMs: SLOW_MS, messages: 10_000 })),
	{ variant: OUR_NODE_ONE_BY_ONE, latencyMs: SLOW_MS, messages: MESSAGES_ONE_BY_ONE },
];

const LONGEST_RUN_SECONDS = 1800;

/** After its start and the first, small run n8n goes on allocating for a moment. */
const SETTLE_SECONDS = 3;

/** The memory is written down four times a second, so one more entry covers the moment before. */
const LOOK_BACK_MS = 1000;

async function measure(workshop: Workshop, measurement: Measurement): Promise<OverheadRow> {
	const { variant, latencyMs, messages } = measurement;
	const name = `overhead ${variant.id} ${latencyMs} ${messages}`;
	const probeFile = join(workshop.folder, `${name}.memory`);
	const sandbox = await SandboxProcess.start(
		null,
		evenLatency(latencyMs),
		join(workshop.folder, `${name} sandbox.log`),
	);
	const n8n = await workshop.startN8n(name, memoryProbeEnvironment(probeFile)).catch(async (error: unknown) => {
		await sandbox.stop();
		throw error;
	});
	try {
		const { client } = n8n;
		// so that neither node pays for what n8n loads and compiles at its first run
		const warmUp = await createVariant({ client, sandbox, variant }, 'warm-up', [numbers(20)]);
		await runAtOnce(client, warmUp.workflows, 60);

		const { workflows, record } = await createVariant({ client, sandbox, variant }, 'overhead', [numbers(messages)]);
		await delay(SETTLE_SECONDS * 1000);
		const startedAtMs = Date.now();
		const before = await peakMegabytes(probeFile, startedAtMs - LOOK_BACK_MS, startedAtMs);
		const [summary] = await runAtOnce(client, workflows, LONGEST_RUN_SECONDS);
		const peak = await peakMegabytes(probeFile, startedAtMs, Date.now());

		const { requests, messages: arrived } = await record();
		const seconds =
			(Math.max(...requests.map(({ arrivedAtMs, tookMs = 0 }) => arrivedAtMs + tookMs)) -
				Math.min(...requests.map(({ arrivedAtMs }) => arrivedAtMs))) /
			1000;
		const execution = await client.readExecution(summary.id);
		const { sender } = variant.graph({ credential: { id: '', name: '' }, goBaseUrl: '' });
		const sent = numbers(messages).map((index) => itemOf(index).text);
		return {
			variant: variant.id,
			title: variant.title,
			latencyMs,
			messages,
			once: countDeliveries(
				sent,
				arrived.map(({ content }) => content.text ?? ''),
			).once,
			seconds,
			messagesPerSecond: messages / seconds,
			nodeSeconds: (execution.data.resultData.runData[sender]?.at(-1)?.executionTime ?? 0) / 1000,
			extraMegabytes: peak - before,
			status: summary.status,
		};
	} finally {
		await n8n.stop();
		await sandbox.stop();
	}
}

/** What the node costs beside n8n's own HTTP Request, with no limit in the way. */
export async function measureOverhead(workshop: Workshop): Promise<OverheadRow[]> {
	console.log(`> Overhead without a rate limit, ${MEASUREMENTS.length} runs, each in an n8n of its own`);
	const rows: OverheadRow[] = [];
	for (const measurement of MEASUREMENTS) {
		const row = await measure(workshop, measurement);
		const { title, latencyMs, messages, once, messagesPerSecond, extraMegabytes } = row;
		console.log(
			`  ${title}, ${latencyMs} ms, ${messages} messages: ${once} delivered once, ${messagesPerSecond.toFixed(0)} per second, ${extraMegabytes.toFixed(0)} MB`,
		);
		rows.push(row);
	}
	return rows;
}
