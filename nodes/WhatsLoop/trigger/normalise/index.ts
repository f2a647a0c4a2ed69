import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../input/records';
import { cloudEvent } from './shapes/cloudEvent';
import { isSmallAround } from './envelope';
import { MAX_RECORDS, MAX_RECORDS_READ } from './limits';
import { envelopeOf, namedEvent } from './shapes/namedEvent';
import { unnamedRecord } from './shapes/unnamedRecord';
import { toEvent, type TriggerEvent } from './triggerEvent';

/** Reads one shape of event. Returns undefined for an event of another shape. */
export type Shape = (body: IDataObject, nowMs: number) => TriggerEvent[] | undefined;

/** Every shape that WhatsLoop sends or is likely to send. The first one that recognises an event reads it. */
export const SHAPES: Record<string, Shape> = { cloudEvent, namedEvent, unnamedRecord };

/** Fields in which whole events may come in a list. */
const BATCH_FIELDS = ['events', 'data'];

/**
 * The events of `{events: […]}`, or of `{data: […]}` with WhatsLoop Cloud's events in it. Each has the fields around the
 * list that it does not have itself; where these are too many to be repeated, the first event alone has them.
 */
function eventsInBatch(body: IDataObject): IDataObject[] | undefined {
	for (const field of BATCH_FIELDS) {
		const list: unknown = body[field];
		if (!Array.isArray(list) || !list.some(isRecord)) continue;
		const isBatch = field === 'events' || list.every((entry) => isRecord(entry) && entry.object === 'event');
		if (!isBatch) continue;
		const around = Object.fromEntries(Object.entries(body).filter(([name]) => name !== field));
		const isRepeated = isSmallAround(body, list);
		return list.slice(0, MAX_RECORDS_READ).map((entry: unknown, index) => ({
			...(isRepeated || index === 0 ? around : {}),
			...(isRecord(entry) ? entry : { [field]: entry as IDataObject }),
		}));
	}
	return undefined;
}

function normaliseOne(body: IDataObject, nowMs: number): TriggerEvent[] {
	for (const shape of Object.values(SHAPES)) {
		const events = shape(body, nowMs);
		if (events !== undefined) return events;
	}
	return [toEvent({ event: 'other', ...envelopeOf(body) }, body, nowMs)];
}

/**
 * Reads everything that WhatsLoop sends. It never throws and leaves nothing out: an event that it does not understand is `other`.
 *
 * @param nowMs when it arrived, for events that do not say when they happened
 * @returns one event for each message, ack or change in it; more than `MAX_RECORDS` where it has more, but not all of them
 */
export function normalise(body: IDataObject | IDataObject[], nowMs: number): TriggerEvent[] {
	const bodies = Array.isArray(body) ? body : (eventsInBatch(body) ?? [body]);
	const events: TriggerEvent[] = [];
	for (const one of bodies) {
		if (events.length > MAX_RECORDS) break;
		// an entry of a list may be anything; entries that are no events are kept
		events.push(...normaliseOne(isRecord(one) ? one : { value: one }, nowMs));
	}
	return events;
}
