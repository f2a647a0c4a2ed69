import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../input/records';
import { cloudEvent } from './shapes/cloudEvent';
import { splitList, type Enclosed } from './envelope';
import { MAX_RECORDS } from './limits';
import { envelopeOf, namedEvent } from './shapes/namedEvent';
import { unnamedRecord } from './shapes/unnamedRecord';
import { toEvent, type TriggerEvent } from './triggerEvent';

/** Reads one shape of event. Returns undefined for an event of another shape. */
export type Shape = (body: IDataObject, nowMs: number) => TriggerEvent[] | undefined;

/** Every shape that WhatsLoop sends or is likely to send. The first one that recognises an event reads it. */
export const SHAPES: Record<string, Shape> = { cloudEvent, namedEvent, unnamedRecord };

/** Fields in which whole events may come in a list. */
const BATCH_FIELDS = ['events', 'data'];

interface Batch {
	/** Where the list of events is; undefined where the body itself is the list. */
	field?: string;
	entries: Enclosed[];
}

/** `{events: […]}`, or `{data: […]}` with WhatsLoop Cloud's events in it. */
function batchIn(body: IDataObject): Batch | undefined {
	for (const field of BATCH_FIELDS) {
		const list: unknown = body[field];
		if (!Array.isArray(list) || !list.some(isRecord)) continue;
		const isBatch = field === 'events' || list.every((entry) => isRecord(entry) && entry.object === 'event');
		if (isBatch) return { field, entries: splitList(body, [field], list) };
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

/** Reads one event of a batch. Its first item also has the fields around the list in its raw event. */
function normaliseEntry({ record, raw }: Enclosed, field: string | undefined, nowMs: number): TriggerEvent[] {
	if (record === undefined) return [toEvent({ event: 'other' }, raw, nowMs)];
	const [first, ...others] = normaliseOne(record, nowMs);
	return [field === undefined ? first : { ...first, raw: { ...raw, [field]: first.raw } }, ...others];
}

/**
 * Reads whatever WhatsLoop sent. It never throws and leaves nothing out: an event that it does not understand is `other`.
 *
 * @param nowMs when it arrived, for events that do not say when they happened
 * @returns one event for each message, ack or change in it; more than `MAX_RECORDS` where it has more, but not all of them
 */
export function normalise(body: IDataObject | IDataObject[], nowMs: number): TriggerEvent[] {
	const single: Batch = { entries: (Array.isArray(body) ? body : [body]).map((record) => ({ record, raw: record })) };
	const { field, entries } = (Array.isArray(body) ? undefined : batchIn(body)) ?? single;
	const events: TriggerEvent[] = [];
	for (const entry of entries) {
		if (events.length > MAX_RECORDS) break;
		events.push(...normaliseEntry(entry, field, nowMs));
	}
	return events;
}
