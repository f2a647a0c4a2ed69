import type { IDataObject } from 'n8n-workflow';
import { recordsIn, type Enclosed } from '../envelope';
import { contactRecord, recogniseRecord } from '../recordReaders';
import { toEvent, type EventParts, type TriggerEvent } from '../triggerEvent';
import { envelopeOf } from './namedEvent';

const RECORD_FIELDS = ['data', 'messages', 'message', 'ack', 'acks'];
const CONTACT_FIELDS = ['contact', 'contacts'];

type Reader = (record: IDataObject) => EventParts | undefined;

const readWith = (read: Reader, records: Enclosed[] | undefined) =>
	records?.map(({ record, raw }) => ({ parts: record && read(record), raw }));

/** `{data: <message>}` or `{data: [{id, status, chatId}]}`, as the provider's panel sends it, or the same in another field. */
function enclosedRecords(body: IDataObject, nowMs: number): TriggerEvent[] | undefined {
	const records = readWith(recogniseRecord, recordsIn(body, RECORD_FIELDS));
	const found = records?.some(({ parts }) => parts !== undefined)
		? records
		: readWith(contactRecord, recordsIn(body, CONTACT_FIELDS));
	if (found === undefined) return undefined;
	const envelope = envelopeOf(body);
	return found.map(({ parts = { event: 'other' as const }, raw }) => toEvent({ ...parts, ...envelope }, raw, nowMs));
}

/** A message, an ack or a contact under no known name: its record is the whole body, or in a field of it. */
export function unnamedRecord(body: IDataObject, nowMs: number): TriggerEvent[] | undefined {
	const parts = recogniseRecord(body);
	return parts ? [toEvent({ ...parts, ...envelopeOf(body, true) }, body, nowMs)] : enclosedRecords(body, nowMs);
}
