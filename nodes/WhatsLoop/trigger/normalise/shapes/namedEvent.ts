import type { IDataObject } from 'n8n-workflow';
import { readPath } from '../../../contracts/readPath';
import { recordsIn, type Enclosed } from '../envelope';
import { kindOfName, type KnownEvent } from '../eventNames';
import { ackRecord, chatRecord, connectionRecord, contactRecord, groupRecord, messageRecord } from '../recordReaders';
import { toEvent, type EventParts, type TriggerEvent } from '../triggerEvent';
import { bareName, firstText, firstTime, textOf } from '../values';

/** How the records of one kind of event are read, and the fields in which they may be. */
interface Kind {
	read: (record: IDataObject) => EventParts;
	fields: string[];
}

const KINDS: Record<KnownEvent, Kind> = {
	message: { read: messageRecord, fields: ['messages', 'message', 'data'] },
	ack: { read: ackRecord, fields: ['ack', 'acks', 'statuses', 'messages', 'data'] },
	chat: { read: chatRecord, fields: ['messages', 'message', 'chats', 'chat', 'dialog', 'data'] },
	contact: { read: contactRecord, fields: ['contacts', 'contact', 'data'] },
	group: { read: groupRecord, fields: ['groups', 'group', 'data'] },
	connection: { read: connectionRecord, fields: ['data'] },
};

const NAME_PATHS = ['event', 'eventType', 'event_type', 'eventName'];

/** `type` is the name of some events, but of a bare message it is the type of its content. */
const ALL_NAME_PATHS = [...NAME_PATHS, 'type'];

/** What an event tells of itself beside its records. */
export interface Envelope {
	eventType: string | null;
	eventId: string | null;
	channelId: string | null;
}

/** @param isBare the event is a record itself, so that its `type` is not the name of an event */
export const envelopeOf = (body: IDataObject, isBare = false): Envelope => ({
	eventType: firstText(body, isBare ? NAME_PATHS : ALL_NAME_PATHS),
	eventId: firstText(body, ['eventId', 'event_id']),
	channelId: firstText(body, ['channelId', 'channel_id', 'instanceId', 'instance_id']),
});

function kindIn(body: IDataObject): { name: string; kind: Kind } | undefined {
	for (const path of ALL_NAME_PATHS) {
		const name = textOf(readPath(body, path));
		if (name === null) continue;
		const kind = kindOfName(bareName(name));
		if (kind !== undefined) return { name, kind: KINDS[kind] };
	}
	return undefined;
}

/** An event with a known name: `{event: "message-new", messages: …}` with one record or several. */
export function namedEvent(body: IDataObject, nowMs: number): TriggerEvent[] | undefined {
	const found = kindIn(body);
	if (found === undefined) return undefined;
	const { name, kind } = found;
	const envelope = { ...envelopeOf(body), eventType: name };
	const records: Enclosed[] = recordsIn(body, kind.fields) ?? [{ record: body, raw: body }];
	return records.map(({ record, raw }) => {
		const parts: EventParts = record === undefined ? { event: 'other' } : kind.read(record);
		const timestamp = parts.timestamp ?? firstTime(body, ['time', 'timestamp']);
		return toEvent({ ...parts, ...envelope, timestamp }, raw, nowMs);
	});
}
