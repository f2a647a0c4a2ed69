import { messageId } from '../../fields/messageFields';
import { options } from '../../fields/options';
import { recipient } from '../../fields/recipient';
import type { Operation } from '../operation';

export const sendReaction: Operation = {
	value: 'sendReaction',
	name: 'Send Reaction',
	action: 'React to a message',
	description: 'React to a message with an emoji',
	kind: 'send',
	fields: [
		recipient,
		messageId,
		{
			displayName: 'Emoji',
			name: 'emoji',
			type: 'string',
			default: '',
			required: true,
			description: 'The emoji to react with',
		},
		options,
	],
	readValues: (read) => ({
		recipient: read.recipient(),
		messageId: read.text('messageId', 'Message ID').trim(),
		emoji: read.text('emoji', 'Emoji').trim(),
	}),
};
