import type { INodeProperties } from 'n8n-workflow';
import { options } from '../../fields/options';
import { readPhone } from '../../fields/phone';
import { readRecipient, recipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

const mentionedPhone: INodeProperties = {
	displayName: 'Mentioned Phone',
	name: 'mentionedPhone',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 966501234567',
	description: 'Phone number of the person to mention, with country code',
};

export const sendMention = defineOperation({
	value: 'sendMention',
	name: 'Send Mention',
	action: 'Mention somebody in a chat',
	description: 'Send a message that mentions somebody, so that they are notified',
	kind: 'send',
	fields: [recipient, mentionedPhone, options],
	readValues: (read) => ({ recipient: readRecipient(read), mentionedPhone: readPhone(read, mentionedPhone) }),
});
