import { messageId, readMessageId } from '../../fields/messageFields';
import { options } from '../../fields/options';
import { readRecipient, recipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

export const deleteMessage = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete a message',
	description: 'Delete a message of your own for everybody in the chat',
	kind: 'change',
	fields: [recipient, messageId, options],
	readValues: (read) => ({ recipient: readRecipient(read), messageId: readMessageId(read) }),
	simplify: ({ values: { messageId: id, recipient: chat } }) => ({
		deleted: true,
		messageId: id,
		recipient: chat,
	}),
});
