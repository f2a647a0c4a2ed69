import type { INodeProperties } from 'n8n-workflow';
import { notAvailableOn } from '../contracts/availability';
import { cleanChatId } from '../input/chatIdentity';
import { InputError } from '../input/InputError';
import { plainText } from '../input/plainText';
import type { ParameterReader } from '../input/ParameterReader';
import { cleanPhoneOf } from './phone';
import { chosenIn } from './resourceLocator';

/** Every operation on a chat shares this field, so its value stays when the operation is switched. */
export const recipient: INodeProperties = {
	displayName: 'Recipient',
	name: 'recipient',
	type: 'resourceLocator',
	default: { mode: 'phone', value: '' },
	required: true,
	description: 'Who the message is for, or whose chat it is in',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a contact or group',
			hint: `Contacts and groups of the account. ${notAvailableOn('contact.getAll')}`.trim(),
			typeOptions: { searchListMethod: 'searchRecipients', searchable: true },
		},
		{
			displayName: 'Phone',
			name: 'phone',
			type: 'string',
			placeholder: 'e.g. 966501234567',
			hint: 'With country code. Spaces, dashes, + and 00 are fine, and so are Arabic digits.',
		},
		{
			displayName: 'Chat ID',
			name: 'chatId',
			type: 'string',
			placeholder: 'e.g. 120363041234567890@g.us',
			hint: 'The ID of a group or chat, as WhatsLoop gives it',
		},
	],
};

/** A chat of the account, with a person or a group. */
export const chat: INodeProperties = {
	...recipient,
	displayName: 'Chat',
	description: 'Phone number of the person whose chat it is, or the ID of a group',
};

/** A person, known to the account or not. */
export const person: INodeProperties = {
	...recipient,
	displayName: 'Contact',
	description: 'Phone number of the person, with country code',
};

function readChatId(input: unknown): string {
	const text = plainText(input).trim();
	if (!text.includes('@')) {
		throw new InputError(
			'The chat ID has no @',
			'A chat ID looks like 966501234567@c.us or 1203630…@g.us. For a phone number choose Phone.',
		);
	}
	return cleanChatId(text);
}

function readAnew(read: ParameterReader): string {
	const { mode, value } = chosenIn(read.raw(recipient, ''));
	return mode === 'chatId' ? readChatId(value) : cleanPhoneOf(read, value);
}

/** Kept per reader, because the recipient is read twice, and an expression takes n8n as long as sending the message. */
const known = new WeakMap<ParameterReader, string>();

/**
 * Who a message is for: a phone number or a chat ID, from the resource locator or from an expression that gives a text.
 *
 * @throws InputError with the fix in it
 */
export function readRecipient(read: ParameterReader): string {
	const found = known.get(read) ?? readAnew(read);
	known.set(read, found);
	return found;
}
