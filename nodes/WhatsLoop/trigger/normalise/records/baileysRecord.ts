import type { IDataObject } from 'n8n-workflow';
import { readPath } from '../../../contracts/readPath';
import { ackOf } from '../ackLevel';
import { readBaileysContent } from './baileysContent';
import { isGroupId, phoneOfChatId } from '../../../input/chatIdentity';
import { isRecord } from '../../../input/records';
import { firstText, firstTime, flagOf, textOf } from '../values';
import { emptyMessage, type EventMessage, type EventParts } from '../triggerEvent';

/** `messageStubType` of a message that was deleted for everyone. Other stubs tell of changes to a group. */
const REVOKED_STUB = new Set(['1', 'REVOKE']);

/** Where newer clients put the phone number when `remoteJid` or `participant` hides it (`…@lid`). */
const CHAT_ALTERNATIVES = ['key.remoteJid', 'key.remoteJidAlt', 'key.senderPn'];
const AUTHOR_PATHS = ['key.participant', 'participant', 'key.participantAlt', 'key.participantPn'];

const firstPhone = (record: IDataObject, paths: string[]): string | null =>
	paths.map((path) => phoneOfChatId(firstText(record, [path]))).find((phone) => phone !== null) ?? null;

/** The author and the chat. Messages and acks both have them. */
function readKey(record: IDataObject) {
	const chatId = firstText(record, ['key.remoteJid']);
	const isGroup = isGroupId(chatId);
	return {
		chatId,
		isGroup,
		phone: firstPhone(record, isGroup ? AUTHOR_PATHS : CHAT_ALTERNATIVES),
		fromMe: flagOf(readPath(record, 'key.fromMe')) ?? false,
		timestamp: firstTime(record, ['messageTimestamp', 'update.messageTimestamp', 'timestamp', 'time']),
	};
}

/** The provider may add an address of its own, where the file can be fetched; the client's is encrypted. */
const OWN_MEDIA_PATHS = ['mediaUrl', 'media_url', 'fileUrl', 'file_url', 'media.url', 'message.mediaUrl'];

function readMessage(record: IDataObject): EventMessage {
	const content: EventMessage = isRecord(record.message)
		? readBaileysContent(record.message)
		: { ...emptyMessage, type: 'deleted', targetMessageId: firstText(record, ['key.id']) };
	return {
		...content,
		id: firstText(record, ['key.id']),
		mediaUrl: firstText(record, OWN_MEDIA_PATHS) ?? content.mediaUrl,
	};
}

/** The record of a WhatsApp client: `{key, message, messageTimestamp, pushName, status}`. */
export function baileysMessage(record: IDataObject): EventParts | undefined {
	if (!isRecord(record.key)) return undefined;
	const stub = textOf(record.messageStubType);
	const isContent = isRecord(record.message);
	if (!isContent && stub === null) return undefined;

	const key = readKey(record);
	if (!isContent && !REVOKED_STUB.has(stub!)) return { event: key.isGroup ? 'group' : 'other', ...key };
	const author = key.isGroup ? firstText(record, AUTHOR_PATHS) : key.fromMe ? null : key.chatId;
	const contact = {
		id: author,
		phone: key.isGroup || !key.fromMe ? key.phone : null,
		name: firstText(record, ['pushName', 'verifiedBizName']),
	};
	return { event: 'message', ...key, contact, message: readMessage(record) };
}

/** The delivery status as WhatsApp clients write it: `{key, status}` or `{key, update: {status}}`. */
export function baileysAck(record: IDataObject): EventParts | undefined {
	if (!isRecord(record.key) || isRecord(record.message)) return undefined;
	const ack = ackOf(readPath(record, 'update.status')) ?? ackOf(record.status) ?? ackOf(record.ack);
	if (ack === undefined) return undefined;
	const key = readKey(record);
	const participant = key.isGroup ? firstText(record, AUTHOR_PATHS) : null;
	const contact = participant === null ? null : { id: participant, phone: key.phone, name: null };
	return { event: 'ack', ...key, contact, ack, message: { ...emptyMessage, id: firstText(record, ['key.id']) } };
}
