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
		{ name: 'Offline', value: 'unavailable', description: 'Shown to everybody' },
		{ name: 'Online', value: 'available', description: 'Shown to everybody' },
		{ name: 'Recording Audio', value: 'recording', description: 'Shown in one chat' },
		{ name: 'Stopped Typing or Recording', value: 'paused', description: 'Shown in one chat' },
		{ name: 'Typing', value: 'composing', description: 'Shown in one chat' },
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
