import type { INodeProperties } from 'n8n-workflow';
import { phoneOfChatId } from '../../input/chatIdentity';
import { InputError } from '../../input/InputError';
import { cleanPhone } from '../../input/phone';
import { entriesOf } from './entries';

export const chats: INodeProperties = {
	displayName: 'Chats',
	name: 'chats',
	type: 'string',
	default: '',
	placeholder: 'e.g. +966 50 123 4567, 1203630…@g.us',
	description:
		'Only these chats start the workflow: phone numbers and chat IDs with commas between them, or a list by expression. Empty means all.',
};

/**
 * One spelling for all ways to write a chat: digits for a person, the part before the @ for a group.
 *
 * @param chat without white space around it
 * @throws InputError where it is neither
 */
function chatKey(chat: string): string {
	const person = phoneOfChatId(chat);
	if (chat.includes('@')) return person ?? chat.toLowerCase().replace(/@g\.us$/, '');
	if (/^\d{16,}$/.test(chat)) return chat; // the digits of a group's id
	return cleanPhone(chat);
}

function isChat(entry: string): boolean {
	try {
		return chatKey(entry) !== '';
	} catch {
		return false;
	}
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
			`"${chats.displayName}" has an entry that is neither a phone number with country code nor a chat ID`,
			'Write numbers as 966501234567 or +966 50 123 4567, and groups as 1203630…@g.us, with commas between them.',
		);
	}
	return new Set(entries.map(chatKey));
}
