import { cleanDigits, withAsciiDigits, withoutInvisible } from './digits';
import { InputError } from './InputError';
import { plainText } from './plainText';

/** Chats with one person. WhatsApp writes the same chat in both ways. */
const PERSON_DOMAINS = ['c.us', 's.whatsapp.net'];

/** A person behind a hidden number has devices, too. */
const DOMAINS_WITH_DEVICES = [...PERSON_DOMAINS, 'lid'];

/** Longer texts are no chat IDs; the longest known one has 38 characters. */
const MAX_CHARACTERS = 100;

/** `:12` names one device of a person, and `.0` or `_1` before it an agent of it (as Baileys writes it). */
const DEVICE = /(?:[._]\d{1,3})?:\d{1,3}$/;

function tidyPerson(user: string): string {
	const withoutDevice = withoutInvisible(withAsciiDigits(user)).replace(DEVICE, '');
	const digits = cleanDigits(withoutDevice).replace(/^\+?(?:00)*/, '');
	return /^\d+$/.test(digits) ? digits : user;
}

/** Parts of a chat ID: what is before the last @, and the domain behind it in lower case. */
function splitChatId(text: string): { user: string; domain: string } {
	const at = text.lastIndexOf('@');
	return { user: text.slice(0, at), domain: text.slice(at + 1).toLowerCase() };
}

/**
 * A chat ID in the form in which WhatsApp writes it: domain in lower case, digits from 0 to 9, no plus, no device.
 *
 * @param chatId a text with an @
 * @returns the text without white space around it where its form is not known
 */
export function tidyChatId(chatId: string): string {
	const text = chatId.trim();
	if (text.length > MAX_CHARACTERS) return text;
	const { user, domain } = splitChatId(withoutInvisible(withAsciiDigits(text)));
	if (DOMAINS_WITH_DEVICES.includes(domain)) return `${tidyPerson(user)}@${domain}`;
	if (domain === 'g.us') return `${user}@${domain}`;
	return text;
}

/** How the part before the @ looks, by domain (as the libraries Baileys and whatsapp-web.js name chats). */
const USERS: Record<string, RegExp> = {
	'c.us': /^\d{5,15}$/,
	's.whatsapp.net': /^\d{5,15}$/,
	lid: /^\d+$/,
	'g.us': /^\d+(-\d+)?$/,
	broadcast: /^(status|\d+)$/,
	newsletter: /^\d+$/,
};

/**
 * A chat ID to send to, tidied.
 *
 * @throws InputError where it has not the form of one
 */
export function cleanChatId(chatId: string): string {
	const tidy = tidyChatId(chatId);
	const { user, domain } = splitChatId(tidy);
	if (Object.hasOwn(USERS, domain) && USERS[domain].test(user)) return tidy;
	throw new InputError(
		'The text with an @ is not a chat ID of WhatsApp. Nothing was sent.',
		'A chat ID looks like 966501234567@c.us for a person, or 120363041234567890@g.us for a group.',
	);
}

/**
 * Numbers that WhatsApp holds for the same person as another one. In Mexico the 1 after the country code is no longer
 * dialled, in Argentina the 9 marks a mobile, and in Brazil mobiles got a ninth digit; chats still have the one or the
 * other form (WhatsApp Business Platform, "Phone numbers" of the Cloud API; ITU-T E.164 national numbering plans).
 * Brazilian landlines start with 2 to 5, and never got a ninth digit.
 */
const SAME_PERSON: Array<[written: RegExp, canonical: string]> = [
	[/^521(\d{10})$/, '52$1'],
	[/^549(\d{10})$/, '54$1'],
	[/^55(\d{2})9([6-9]\d{7})$/, '55$1$2'],
];

const samePerson = (digits: string) =>
	SAME_PERSON.reduce((number, [written, canonical]) => number.replace(written, canonical), digits);

/**
 * One name for each chat, however it is written: for the order within a chat, and to find out whether two messages went to
 * the same one. Not for sending: WhatsLoop gets what the user filled in, tidied.
 *
 * @param recipient a phone number or a chat ID
 * @returns digits for a person, the ID for groups and others
 */
export function chatIdentity(recipient: string): string {
	const text = recipient.trim();
	if (!text.includes('@')) return samePerson(tidyPerson(text));
	const { user, domain } = splitChatId(tidyChatId(text));
	if (PERSON_DOMAINS.includes(domain) && /^\d+$/.test(user)) return samePerson(user);
	return `${user}@${domain}`;
}

/** A number as people write it. */
const WRITTEN_NUMBER = /^\+?[\d\s\-().]{7,24}$/;

/** E.164 allows 15 digits. Bare IDs of groups are longer. */
const BARE_PHONE = /^\d{7,15}$/;

/**
 * The phone number behind the ID of a chat or a person. A number by itself counts as one, however it is written.
 *
 * @returns digits, or null for a group, a broadcast list, or an ID that hides the number (`…@lid`)
 */
export function phoneOfChatId(chatId: unknown): string | null {
	const text = plainText(chatId).trim();
	if (text.includes('@')) {
		const { user, domain } = splitChatId(tidyChatId(text));
		return PERSON_DOMAINS.includes(domain) && USERS[domain].test(user) ? user : null;
	}
	const number = text.replace(/^(\d+):\d{1,3}$/, '$1');
	const digits = number.replace(/\D/g, '');
	return WRITTEN_NUMBER.test(number) && BARE_PHONE.test(digits) ? digits : null;
}

/** Whether an ID is that of a group. */
export const isGroupId = (id: string | null | undefined): boolean => id?.toLowerCase().endsWith('@g.us') ?? false;
