import type { IDataObject } from 'n8n-workflow';
import { cloudEvent } from './shapes/cloudEvent';
import { namedEvent, nameOf } from './shapes/namedEvent';
import { unnamedRecord } from './shapes/unnamedRecord';
import { toEvent, type TriggerEvent } from './triggerEvent';
import { isRecord } from '../../input/records';
import { firstText } from './values';

/** Reads one shape of event. Returns undefined for an event of another shape. */
export type Shape = (body: IDataObject, nowMs: number) => TriggerEvent[] | undefined;

/** Every shape that WhatsLoop sends or is likely to send. The first one that recognises an event reads it. */
export const SHAPES: Record<string, Shape> = { cloudEvent, namedEvent, unnamedRecord };

/** Fields in which whole events may come in a list. */
const BATCH_FIELDS = ['events', 'data'];

function eventsInBatch(body: IDataObject): IDataObject[] | undefined {
	for (const field of BATCH_FIELDS) {
		const value: unknown = body[field];
		if (!Array.isArray(value)) continue;
		const events = (value as unknown[]).filter(isRecord);
		if (events.length > 0 && (field === 'events' || events.every(({ object }) => object === 'event'))) return events;
	}
	return undefined;
}

function normaliseOne(body: IDataObject, nowMs: number): TriggerEvent[] {
	for (const shape of Object.values(SHAPES)) {
		const events = shape(body, nowMs);
		if (events !== undefined) return events;
	}
	const eventId = firstText(body, ['eventId', 'event_id']);
	return [toEvent({ event: 'other', eventType: nameOf(body), eventId }, body, nowMs)];
}

/**
 * Reads whatever WhatsLoop sent. It never throws and leaves nothing out: an event that it does not understand is `other`.
 *
 * @param nowMs when it arrived, for events that do not say when they happened
 * @returns one event for each message, ack or change in it
 */
export function normalise(body: IDataObject | IDataObject[], nowMs: number): TriggerEvent[] {
	const bodies = Array.isArray(body) ? body : (eventsInBatch(body) ?? [body]);
	return bodies.flatMap((one) => normaliseOne(one, nowMs));
}
