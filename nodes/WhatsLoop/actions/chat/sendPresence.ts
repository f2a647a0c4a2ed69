import { options } from '../../fields/options';
import { chat } from '../../fields/recipient';
import type { Operation } from '../operation';

export const sendPresence: Operation = {
	value: 'sendPresence',
	name: 'Send Presence',
	action: 'Show typing or recording in a chat',
	description: 'Show the other side of a chat that you are typing or recording, as a bot does before it answers',
	kind: 'change',
	fields: [
		chat,
		{
			displayName: 'Presence',
			name: 'presence',
			type: 'options',
			options: [
				{ name: 'Recording', value: 'recording', description: 'Shows "recording audio"' },
				{ name: 'Typing', value: 'typing', description: 'Shows "typing"' },
			],
			default: 'typing',
			description: 'What the other side sees',
		},
		options,
	],
	readValues: (read) => ({ recipient: read.recipient(), chatPresence: read.text('presence', 'Presence') }),
	simplify: ({ values }) => ({ recipient: values.recipient as string, presence: values.chatPresence as string }),
};
