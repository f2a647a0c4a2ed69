import type { IDataObject } from 'n8n-workflow';
import { readPath } from '../contracts/readPath';
import { plainText } from '../input/plainText';
import { firstOf, simplified } from './firstOf';
import { isoFromEpoch } from './timestamps';

/** Kinds of content in the message records of WhatsApp clients, and what they are called here. */
const KINDS: Record<string, string> = {
	conversation: 'text',
	extendedTextMessage: 'text',
	imageMessage: 'image',
	videoMessage: 'video',
	audioMessage: 'audio',
	documentMessage: 'document',
	stickerMessage: 'sticker',
	locationMessage: 'location',
	contactMessage: 'contact',
	buttonsMessage: 'buttons',
	listMessage: 'list',
	reactionMessage: 'reaction',
};

/** The places where the words of a message can be. The most specific place comes first. */
const TEXT_PATHS = [
	'message.conversation',
	'message.extendedTextMessage.text',
	'message.imageMessage.caption',
	'message.videoMessage.caption',
	'message.documentMessage.caption',
	'message.buttonsMessage.contentText',
	'message.listMessage.description',
	'message.reactionMessage.text',
	'body',
	'caption',
];

/**
 * The fields of a stored message that workflows use, from the two shapes known for it: the record of WhatsApp clients
 * (`key`, `message`) and the provider's flat one (`id`, `body`). A field that is not there is left out; a record of another
 * shape stays as it is, because an empty one would lose it.
 */
export function simplifyMessage(record: IDataObject): IDataObject {
	const content = Object.keys((readPath(record, 'message') as IDataObject | undefined) ?? {}).find((kind) =>
		Object.hasOwn(KINDS, kind),
	);
	const fromMe = firstOf(record, ['key.fromMe', 'fromMe']);
	return simplified(record, {
		messageId: firstOf(record, ['key.id', 'id']),
		chatId: firstOf(record, ['key.remoteJid', 'chatId']),
		fromMe: fromMe === undefined ? undefined : plainText(fromMe) === 'true',
		type: content === undefined ? firstOf(record, ['type']) : KINDS[content],
		text: firstOf(record, TEXT_PATHS),
		senderName: firstOf(record, ['pushName', 'senderName']),
		status: firstOf(record, ['status']),
		timestamp: isoFromEpoch(firstOf(record, ['messageTimestamp', 'time'])),
	});
}
