import type { FlatFields } from './flatMessage';

/** Of the provider's engine (2022-23) and panel (2021-22): `{id, body, type, fromMe, chatId, author, pushName, time, …}`. */
export const engineFields: FlatFields = {
	id: ['id', 'messageId', 'message_id'],
	type: ['type', 'messageType'],
	text: ['body', 'text', 'content', 'message'],
	caption: ['caption', 'metadata.caption'],
	chat: ['chatId', 'chat_id', 'remoteJid'],
	person: ['author', 'senderId', 'sender.id', 'participant', 'from', 'phone', 'sender'],
	name: ['senderName', 'pushName', 'sender.name', 'notifyName'],
	fromMe: ['fromMe', 'from_me'],
	time: ['time', 'timestamp', 'messageTimestamp'],
	mediaUrl: ['mediaUrl', 'media_url', 'fileUrl', 'file_url', 'url', 'metadata.url', 'metadata.mediaUrl'],
	mimeType: ['mimetype', 'mimeType', 'mime_type', 'metadata.mimetype', 'metadata.mimeType'],
	fileName: ['fileName', 'filename', 'file_name', 'metadata.fileName', 'metadata.filename'],
	quotedMessageId: ['quotedMessageId', 'quotedMsgId', 'metadata.quotedMessageId', 'metadata.quotedMsgId'],
	targetMessageId: [
		'targetMessageId',
		'metadata.messageId',
		'metadata.targetMessageId',
		'reaction.messageId',
		'quotedMessageId',
		'quotedMsgId',
	],
	selectedId: [
		'selectedId',
		'selectedButtonId',
		'selectedRowId',
		'metadata.selectedId',
		'metadata.selectedButtonId',
		'metadata.selectedRowId',
		'metadata.buttonId',
		'metadata.rowId',
	],
	latitude: ['latitude', 'lat', 'location.latitude', 'location.lat', 'metadata.latitude', 'metadata.lat'],
	longitude: ['longitude', 'lng', 'location.longitude', 'location.lng', 'metadata.longitude', 'metadata.lng'],
};
