import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { TriggerEvent } from './normalise/triggerEvent';

/** Events remembered for each trigger in this process. They last an hour on a very busy account. */
export const MAX_KEYS_IN_MEMORY = 10_000;
/** n8n reads and writes the whole static data with every event, so only the newest keys are kept there. */
export const MAX_KEYS_IN_STATIC_DATA = 200;
/**
 * Each write costs n8n a write to its database before it answers. Up to this rate every event is written; In a burst only
 * one in ten is written, so a restart right after it forgets nine at most.
 */
const WRITES_EACH_SECOND = 20;
const BURST_SHARE = 10;

/** More than the active triggers of any n8n. The trigger without an event for the longest time is forgotten first. */
const MAX_TRIGGERS = 1000;
/** 66 bits of a hash. They are short in the database, and two of ten thousand events will not share them. */
const KEY_LENGTH = 11;

/** Name in the node's static data. The value is one text, because n8n watches every entry of a list, which is slow. */
export const STATIC_DATA_NAME = 'recentEvents';

/** Of longer texts only the length and both ends count, because a few megabytes take long to hash. */
const MAX_HASHED_CHARACTERS = 10_000;

function hashed(value: unknown): unknown {
	if (typeof value !== 'string' || value.length <= MAX_HASHED_CHARACTERS) return value;
	const half = MAX_HASHED_CHARACTERS / 2;
	return [value.length, value.slice(0, half), value.slice(-half)];
}

const hash = (identity: unknown[]): string =>
	createHash('sha256')
		.update(JSON.stringify(identity.map(hashed)))
		.digest('base64url')
		.slice(0, KEY_LENGTH);

/** The subject of a status: a message, in its chat, for one participant. */
const subjectOf = ({ event, eventId, chatId, message, contact, phone }: TriggerEvent) => [
	event,
	eventId,
	chatId,
	message?.id ?? null,
	event === 'ack' ? (contact?.id ?? phone) : null,
];

/**
 * What makes two deliveries the same event. An event that differs in any of this is a new one: "read" after "delivered",
 * the "delivered" of a second participant, an edit or a deletion of a message, its file that was not ready at first.
 *
 * @param position in its delivery: distinguishes events that came together under one event id and have no message id
 * @returns undefined for an event that is never taken for a repetition: one without any id, or with an unknown status
 */
export function keyOf(triggerEvent: TriggerEvent, position = 0): string | undefined {
	const { event, eventId, message, ack } = triggerEvent;
	const messageId = message?.id ?? null;
	if (eventId === null && messageId === null) return undefined;
	if (event === 'ack' && ack === null) return undefined;
	return hash([
		...subjectOf(triggerEvent),
		messageId === null ? position : null,
		ack?.status ?? null,
		message?.type ?? null,
		message?.targetMessageId ?? null,
		message?.text ?? null,
		// not the address itself: a signed one differs in each delivery
		(message?.mediaUrl ?? null) !== null,
	]);
}

/** The statuses of a message that is sent again after a failure. They may come a second time. */
const BEFORE_FAILURE = ['pending', 'sent'];

/**
 * The keys that an accepted event makes invalid. A message that failed can be sent again under the same id: it is pending
 * and sent once more then, and may fail once more.
 */
function outdatedBy(event: TriggerEvent): string[] {
	if (event.ack === null) return [];
	const outdated = event.ack.status === 'failed' ? BEFORE_FAILURE : ['failed'];
	return outdated.map((status) => keyOf({ ...event, ack: { level: 0, status } })).filter((key) => key !== undefined);
}

/** The keys of one trigger, oldest first. */
class RecentKeys {
	private readonly keys = new Set<string>();
	/** What this process last read from, or wrote to, the static data. */
	private stored = '';
	/** Deliveries in the second that began at `secondStartMs`. */
	private deliveries = 0;
	private secondStartMs = Number.NEGATIVE_INFINITY;

	constructor(private latest: string[] = []) {}

	has = (key: string) => this.keys.has(key);

	add(key: string): void {
		this.keys.add(key);
		this.latest.push(key);
		if (this.latest.length > 2 * MAX_KEYS_IN_STATIC_DATA) this.latest = this.latest.slice(-MAX_KEYS_IN_STATIC_DATA);
		if (this.keys.size <= MAX_KEYS_IN_MEMORY) return;
		const [oldest] = this.keys;
		this.keys.delete(oldest);
	}

	delete(key: string): void {
		if (!this.keys.delete(key)) return;
		this.latest = this.latest.filter((other) => other !== key);
	}

	/** Takes over what was remembered before a restart, or by another process. */
	merge(staticData: IDataObject): void {
		const stored = staticData[STATIC_DATA_NAME];
		if (typeof stored !== 'string' || stored === this.stored) return;
		for (const key of stored.split(',')) if (key !== '' && !this.has(key)) this.add(key);
		this.stored = stored;
	}

	/** @param nowMs a clock that never jumps */
	write(staticData: IDataObject, nowMs: number): void {
		if (nowMs - this.secondStartMs >= 1000) {
			this.secondStartMs = nowMs;
			this.deliveries = 0;
		}
		this.deliveries++;
		if (this.deliveries > WRITES_EACH_SECOND && this.deliveries % BURST_SHARE !== 0) return;
		this.stored = this.latest.slice(-MAX_KEYS_IN_STATIC_DATA).join(',');
		staticData[STATIC_DATA_NAME] = this.stored;
	}

	get size(): number {
		return this.keys.size;
	}
}

const recentByTrigger = new Map<string, RecentKeys>();

function recentOf(trigger: string): RecentKeys {
	const recent = recentByTrigger.get(trigger) ?? new RecentKeys();
	recentByTrigger.delete(trigger); // moved to the end, because the order is that of the latest event
	recentByTrigger.set(trigger, recent);
	if (recentByTrigger.size > MAX_TRIGGERS) recentByTrigger.delete(recentByTrigger.keys().next().value!);
	return recent;
}

/** The new events, and a way to forget them again where n8n could not start an execution for them. */
export interface Fresh {
	events: TriggerEvent[];
	forget: () => void;
}

/**
 * Leaves out events that came before. It looks and remembers without waiting in between, so that of two deliveries in the
 * same instant only one gets through.
 *
 * @param trigger names the trigger node among all of this n8n
 * @param staticData of the node; survives a restart
 * @param nowMs a clock that never jumps
 */
export function takeNew(
	trigger: string,
	events: TriggerEvent[],
	staticData: IDataObject,
	nowMs = performance.now(),
): Fresh {
	const recent = recentOf(trigger);
	recent.merge(staticData);
	const added: string[] = [];
	const fresh = events.filter((event, position) => {
		const key = keyOf(event, position);
		if (key === undefined) return true;
		if (recent.has(key)) return false;
		for (const outdated of outdatedBy(event)) recent.delete(outdated);
		recent.add(key);
		added.push(key);
		return true;
	});
	if (added.length > 0) recent.write(staticData, nowMs);
	return { events: fresh, forget: () => added.forEach((key) => recent.delete(key)) };
}

/** Forgets all events of a trigger, in memory and in its static data. */
export function forgetTrigger(trigger: string, staticData: IDataObject): void {
	recentByTrigger.delete(trigger);
	delete staticData[STATIC_DATA_NAME];
}

/** How many events are remembered for a trigger. */
export const countRemembered = (trigger: string): number => recentByTrigger.get(trigger)?.size ?? 0;
