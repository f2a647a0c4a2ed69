import { cleanPhone } from '../input/phone';
import { InputError } from '../input/InputError';
import { phoneOfChatId } from '../input/chatIdentity';
import { textOf } from './normalise/values';
import type { EventName, TriggerEvent } from './normalise/triggerEvent';

/** Which events start a workflow. An undefined list lets everything pass. */
export interface Filters {
	events: Set<EventName>;
	ignoreOwn: boolean;
	ignoreGroups: boolean;
	chats?: Set<string>;
	messageTypes?: Set<string>;
	ackStatuses?: Set<string>;
}

/** Events that take place in a chat: the filters on chats and groups are about these. */
const IN_CHATS = new Set<EventName>(['message', 'chat', 'ack']);

/**
 * One spelling for all ways to write a chat: digits for a person, the part before the @ for a group.
 *
 * @throws InputError where it is neither
 */
export function chatKey(chat: string): string {
	const person = phoneOfChatId(chat);
	if (chat.includes('@'))
		return (
			person ??
			chat
				.trim()
				.toLowerCase()
				.replace(/@g\.us$/, '')
		);
	if (/^\d{16,}$/.test(chat.trim())) return chat.trim(); // the digits of a group's id
	return cleanPhone(chat);
}

function isChat(entry: string): boolean {
	try {
		return chatKey(entry) !== '';
	} catch {
		return false;
	}
}

/** The entries of a list that a user typed with commas, or that an expression gave. */
export function entriesOf(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : (textOf(value) ?? '').split(/[,،;\n]/);
	return parts.map((part) => (textOf(part) ?? '').trim()).filter((part) => part !== '');
}

/**
 * The chats to let through.
 *
 * @param value text with commas, or a list; a list with nothing in it lets nobody through, an empty text everybody
 * @throws InputError naming what is wrong
 */
export function readChats(value: unknown): Set<string> | undefined {
	const entries = entriesOf(value);
	if (entries.length === 0 && !Array.isArray(value)) return undefined;
	if (!entries.every(isChat)) {
		throw new InputError(
			'"Chats" has an entry that is neither a phone number with country code nor a chat ID',
			'Write numbers as 966501234567 or +966 50 123 4567, and groups as 1203630…@g.us, with commas between them.',
		);
	}
	return new Set(entries.map(chatKey));
}

function isAllowedChat({ isGroup, chatId, phone }: TriggerEvent, chats: Set<string>): boolean {
	const written = isGroup ? [chatId] : [chatId, phone];
	return written.some((chat) => {
		if (chat === null) return false;
		const key = phoneOfChatId(chat) ?? chat.toLowerCase().replace(/@g\.us$/, '');
		return chats.has(key);
	});
}

/** Whether an event starts the workflow. Each filter judges only the events that it is about. */
export function passes(event: TriggerEvent, filters: Filters): boolean {
	if (!filters.events.has(event.event)) return false;
	if (event.event === 'message') {
		if (filters.ignoreOwn && event.fromMe) return false;
		if (filters.messageTypes && !filters.messageTypes.has(event.message?.type ?? '')) return false;
	}
	if (event.event === 'ack' && filters.ackStatuses && !filters.ackStatuses.has(event.ack?.status ?? '')) return false;
	if (!IN_CHATS.has(event.event)) return true;
	if (filters.ignoreGroups && event.isGroup) return false;
	return filters.chats === undefined || isAllowedChat(event, filters.chats);
}
