import { messageId } from '../../fields/messageFields';
import { options } from '../../fields/options';
import { recipient } from '../../fields/recipient';
import type { Operation } from '../operation';

export const deleteMessage: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a message',
	description: 'Delete a message of your own for everybody in the chat',
	kind: 'change',
	fields: [recipient, messageId, options],
	readValues: (read) => ({ recipient: read.recipient(), messageId: read.text('messageId', 'Message ID').trim() }),
	simplify: ({ values: { messageId: id, recipient: chat } }) => ({
		deleted: true,
		messageId: id as string,
		recipient: chat as string,
	}),
};
