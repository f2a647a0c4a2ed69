import { randomBytes } from 'node:crypto';
import type { AckStatus } from '../../state/ackStatus';
import type { MessageKind, StoredMessage } from '../../state/message';
import type { ContractEvents } from '../endpoint';
import { baileysContent } from './baileysContent';

/** What the engine calls the kinds of messages. */
const ENGINE_TYPES: Partial<Record<MessageKind, string>> = { text: 'chat', voice: 'ptt', contact: 'vcard' };

/** What the engine calls the states of a message. */
const ENGINE_STATUSES: Partial<Record<AckStatus, string>> = { read: 'viewed' };

/** The forms of a message event. Which one WhatsLoop sends today is not known. */
const SHAPES = ['engine', 'panel', 'baileys'] as const;

const engineChat = (chat: string) => chat.replace(/@s\.whatsapp\.net$/, '@c.us');

const unixSeconds = (iso: string) => Math.floor(Date.parse(iso) / 1000);

function engineBody({ content, kind }: StoredMessage): string {
	if (content.mediaUrl !== undefined) return content.mediaUrl;
	if (content.location) return `${content.location.latitude};${content.location.longitude}`;
	if (content.reaction) return content.reaction.emoji;
	if (kind === 'contact')
		return `BEGIN:VCARD\nVERSION:3.0\nFN:${content.contact?.name ?? ''}\nTEL;waid=${content.contact?.phone}:+${content.contact?.phone}\nEND:VCARD`;
	return content.text ?? '';
}

/** The provider's engine of 2022-23. */
function engineMessage(message: StoredMessage): object {
	const { content, kind, sender } = message;
	const chatId = engineChat(message.chat);
	return {
		id: message.id,
		body: engineBody(message),
		type: ENGINE_TYPES[kind] ?? kind,
		fromMe: message.fromMe ? 'true' : 'false',
		chatId,
		author: sender === undefined ? chatId : `${sender.phone}@c.us`,
		chatName: sender?.name ?? chatId,
		pushName: sender?.name,
		senderName: sender?.name,
		time: unixSeconds(message.timestamp),
		status: 'delivered',
		fileName: content.fileName,
		caption: content.caption,
		metadata: { mimetype: content.mimeType, messageId: content.reaction?.messageId },
	};
}

/** The record of a WhatsApp client. */
function baileysMessage(message: StoredMessage): object {
	const { sender } = message;
	const isGroup = message.chat.endsWith('@g.us');
	return {
		key: {
			remoteJid: message.chat,
			fromMe: message.fromMe,
			id: message.id,
			...(isGroup && { participant: `${sender?.phone}@s.whatsapp.net` }),
		},
		message: baileysContent(message),
		messageTimestamp: String(unixSeconds(message.timestamp)),
		pushName: sender?.name,
		status: 'SUCCESS',
	};
}

const MESSAGE_EVENTS: Record<(typeof SHAPES)[number], (message: StoredMessage) => object> = {
	engine: (message) => ({ event: 'message-new', messages: engineMessage(message) }),
	panel: (message) => ({ data: engineMessage(message) }),
	baileys: baileysMessage,
};

function ackEvent(messages: StoredMessage[], status: AckStatus, shape: string): object {
	const ack = messages.map(({ id, chat }) => ({
		id,
		status: ENGINE_STATUSES[status] ?? status,
		chatId: engineChat(chat),
	}));
	return shape === 'engine' ? { event: 'message-status', ack } : { data: ack };
}

const isShape = (shape: string): shape is (typeof SHAPES)[number] => Object.hasOwn(MESSAGE_EVENTS, shape);

export const goEvents: ContractEvents = {
	shapes: SHAPES,
	message: (message, shape) => MESSAGE_EVENTS[isShape(shape) ? shape : SHAPES[0]](message),
	ack: ackEvent,
	newMessageId: () => `3EB0${randomBytes(10).toString('hex').toUpperCase()}`,
};
