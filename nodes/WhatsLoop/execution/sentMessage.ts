import type { IDataObject } from 'n8n-workflow';
import type { SentWords } from '../actions/operation';
import { chatIdentity } from '../input/chatIdentity';
import { simplifyMessage } from '../output/simplifyMessage';

/** A message of the account itself, as WhatsLoop keeps it. */
export interface SentMessage {
	messageId: string;
	/** Identity of its chat. */
	chat: string;
	words: string;
	/** As the record says; undefined where it does not. */
	type: string | undefined;
	/** Milliseconds since the epoch, on the server's clock. Records have whole seconds. */
	timestampMs: number;
}

/** What a message must match to be the one that is looked for. */
export interface Wanted {
	/** Identity of its chat. */
	chat: string;
	words: SentWords;
	/** Milliseconds since the epoch, on the server's clock. */
	notBeforeMs: number;
}

const SECOND_MS = 1000;

/** Media types that WhatsApp stores as the same type. */
const MEDIA_FAMILIES: Record<string, string> = {
	image: 'image',
	video: 'video',
	gif: 'video',
	audio: 'audio',
	voice: 'audio',
	ptt: 'audio',
	document: 'document',
	sticker: 'sticker',
};

const familyOf = (type: string | undefined) =>
	type !== undefined && Object.hasOwn(MEDIA_FAMILIES, type) ? MEDIA_FAMILIES[type] : undefined;

/** Line ends and white space around a text change on the way. */
const comparable = (words: string) => words.replace(/\r\n?/g, '\n').normalize('NFC').trim();

/** @returns undefined for messages of others, and for what has no words, ID, chat or time */
export function sentMessageIn(record: IDataObject): SentMessage | undefined {
	const { messageId, chatId, fromMe, type, text, timestamp } = simplifyMessage(record);
	if (fromMe !== true || typeof messageId !== 'string' || typeof chatId !== 'string') return undefined;
	if (typeof text !== 'string' || typeof timestamp !== 'string') return undefined;
	return {
		messageId,
		chat: chatIdentity(chatId),
		words: comparable(text),
		type: typeof type === 'string' ? type : undefined,
		timestampMs: Date.parse(timestamp),
	};
}

/** A text message never matches a caption. A record without a type may be either. */
function isOfType({ type }: SentMessage, { mediaType }: SentWords): boolean {
	if (mediaType === undefined) return familyOf(type) === undefined;
	return familyOf(type) === undefined ? type !== 'text' : familyOf(type) === familyOf(mediaType);
}

const isWanted = (message: SentMessage, { chat, words, notBeforeMs }: Wanted): boolean =>
	message.chat === chat &&
	message.words === comparable(words.text) &&
	isOfType(message, words) &&
	// a record has whole seconds: one that was made in this second says its beginning
	message.timestampMs >= Math.floor(notBeforeMs / SECOND_MS) * SECOND_MS;

/**
 * Finds the message that was meant, the oldest where there are several, and marks it as accounted for: each message answers
 * one item, so that two rows with the same words both get theirs.
 *
 * @param accountedIds IDs of messages that belong to other items; the found one is added
 */
export function claimSentMessage(
	messages: SentMessage[],
	wanted: Wanted,
	accountedIds: Set<string>,
): SentMessage | undefined {
	const candidates = messages.filter((message) => isWanted(message, wanted) && !accountedIds.has(message.messageId));
	if (candidates.length === 0) return undefined;
	const oldest = candidates.reduce((first, message) => (message.timestampMs < first.timestampMs ? message : first));
	accountedIds.add(oldest.messageId);
	return oldest;
}
