import type { IDataObject } from 'n8n-workflow';
import { recordsIn } from '../envelope';
import { contactRecord, recogniseRecord } from '../recordReaders';
import { toEvent, type TriggerEvent } from '../triggerEvent';

const RECORD_FIELDS = ['data', 'messages', 'message', 'ack', 'acks'];

/** A record without any envelope: what a WhatsApp client or the engine calls a message. */
export function bareRecord(body: IDataObject, nowMs: number): TriggerEvent[] | undefined {
	const parts = recogniseRecord(body);
	return parts && [toEvent(parts, body, nowMs)];
}

/** The provider's panel: `{data: <message>}`, `{data: [{id, status, chatId}]}`, or the same under another name. */
export function enclosedRecords(body: IDataObject, nowMs: number): TriggerEvent[] | undefined {
	const records = recordsIn(body, RECORD_FIELDS);
	const events = records?.map(({ record, raw }) => ({ parts: recogniseRecord(record), raw }));
	if (events?.some(({ parts }) => parts !== undefined)) {
		return events.map(({ parts, raw }) => toEvent(parts ?? { event: 'other' }, raw, nowMs));
	}
	const contacts = recordsIn(body, ['contact', 'contacts']);
	return contacts?.map(({ record, raw }) => toEvent(contactRecord(record), raw, nowMs));
}
