import { setTimeout as delay } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '../../sandbox';
import { activateTrigger, type TriggerWorkflow } from '../../test/e2e/support/triggerWorkflow';
import type { CredentialReference } from '../n8n/clientTypes';
import { CREDENTIAL_TYPE, sandboxCredential } from '../n8n/sandboxCredential';
import type { StartN8nOptions } from '../n8n/start';
import { freePort } from '../process/freePort';
import { waitFor } from '../process/waitFor';
import { accountForEvents, accountForSends, type EventAccount, type SendAccount } from './accounting';
import { crashedEvents, storyOfLost } from './eventExecutions';
import { Random } from './random';
import { Receiver, WEBHOOK_RETRIES } from './receiver';
import { startRecorder, type Recorder } from './recorder';
import { RestartableN8n } from './restartableN8n';
import { RestartableServer } from './restartableServer';
import { Sender } from './sender';
import { Weather } from './weather';

export interface SoakExtent {
	/** Of scaled time, in which n8n runs. */
	minutes: number;
	/** How many times faster than in life limits recover and things go wrong. n8n itself starts as slowly as ever. */
	scale: number;
	seed: number;
	/** How often n8n is killed. */
	kills: number;
	/** How often the service restarts. */
	restarts: number;
}

export interface SoakResult extends SoakExtent {
	n8nVersion: string;
	/** As in 2026-11-25. */
	date: string;
	/** Of real time, until everything had come to rest. */
	seconds: number;
	faults: number;
	limits: number;
	batches: number;
	/** Executions of the batches, with those after a crash. */
	executions: number;
	/** When the faults ended. */
	sends: SendAccount;
	/** After all rows that had not been sent were run again without faults. */
	sendsInTheEnd: SendAccount;
	events: EventAccount;
}

const SECRET = 'the-secret-of-the-webhook';

/** Longest pause between two events, of scaled time. */
const EVENT_PAUSE_MS = 30_000;

/** An execution of an event takes a part of a second. While the machine is busy, those that wait after a start take much longer. */
const EXECUTIONS_TIMEOUT_SECONDS = 120;

/** What is not accounted for, by name: texts of rows and IDs of events. It is empty if all is well. */
export function unaccountedIn({ sends, sendsInTheEnd, events }: SoakResult): Record<string, string[]> {
	const found = {
		duplicatedRows: [...sends.duplicated, ...sendsInTheEnd.duplicated],
		lostRows: [...sends.lost, ...sendsInTheEnd.lost],
		unaccountedRows: sendsInTheEnd.unaccounted,
		rowsNotSentInTheEnd:
			sendsInTheEnd.once === sendsInTheEnd.rows ? [] : [`${sendsInTheEnd.rows - sendsInTheEnd.once}`],
		duplicatedEvents: events.duplicated,
		eventsGivenUp: events.givenUp,
		lostEvents: events.lost,
	};
	return Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0));
}

/** Everybody who takes part. */
interface Cast {
	random: Random;
	sandbox: Sandbox;
	service: RestartableServer;
	recorder: Recorder;
	n8n: RestartableN8n;
	credential: CredentialReference;
	trigger: TriggerWorkflow;
	sender: Sender;
	receiver: Receiver;
	weather: Weather;
	extent: SoakExtent;
	log: (line: string) => void;
}

/** Runs for a while, and lets n8n be killed some times in between. What n8n is down for does not count. */
async function killAndRun({ n8n, random, extent, log }: Cast, durationMs: number): Promise<void> {
	for (let kill = 0; kill < extent.kills; kill++) {
		await delay(durationMs / (extent.kills + 1));
		log('n8n is killed');
		await n8n.killAndStart(random.between(0, 3000));
		log('n8n runs again');
	}
	await delay(durationMs / (extent.kills + 1));
}

async function restartService({ service, random, log }: Cast): Promise<void> {
	log('the service restarts');
	await service.stop();
	await delay(random.between(200, 3000));
	await service.start();
}

/** Sends and receives for a while, and lets everything go wrong meanwhile. */
async function storm(cast: Cast): Promise<void> {
	const { random, sender, receiver, weather, extent } = cast;
	const durationMs = (extent.minutes * 60_000) / extent.scale;
	let over = false;
	const isOver = () => over;
	await Promise.all([
		killAndRun(cast, durationMs).finally(() => (over = true)),
		sender.sendUntil(isOver),
		receiver.receiveUntil(isOver, EVENT_PAUSE_MS / extent.scale),
		weather.changeUntil(isOver),
		(async () => {
			for (let restart = 0; restart < extent.restarts; restart++) {
				await delay(((0.5 + random.next()) * durationMs) / (extent.restarts + 1));
				await restartService(cast);
			}
		})(),
	]);
}

