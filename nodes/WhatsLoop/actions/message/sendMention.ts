import { options } from '../../fields/options';
import { recipient } from '../../fields/recipient';
import type { Operation } from '../operation';

export const sendMention: Operation = {
	value: 'sendMention',
	name: 'Send Mention',
	action: 'Mention somebody in a chat',
	description: 'Send a message that mentions somebody, so that they are notified',
	kind: 'send',
	fields: [
		recipient,
		{
			displayName: 'Mentioned Phone',
			name: 'mentionedPhone',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 966501234567',
			description: 'Phone number of the person to mention, with country code',
		},
		options,
	],
	readValues: (read) => ({ recipient: read.recipient(), mentionedPhone: read.phone('mentionedPhone') }),
};
