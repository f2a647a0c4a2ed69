import type { IDataObject } from 'n8n-workflow';
import { readPath } from '../../../contracts/readPath';
import { flatMessage, type FlatFields } from '../records/flatMessage';
import { isRecord } from '../../../input/records';
import { firstTime, textOf } from '../values';
import { toEvent, type TriggerEvent } from '../triggerEvent';

/** Recorded for a text in a group; the names of what else there may be follow the same style. */
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
	mimeType: ['mime_type', 'media.mime_type', 'content.mime_type', 'mimetype'],
	fileName: ['file_name', 'media.file_name', 'content.file_name', 'filename'],
	quotedMessageId: ['quoted_message_id', 'context.message_id'],
	targetMessageId: ['target_message_id', 'reaction.message_id', 'quoted_message_id'],
	selectedId: ['selected_id', 'button_id', 'row_id', 'interactive.id'],
	latitude: ['latitude', 'lat', 'location.latitude', 'content.latitude'],
	longitude: ['longitude', 'lng', 'location.longitude', 'content.longitude'],
};

/** The only type that was ever recorded; every other one passes through under its own name. */
const MESSAGE_RECEIVED = 'message.received';

const idOf = (value: unknown) => (typeof value === 'number' ? value : textOf(value));

/** WhatsLoop Cloud: `{id: "evt_…", object: "event", type, created, channel_id, data: {object: {…}}}`. */
export function cloudEvent(body: IDataObject, nowMs: number): TriggerEvent[] | undefined {
	const inner = readPath(body, 'data.object');
	const isEnvelope =
		body.object === 'event' || (typeof body.type === 'string' && (isRecord(inner) || Array.isArray(inner)));
	if (!isEnvelope) return undefined;

	const eventType = textOf(body.type);
	const listed = Array.isArray(inner) ? inner.filter(isRecord) : [];
	// an empty list is an event as well: it must not vanish
	const objects = listed.length > 0 ? listed : [isRecord(inner) ? inner : {}];
	return objects.map((object) => {
		const raw = listed.length > 0 ? { ...body, data: { ...(body.data as IDataObject), object } } : body;
		const parts = eventType === MESSAGE_RECEIVED ? flatMessage(object, FIELDS) : { event: 'other' as const };
		const envelope = {
			eventType,
			eventId: textOf(body.id),
			// null outside and set inside, as recorded, or the other way round
			channelId: idOf(object.channel_id) ?? idOf(body.channel_id),
			timestamp:
				('timestamp' in parts ? parts.timestamp : null) ??
				firstTime(object, FIELDS.time) ??
				firstTime(body, ['created']),
		};
		return toEvent({ ...parts, ...envelope }, raw, nowMs);
	});
}
