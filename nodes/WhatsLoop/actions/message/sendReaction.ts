import type { INodeProperties } from 'n8n-workflow';
import { messageId, readMessageId } from '../../fields/messageFields';
import { options } from '../../fields/options';
import { readRecipient, recipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

const emoji: INodeProperties = {
	displayName: 'Emoji',
	name: 'emoji',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 👍',
	description: 'The emoji to react with',
};

export const sendReaction = defineOperation({
	value: 'sendReaction',
	name: 'Send Reaction',
	action: 'React to a message',
	description: 'React to a message with an emoji',
	kind: 'send',
	fields: [recipient, messageId, emoji, options],
	readValues: (read) => ({
		recipient: readRecipient(read),
		messageId: readMessageId(read),
		emoji: read.text(emoji).trim(),
	}),
});
