import type { IDataObject } from 'n8n-workflow';
import { recordsIn } from '../envelope';
import { contactRecord, recogniseRecord } from '../recordReaders';
import { toEvent, type TriggerEvent } from '../triggerEvent';

const RECORD_FIELDS = ['data', 'messages', 'message', 'ack', 'acks'];

/** `{data: <message>}` or `{data: [{id, status, chatId}]}`, as the provider's panel sends it, or the same in another field. */
function enclosedRecords(body: IDataObject, nowMs: number): TriggerEvent[] | undefined {
	const records = recordsIn(body, RECORD_FIELDS);
	const events = records?.map(({ record, raw }) => ({ parts: recogniseRecord(record), raw }));
	if (events?.some(({ parts }) => parts !== undefined)) {
		return events.map(({ parts, raw }) => toEvent(parts ?? { event: 'other' }, raw, nowMs));
	}
	const contacts = recordsIn(body, ['contact', 'contacts']);
	return contacts?.map(({ record, raw }) => toEvent(contactRecord(record), raw, nowMs));
}

/** An event without a name: the record of a message or an ack stands alone, or in a field of the body. */
export function unnamedRecord(body: IDataObject, nowMs: number): TriggerEvent[] | undefined {
	const parts = recogniseRecord(body);
	return parts ? [toEvent(parts, body, nowMs)] : enclosedRecords(body, nowMs);
}
