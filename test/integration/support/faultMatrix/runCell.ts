import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { IDataObject, IExecuteFunctions, INodeParameters, IRun, Logger } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import type { Engine } from '../engine';
import { phone } from '../harness';
import { executionText, type Evidence } from './evidence';
import { FrontServer } from './frontServer';
import { scaledMs } from './scaledTime';
import { CHATS, DELIVERY, longestRunMs, SETTINGS, type Cell } from './settings';

/** Texts that n8n and the package never write by themselves. */
const SECRET_TEXT = 'Zebra-7 crosses at midnight, bring the violin';

const phoneOf = (item: number) => `9665012345${10 + (item % CHATS)}`;

/** Each message ends in the names of its run and item, which are not in the input. */
const markOf = (run: number, item: number | string) => `#${run}/${item}.`;
const MARK = /#(\d+)\/(\d+)\./;

/** The item of a message of this run. A server may take a while, and act on a message when its run has ended. */
function itemIn(text: string, run: number): number | undefined {
	const [, ofRun, item] = MARK.exec(text) ?? [];
	return Number(ofRun) === run ? Number(item) : undefined;
}

/** The log of each run. Runs overlap, and n8n has only one logger. */
const logOfRun = new AsyncLocalStorage<unknown[]>();
const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
const tapped = new WeakSet<object>();

function tap(logger: Logger): void {
	if (tapped.has(logger)) return;
	tapped.add(logger);
	for (const level of LEVELS) {
		const original = logger[level].bind(logger);
		logger[level] = (...said: Parameters<Logger['info']>) => {
			logOfRun.getStore()?.push(said);
			original(...said);
		};
	}
}

/** Makes every run of the node also write its log into `logOfRun`. */
export function tapLogs(engine: Engine): void {
	const node = engine.whatsLoop as unknown as { execute: (this: IExecuteFunctions) => Promise<unknown> };
	const { execute } = node;
	node.execute = async function (this: IExecuteFunctions) {
		tap(this.logger);
		return await execute.call(this);
	};
}

const LOOK_EVERY_MS = 20;

/** Watches for times in which this process does not run. @returns a function that ends it and returns the longest in ms */
function watchPauses(): () => number {
	let lastMs = performance.now();
	let longestMs = 0;
	const look = () => {
		longestMs = Math.max(longestMs, performance.now() - lastMs);
		lastMs = performance.now();
	};
	const timer = setInterval(look, LOOK_EVERY_MS);
	return () => {
		clearInterval(timer);
		look();
		return longestMs;
	};
}

/** Several lanes run cells at the same time, because a time-out takes real time. Each lane has its own server. */
export class Lane {
	private runs = 0;

	private constructor(
		private readonly engine: Engine,
		private readonly name: string,
		private readonly sandbox: Sandbox,
		private readonly front: FrontServer,
	) {}

	static async open(engine: Engine, name: string): Promise<Lane> {
		const sandbox = await startSandbox();
		return new Lane(engine, name, sandbox, await FrontServer.start(sandbox));
	}

	async close(): Promise<void> {
		await this.front.close();
		await this.sandbox.close();
	}

	async run(cell: Cell): Promise<Evidence> {
		const { sandbox, front } = this;
		const { fault, layout, contract } = cell;
		sandbox.reset();
		const { baseUrl, token } = sandbox.addresses[contract];
		const readIds = cell.kind === 'read' ? this.storeMessages(layout.count) : [];
		const received = sandbox.messages.length;
		const runNumber = ++this.runs;
		this.addSandboxFault(cell);

		const itemOf = (head: string, body: string) => {
			const asked = /[?&]messageID=([^& ]+)/.exec(head)?.[1];
			if (asked !== undefined) return readIds.indexOf(asked);
			return itemIn(body, runNumber);
		};
		const echo = JSON.stringify({
			success: false,
			message: `Can not send ${SECRET_TEXT} ${markOf(runNumber, layout.faultAt)} to ${phoneOf(layout.faultAt)} with Bearer ${token}`,
		});
		const path = front.begin({ fault, faultAt: layout.faultAt, itemOf, echo, success: '{"success":true}' });
		const address = await front.addressOf(fault.address);

		const logged: unknown[] = [];
		const staticData: IDataObject = {};
		const began = performance.now();
		const stopWatching = watchPauses();
		const run = await this.within(longestRunMs(cell), () =>
			logOfRun.run(logged, () =>
				this.engine.start({
					parameters: parametersOf(cell, runNumber),
					items: Array.from({ length: layout.count }, (_, item) => ({ phone: phoneOf(item), id: readIds[item] ?? '' })),
					credential: {
						apiVersion: contract,
						baseUrl: `${address}${path}${new URL(baseUrl).pathname}`,
						apiToken: token,
					},
					credentialId: this.name,
					settings: SETTINGS[cell.setting],
					staticData,
					onUi: (...data: unknown[]) => void logged.push(data),
				}),
			),
		);
		const longestPauseMs = stopWatching();
		const sent = sandbox.messages
			.slice(received)
			.map(({ id, content }) => ({ id, item: itemIn(content.text ?? '', runNumber) }))
			.filter((message): message is { id: string; item: number } => message.item !== undefined);
		const result = run && this.engine.resultOf(run);
		return {
			cell,
			items: result?.items ?? [],
			errorItems: result?.errorItems ?? [],
			error: result?.error,
			accepted: sent.map(({ item }) => item),
			acceptedIds: sent.map(({ id }) => id),
			requests: [...front.requests],
			told: [...front.told],
			endedAtMs: scaledMs(),
			tookMs: run && performance.now() - began,
			longestPauseMs,
			execution: run ? executionText(run) : '',
			logged: JSON.stringify(logged),
			staticData: JSON.stringify(staticData),
			secrets: { token, text: SECRET_TEXT, phone: phoneOf },
		};
	}

	/** Messages to read, one for each item. @returns their IDs */
	private storeMessages(count: number): string[] {
		return Array.from(
			{ length: count },
			(_, item) => this.sandbox.receive({ from: phoneOf(item), text: `Stored ${item}` }).id,
		);
	}

	private addSandboxFault({ fault, kind, layout }: Cell): void {
		if (fault.sandbox === undefined) return;
		const selection =
			kind === 'send'
				? { method: 'POST', bodyContains: markOf(this.runs, layout.faultAt) }
				: { path: 'message/id', skip: layout.faultAt };
		this.sandbox.addFaults({ ...fault.sandbox, ...selection });
	}

	private async within(ms: number, work: () => Promise<IRun>): Promise<IRun | undefined> {
		const giveUp = new AbortController();
		const late = delay(ms, undefined, { signal: giveUp.signal }).catch(() => undefined);
		try {
			return await Promise.race([work(), late]);
		} finally {
			giveUp.abort();
		}
	}
}

const parametersOf = ({ kind, layout }: Cell, run: number): INodeParameters => ({
	resource: 'message',
	operation: kind === 'send' ? 'sendText' : 'get',
	recipient: phone('={{ $json.phone }}'),
	...(kind === 'send'
		? { text: `=${SECRET_TEXT} ${markOf(run, '{{ $itemIndex }}')}` }
		: { messageId: '={{ $json.id }}' }),
	delivery: { ...DELIVERY, concurrency: layout.concurrency },
});
