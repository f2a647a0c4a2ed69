import type { IDataObject } from 'n8n-workflow';
import { cloudEvent } from './shapes/cloudEvent';
import { namedEvent, nameOf } from './shapes/namedEvent';
import { bareRecord, enclosedRecords } from './shapes/unnamedRecord';
import { firstText, isRecord } from './values';
import { toEvent, type TriggerEvent } from './triggerEvent';

/** Every shape that WhatsLoop is known, or likely, to send. The first that recognises an event reads it. */
const SHAPES = [cloudEvent, namedEvent, bareRecord, enclosedRecords];

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
	for (const shape of SHAPES) {
		const events = shape(body, nowMs);
		if (events !== undefined) return events;
	}
	return [
		toEvent(
			{ event: 'other', eventType: nameOf(body), eventId: firstText(body, ['eventId', 'event_id']) },
			body,
			nowMs,
		),
	];
}

/**
 * Reads whatever WhatsLoop sent. Never throws, and leaves nothing out: what is not understood comes out as `other`.
 *
 * @param nowMs when it arrived, for events that do not say when they happened
 * @returns one event for each message, ack or change in it
 */
export function normalise(body: IDataObject | IDataObject[], nowMs: number): TriggerEvent[] {
	const bodies = Array.isArray(body) ? body : (eventsInBatch(body) ?? [body]);
	return bodies.flatMap((one) => normaliseOne(one, nowMs));
}
