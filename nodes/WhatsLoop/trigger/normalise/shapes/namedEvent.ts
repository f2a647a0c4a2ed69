import type { IDataObject } from 'n8n-workflow';
import { readPath } from '../../../contracts/readPath';
import { recordsIn } from '../envelope';
import { isRecord } from '../../../input/records';
import { firstText, firstTime, textOf } from '../values';
import { ackRecord, chatRecord, connectionRecord, contactRecord, groupRecord, messageRecord } from '../recordReaders';
import { toEvent, type EventParts, type TriggerEvent } from '../triggerEvent';

/** How the events of one kind are read, and the fields in which their records may lie. */
interface Kind {
	read: (record: IDataObject) => EventParts;
	fields: string[];
}

const message: Kind = { read: messageRecord, fields: ['messages', 'message', 'data'] };
const ack: Kind = { read: ackRecord, fields: ['ack', 'acks', 'statuses', 'messages', 'data'] };
const chat: Kind = { read: chatRecord, fields: ['messages', 'message', 'chats', 'chat', 'dialog', 'data'] };
const contact: Kind = { read: contactRecord, fields: ['contacts', 'contact', 'data'] };
const group: Kind = { read: groupRecord, fields: ['groups', 'group', 'data'] };
const connection: Kind = { read: connectionRecord, fields: ['data'] };

/** Names in lower case without separators: of the documentation, of the provider's engines, of WhatsApp clients. */
const KINDS: Record<string, Kind> = {
	newchats: chat,
	newchat: chat,
	newcontact: contact,
	newcontacts: contact,
	newack: ack,
	newacks: ack,
	messagenew: message,
	newmessage: message,
	messagesupsert: message,
	messagestatus: ack,
	messageack: ack,
	messagesupdate: ack,
	contactnew: contact,
	contactsupsert: contact,
	dialogupdate: chat,
	dialogdelete: chat,
	dialogpresence: chat,
	groupnew: group,
	groupupdate: group,
	connectionstatus: connection,
	connectionupdate: connection,
};

const NAME_PATHS = ['event', 'eventType', 'event_type', 'eventName', 'type'];

function kindOf(body: IDataObject): { name: string; kind: Kind } | undefined {
	for (const path of NAME_PATHS) {
		const name = textOf(readPath(body, path));
		const key = name?.toLowerCase().replace(/[^a-z]/g, '') ?? '';
		if (name !== null && Object.hasOwn(KINDS, key)) return { name, kind: KINDS[key] };
	}
	return undefined;
}

/** The provider's engine and the documented events: `{event: "message-new", messages: …}`, one record or several. */
export function namedEvent(body: IDataObject, nowMs: number): TriggerEvent[] | undefined {
	const found = kindOf(body);
	if (found === undefined) return undefined;
	const { name, kind } = found;
	const records = recordsIn(body, kind.fields) ?? [{ record: body, raw: body }];
	return records.map(({ record, raw }) => {
		const parts = kind.read(record);
		return toEvent(
			{
				...parts,
				eventType: name,
				eventId: firstText(body, ['eventId', 'event_id']),
				channelId: firstText(body, ['channelId', 'channel_id', 'instanceId', 'instance_id']),
				timestamp: parts.timestamp ?? firstTime(body, ['time', 'timestamp']),
			},
			raw,
			nowMs,
		);
	});
}

/** An event with a name that is not known, or whose name is no text. */
export const nameOf = (body: IDataObject): string | null =>
	NAME_PATHS.map((path) => readPath(body, path))
		.map((value) => (isRecord(value) ? null : textOf(value)))
		.find((name) => name !== null) ?? null;
