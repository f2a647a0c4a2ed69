import { randomBytes } from 'node:crypto';
import type { AckStatus } from '../../state/ackStatus';
import type { StoredMessage } from '../../state/message';
import type { ContractEvents } from '../endpoint';

const TENANT_ID = '5a11d0b0-0000-4000-8000-000000000000';
const CHANNEL_ID = 5;

const envelope = (type: string, object: object): object => ({
	id: `evt_${randomBytes(12).toString('hex')}`,
	object: 'event',
	type,
	api_version: '2026-06-01',
	created: Math.floor(Date.now() / 1000),
	tenant_id: TENANT_ID,
	// null here and set inside, as recorded
	channel_id: null,
	data: { object },
});

/** As recorded for a text in a group. Names for media are in the style of the same API's requests: none was recorded. */
function messageEvent(message: StoredMessage): object {
	const { content, kind, chat, sender } = message;
	const group = chat.endsWith('@g.us') ? { group_id: chat, group_jid: chat } : {};
	return envelope('message.received', {
		message_id: message.id,
		platform_message_id: message.sequence,
		channel_id: CHANNEL_ID,
		conversation_id: 923,
		contact_id: null,
		...group,
		phone: sender?.phone,
		contact_name: sender?.name,
		type: kind === 'voice' ? 'audio' : kind,
		content: content.text ?? content.caption ?? content.reaction?.emoji ?? null,
		media_url: content.mediaUrl,
		mime_type: content.mimeType,
		file_name: content.fileName,
		latitude: content.location?.latitude,
		longitude: content.location?.longitude,
		timestamp: message.timestamp.replace(/\.\d+Z$/, '+00:00'),
	});
}

/** No such event is known. The name is a guess in the same style. */
const ackEvent = (messages: StoredMessage[], status: AckStatus): object =>
	envelope(`message.${status}`, { message_ids: messages.map(({ id }) => id), channel_id: CHANNEL_ID, status });

export const cloudEvents: ContractEvents = {
	shapes: ['event'],
	// no such event was seen, and no known field would tell it from a message of somebody else
	tellsOfOwnMessages: false,
	message: messageEvent,
	ack: ackEvent,
	newMessageId: () => `ACFF${randomBytes(10).toString('hex').toUpperCase()}`,
};
