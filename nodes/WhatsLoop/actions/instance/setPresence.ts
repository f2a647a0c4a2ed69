import type { INodeProperties } from 'n8n-workflow';
import { options } from '../../fields/options';
import { chat, readRecipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

/** These are shown in one chat; the others hold for everybody. */
const IN_ONE_CHAT = ['composing', 'paused', 'recording'];

const presence: INodeProperties = {
	displayName: 'Presence',
	name: 'presence',
	type: 'options',
	options: [
		{ name: 'Available', value: 'available', description: 'Shown as online' },
		{ name: 'Composing', value: 'composing', description: 'Shown as typing in one chat' },
		{ name: 'Paused', value: 'paused', description: 'No longer shown as typing or recording in one chat' },
		{ name: 'Recording', value: 'recording', description: 'Shown as recording audio in one chat' },
		{ name: 'Unavailable', value: 'unavailable', description: 'Shown as offline' },
	],
	default: 'available',
	description: 'What others see of the account',
};

export const setPresence = defineOperation({
	value: 'setPresence',
	name: 'Set Presence',
	action: 'Set the presence of the account',
	description: 'Show the account as online or offline to all, or as typing or recording in one chat',
	kind: 'change',
	fields: [presence, { ...chat, displayOptions: { show: { presence: IN_ONE_CHAT } } }, options],
	readValues: (read) => {
		const value = read.text(presence);
		return { presence: value, recipient: IN_ONE_CHAT.includes(value) ? readRecipient(read) : undefined };
	},
	simplify: ({ values: { presence: value, recipient } }) => ({
		updated: true,
		presence: value,
		...(recipient === undefined ? {} : { recipient }),
	}),
});
