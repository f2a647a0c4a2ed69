import type { IDataObject } from 'n8n-workflow';
import { ackOf } from './ackLevel';
import { baileysAck, baileysMessage } from './records/baileysRecord';
import { engineFields } from './records/engineFields';
import { flatMessage } from './records/flatMessage';
import { isGroupId, phoneOfChatId } from '../../input/chatIdentity';
import { phoneOfField, readComposedId } from './ids';
import { firstText, firstTime, flagOf } from './values';
import { emptyMessage, type EventParts } from './triggerEvent';

/** Without one of these a flat record is no message. */
const CONTENT_PATHS = [...engineFields.text, ...engineFields.type, ...engineFields.caption];

const ADDRESS_PATHS = [...engineFields.chat, ...engineFields.person];

const PARTICIPANT_PATHS = ['participant', 'author', 'userJid', 'recipient'];

const ackIn = (record: IDataObject) => ackOf(record.status) ?? ackOf(record.ack) ?? ackOf(record.statusText);

const hasContent = (record: IDataObject) => firstText(record, CONTENT_PATHS) !== null;

/** `{id, status, chatId}`: the delivery status of a message. */
export function flatAck(record: IDataObject): EventParts {
	const id = firstText(record, ['id', 'messageId', 'message_id']);
	const composed = readComposedId(id);
	const chatId = firstText(record, ['chatId', 'chat_id', 'remoteJid', 'phone']) ?? composed.chatId ?? null;
	const isGroup = isGroupId(chatId);
	// of a group, each participant has a status of their own
	const participant = isGroup ? firstText(record, PARTICIPANT_PATHS) : null;
	return {
		event: 'ack',
		chatId,
		phone: phoneOfField(isGroup ? participant : chatId),
		contact: participant === null ? null : { id: participant, phone: phoneOfField(participant), name: null },
		isGroup,
		// an ack is about what the account sent, unless the record says otherwise
		fromMe: flagOf(record.fromMe) ?? composed.fromMe ?? true,
		timestamp: firstTime(record, ['time', 'timestamp']),
		message: { ...emptyMessage, id },
		ack: ackIn(record) ?? null,
	};
}

/** A record that is a message or an ack by its own fields; undefined for anything else. */
export function recogniseRecord(record: IDataObject): EventParts | undefined {
	const baileys = baileysMessage(record) ?? baileysAck(record);
	if (baileys !== undefined) return baileys;
	const id = firstText(record, engineFields.id);
	if (id === null) return undefined;
	if (hasContent(record))
		return firstText(record, ADDRESS_PATHS) === null ? undefined : flatMessage(record, engineFields);
	return ackIn(record) ? flatAck(record) : undefined;
}

/** A record of an event that is called a message. It is a message even without an ID or a known content. */
export const messageRecord = (record: IDataObject): EventParts =>
	baileysMessage(record) ?? flatMessage(record, engineFields);

export const ackRecord = (record: IDataObject): EventParts => baileysAck(record) ?? flatAck(record);

/** A chat; a new chat that comes with its first message is that message. */
export function chatRecord(record: IDataObject): EventParts {
	const recognised = recogniseRecord(record);
	if (recognised?.event === 'message') return recognised;
	const chatId = firstText(record, ['chatId', 'id', 'jid', 'remoteJid', 'phone']);
	const phone = phoneOfField(chatId);
	return {
		event: 'chat',
		chatId,
		phone,
		isGroup: isGroupId(chatId),
		timestamp: firstTime(record, ['time', 'timestamp', 'last_time', 'conversationTimestamp']),
		contact: {
			id: chatId?.includes('@') ? chatId : null,
			phone,
			name: firstText(record, ['name', 'chatName', 'pushName', 'title']),
		},
	};
}

export function contactRecord(record: IDataObject): EventParts {
	const id = firstText(record, ['id', 'contactId', 'jid', 'chatId', 'phone', 'number']);
	const phone = phoneOfField(firstText(record, ['phone', 'number'])) ?? phoneOfChatId(id);
	const chatId = id?.includes('@') ? id : null;
	const name = firstText(record, ['name', 'pushName', 'notify', 'contactName', 'verifiedName']);
	const timestamp = firstTime(record, ['time', 'timestamp']);
	return {
		event: 'contact',
		chatId: chatId ?? phone,
		phone,
		isGroup: isGroupId(chatId),
		timestamp,
		contact: { id: chatId, phone, name },
	};
}

export function groupRecord(record: IDataObject): EventParts {
	const id = firstText(record, ['id', 'groupId', 'jid', 'chatId']);
	const author = firstText(record, ['author', 'participant', 'owner']);
	return {
		event: 'group',
		chatId: id,
		phone: phoneOfChatId(author),
		isGroup: true,
		timestamp: firstTime(record, ['time', 'timestamp', 'creation']),
		contact: { id, phone: null, name: firstText(record, ['subject', 'name']) },
	};
}

export const connectionRecord = (record: IDataObject): EventParts => ({
	event: 'connection',
	phone: phoneOfField(firstText(record, ['phone'])),
	timestamp: firstTime(record, ['time', 'timestamp']),
});
