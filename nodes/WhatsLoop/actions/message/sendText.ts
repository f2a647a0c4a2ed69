import { readText, text } from '../../fields/messageFields';
import { readDisappearAfter, readReplyToMessageId, textOptions } from '../../fields/options';
import { readRecipient, recipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

export const sendText = defineOperation({
	value: 'sendText',
	name: 'Send Text',
	action: 'Send a text',
	description: 'Send a text message to a phone number or group, as a reply if wanted',
	kind: 'send',
	fields: [recipient, text, textOptions],
	readValues: (read) => ({
		recipient: readRecipient(read),
		text: readText(read),
		replyToMessageId: readReplyToMessageId(read),
		disappearAfter: readDisappearAfter(read),
	}),
	words: (values) => ({ text: values.text }),
});