/** Compares what was asked for with what the service has. */
async function settle(cast: Cast, startMs: number): Promise<SoakResult> {
	const { sandbox, recorder, n8n, trigger, sender, receiver, weather, extent, log } = cast;
	const arrived = () => sandbox.messages.filter(({ fromMe }) => fromMe).map(({ content }) => content.text ?? '');
	const sends = accountForSends(sender.rows, arrived());
	log('what was not sent is run again');
	await sender.finish();
	log('events that are on their way arrive');
	await receiver.untilDelivered();
	const client = await n8n.client();
	const crashed = await crashedEvents(client, trigger.workflow.id, receiver.events);
	const expected = receiver.taken.filter(({ id }) => !crashed.has(id));
	await waitFor(() => expected.every(({ id }) => recorder.reached.includes(id)), {
		timeoutSeconds: EXECUTIONS_TIMEOUT_SECONDS,
		what: 'the executions of all events',
	}).catch(() => undefined); // the account tells which ones are missing
	const { killsAtMs } = n8n;
	const events = accountForEvents(receiver.events, { reached: recorder.reached, crashed, killsAtMs });
	const lost = receiver.events.filter(({ id }) => events.lost.includes(id));
	for (const line of await storyOfLost(client, trigger.workflow.id, lost, killsAtMs)) log(line);
	return {
		...extent,
		n8nVersion: n8n.version,
		date: new Date().toISOString().slice(0, 10),
		seconds: (performance.now() - startMs) / 1000,
		faults: weather.faults,
		limits: weather.limits,
		batches: sender.batches.length,
		executions: sender.executions,
		sends,
		sendsInTheEnd: accountForSends(sender.rows, arrived()),
		events,
	};
}

/** Closes in the opposite order of opening. */
class Open {
	private readonly closers: Array<() => unknown> = [];

	async add<T>(opening: T | Promise<T>, close: (opened: T) => unknown): Promise<T> {
		const opened = await opening;
		this.closers.unshift(() => close(opened));
		return opened;
	}

	async close(): Promise<void> {
		for (const close of this.closers) await close();
	}
}

async function gather(
	open: Open,
	options: StartN8nOptions,
	extent: SoakExtent,
	log: (line: string) => void,
): Promise<Cast> {
	// one for each part, so that the numbers of one do not depend on when another takes its own
	const [random, ofSender, ofReceiver, ofWeather] = [0, 1, 2, 3].map((part) => new Random(extent.seed + part));
	const sandbox = await open.add(startSandbox(), (each) => each.close());
	const sandboxPort = Number(new URL(sandbox.url).port);
	const service = await open.add(RestartableServer.before(sandboxPort), (each) => each.stop());
	const recorder = await open.add(startRecorder(), (each) => each.close());
	const n8n = await open.add(RestartableN8n.start({ ...options, port: await freePort() }), (each) => each.stop());
	const client = await n8n.client();
	const credential = await client.createCredential('WhatsLoop', CREDENTIAL_TYPE, {
		...sandboxCredential('go', sandbox),
		baseUrl: sandbox.addresses.go.baseUrl.replace(`:${sandboxPort}`, `:${service.port}`),
		webhookSecret: SECRET,
	});
	const trigger = await activateTrigger(client, credential, { events: ['message'] }, [recorder.node]);
	sandbox.setWebhook({ url: trigger.productionUrl, secret: SECRET, ...WEBHOOK_RETRIES });
	const receiver = await open.add(new Receiver(sandbox, ofReceiver), (each) => each.close());
	const sender = new Sender(n8n, credential, ofSender);
	const weather = new Weather(sandbox, ofWeather, extent.scale);
	return { random, sandbox, service, recorder, n8n, credential, trigger, sender, receiver, weather, extent, log };
}

/**
 * Sends and receives for a while, while limits change, requests fail, the service restarts and n8n is killed; then compares
 * what was asked for with what the service has.
 *
 * @throws Error where n8n does not start again, or something that is under way never ends
 */
export async function soak(
	options: StartN8nOptions,
	extent: SoakExtent,
	log: (line: string) => void,
): Promise<SoakResult> {
	const open = new Open();
	try {
		const cast = await gather(open, options, extent, log);
		const startMs = performance.now();
		await storm(cast);
		log('no more faults');
		cast.weather.calm();
		return await settle(cast, startMs);
	} finally {
		await open.close();
	}
}
