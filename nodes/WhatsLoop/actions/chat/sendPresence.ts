import type { INodeProperties } from 'n8n-workflow';
import { options } from '../../fields/options';
import { chat, readRecipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

const presence: INodeProperties = {
	displayName: 'Presence',
	name: 'presence',
	type: 'options',
	options: [
		{ name: 'Recording Audio', value: 'recording' },
		{ name: 'Typing', value: 'typing' },
	],
	default: 'typing',
	description: 'What the other side sees',
};

export const sendPresence = defineOperation({
	value: 'sendPresence',
	name: 'Send Presence',
	action: 'Show typing or recording in a chat',
	description: 'Show the other side of a chat that you are typing or recording, as a bot does before it answers',
	kind: 'change',
	fields: [chat, presence, options],
	readValues: (read) => ({ recipient: readRecipient(read), presence: read.text(presence) }),
	simplify: ({ values }) => ({ recipient: values.recipient, presence: values.presence }),
});
