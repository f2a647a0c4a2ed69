import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../input/records';
import { readPath } from '../../../contracts/readPath';
import { splitList, type Enclosed } from '../envelope';
import { flatMessage, type FlatFields } from '../records/flatMessage';
import { firstTime, textOf } from '../values';
import { toEvent, type EventParts, type TriggerEvent } from '../triggerEvent';

/** The first names were recorded for a text in a group; all others are guesses in the same style. */
const FIELDS: FlatFields = {
	id: ['message_id', 'id'],
	type: ['type'],
	text: ['content', 'content.text', 'content.body', 'text', 'body'],
	caption: ['caption', 'content.caption'],
	chat: ['group_id', 'group_jid', 'chat_id', 'chat_jid'],
	person: ['phone', 'from', 'contact.phone'],
	name: ['contact_name', 'push_name', 'sender_name', 'contact.name'],
	fromMe: ['from_me'],
	time: ['timestamp', 'created_at'],
	mediaUrl: ['media_url', 'media.url', 'file_url', 'content.url', 'content.media_url', 'url'],
	bodyOfMedia: [], // `content` is what a person wrote: nobody was seen to put an address there
	mimeType: ['mime_type', 'media.mime_type', 'content.mime_type', 'mimetype'],
	fileName: ['file_name', 'media.file_name', 'content.file_name', 'filename'],
	quotedMessageId: ['quoted_message_id', 'context.message_id'],
	targetMessageId: ['target_message_id', 'reaction.message_id', 'quoted_message_id'],
	selectedId: ['selected_id', 'button_id', 'row_id', 'interactive.id'],
	latitude: ['latitude', 'lat', 'location.latitude', 'content.latitude'],
	longitude: ['longitude', 'lng', 'location.longitude', 'content.longitude'],
	contactPhone: ['content.phone'],
	contactName: ['content.name'],
};

/** The only type that was ever recorded. Every other type passes through under its own name. */
const MESSAGE_RECEIVED = 'message.received';

const idOf = (value: unknown) => (typeof value === 'number' ? value : textOf(value));

/** WhatsLoop Cloud: `{id: "evt_…", object: "event", type, created, channel_id, data: {object: {…}}}`. */
export function cloudEvent(body: IDataObject, nowMs: number): TriggerEvent[] | undefined {
	const inner = readPath(body, 'data.object');
	const isEnvelope =
		body.object === 'event' || (typeof body.type === 'string' && (isRecord(inner) || Array.isArray(inner)));
	if (!isEnvelope) return undefined;

	const eventType = textOf(body.type);
	const isList = Array.isArray(inner) && inner.some(isRecord);
	const records: Enclosed[] = isList
		? splitList(body, ['data', 'object'], inner)
		: // an empty list is an event too, and must not be lost
			[{ record: isRecord(inner) ? inner : {}, raw: body }];
	return records.map(({ record = {}, raw }) => {
		const isMessage = eventType === MESSAGE_RECEIVED;
		const parts: EventParts = isMessage ? flatMessage(record, FIELDS) : { event: 'other' };
		const envelope = {
			eventType,
			eventId: textOf(body.id),
			// recorded as null outside and set inside; the other way round is taken as well
			channelId: idOf(record.channel_id) ?? idOf(body.channel_id),
			timestamp: firstTime(record, FIELDS.time) ?? firstTime(body, ['created']),
		};
		return toEvent({ ...parts, ...envelope }, raw, nowMs);
	});
}
