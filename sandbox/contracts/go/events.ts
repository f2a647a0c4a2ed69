import { randomBytes } from 'node:crypto';
import type { AckStatus } from '../../state/ackStatus';
import type { MessageKind, StoredMessage } from '../../state/message';
import type { ContractEvents } from '../endpoint';
import { baileysContent } from './baileysContent';

/** The forms of a message event. Which one WhatsLoop sends today is not known; a client of its sibling reads the first. */
const SHAPES = ['engine', 'notification', 'panel', 'baileys'] as const;

/** What the engine calls the kinds of messages (provider code, 2022-23). */
const ENGINE_TYPES: Partial<Record<MessageKind, string>> = { voice: 'audio', gif: 'video' };

/** What the newer record calls them (provider code, 2023). */
const NOTIFICATION_TYPES: Partial<Record<MessageKind, string>> = {
	voice: 'audio',
	gif: 'gifMessage',
	location: 'locationMessage',
	contact: 'contactMessage',
	reaction: 'reactionMessage',
	mention: 'mentionMessage',
	buttons: 'buttonsMessage',
	list: 'listMessage',
};

/** What the engine calls the states of a message. */
const ENGINE_STATUSES: Partial<Record<AckStatus, string>> = { read: 'viewed' };

const engineChat = (chat: string) => chat.replace(/@s\.whatsapp\.net$/, '@c.us');

const unixSeconds = (iso: string) => Math.floor(Date.parse(iso) / 1000);

/** The words of a text, the address of a file, or an object for everything else. */
function bodyOf({ content, chat }: StoredMessage): unknown {
	const { mediaUrl, location, reaction, contact, text, selected } = content;
	if (selected) {
		return {
			selectedButtonID: selected.id,
			selectedButtonText: selected.text,
			quotedMsgId: content.quotedMessageId,
			quotedChatId: chat,
			type: selected.type,
		};
	}
	if (mediaUrl !== undefined) return mediaUrl;
	if (location) return location;
	if (reaction) return { reaction: reaction.emoji, message: { id: reaction.messageId } };
	if (contact) return { name: contact.name ?? contact.phone, phone: contact.phone, organization: '' };
	return text ?? '';
}

/** The caption of a document is the file's name. */
const captionOf = ({ kind, content }: StoredMessage) =>
	kind === 'document' ? (content.fileName ?? content.caption) : content.caption;

const authorName = ({ fromMe, sender }: StoredMessage) => (fromMe ? 'Me' : (sender?.name ?? sender?.phone));

/** The provider's engine of 2022-23, as its code has it. The id is composed of sender, chat and message. */
function engineMessage(message: StoredMessage): object {
	const { content, kind, sender, fromMe } = message;
	const chatId = engineChat(message.chat);
	const isGroup = chatId.endsWith('@g.us');
	return {
		id: `${fromMe}_${chatId}_${message.id}`,
		body: bodyOf(message),
		type: content.selected ? 'buttons_response' : (ENGINE_TYPES[kind] ?? kind),
		fromMe: fromMe ? 'true' : 'false',
		chatId,
		author: isGroup && !fromMe ? `${sender?.phone}@c.us` : authorName(message),
		chatName: isGroup ? chatId : (sender?.name ?? chatId),
		pushName: sender?.name,
		senderName: sender?.name,
		time: unixSeconds(message.timestamp),
		status: 'delivered',
		fileName: content.fileName,
		caption: captionOf(message),
		metadata: { mimetype: content.mimeType },
	};
}

/** The record of `message_notification`: seven fields are known from a client, the others from provider code. */
function notificationRecord(message: StoredMessage): object {
	const { content, kind, sender, fromMe } = message;
	return {
		id: message.id,
		fromMe,
		body: bodyOf(message),
		messageType: content.selected ? 'buttons_response' : (NOTIFICATION_TYPES[kind] ?? kind),
		author: fromMe ? 'Me' : sender?.phone,
		remoteJid: message.chat,
		pushName: sender?.name,
		chatName: sender?.name ?? message.chat,
		caption: captionOf(message),
		fileName: content.fileName,
		time: unixSeconds(message.timestamp),
		timeFormatted: message.timestamp.slice(0, 19).replace('T', ' '),
		status: 3,
		statusText: 'delivered',
		deviceSentFrom: 'android',
		expiration: 0,
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
	notification: (message) => ({ event: 'message_notification', data: notificationRecord(message) }),
	panel: (message) => ({ data: engineMessage(message) }),
	baileys: baileysMessage,
};

function ackEvent(messages: StoredMessage[], status: AckStatus, shape: string): object {
	const ack = messages.map(({ id, chat }) => ({
		id,
		status: ENGINE_STATUSES[status] ?? status,
		chatId: engineChat(chat),
	}));
	if (shape === 'engine') return { event: 'message-status', ack };
	// a guess in the style of `message_notification`
	return shape === 'notification' ? { event: 'ack_notification', data: ack } : { data: ack };
}

const isShape = (shape: string): shape is (typeof SHAPES)[number] => Object.hasOwn(MESSAGE_EVENTS, shape);

export const goEvents: ContractEvents = {
	shapes: SHAPES,
	// provider code: they carry the author "Me"
	tellsOfOwnMessages: true,
	message: (message, shape) => MESSAGE_EVENTS[isShape(shape) ? shape : SHAPES[0]](message),
	ack: ackEvent,
	newMessageId: () => `3EB0${randomBytes(10).toString('hex').toUpperCase()}`,
};
