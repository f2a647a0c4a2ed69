import { messageId } from '../../fields/messageFields';
import { options } from '../../fields/options';
import { recipient } from '../../fields/recipient';
import { objectIn } from '../../output/dataIn';
import { simplifyMessage } from '../../output/simplifyMessage';
import type { Operation } from '../operation';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a message',
	description: 'Get one message by its ID',
	kind: 'read',
	fields: [recipient, messageId, options],
	readValues: (read) => ({ recipient: read.recipient(), messageId: read.text('messageId', 'Message ID').trim() }),
	simplify: ({ body }) => simplifyMessage(objectIn(body)),
};
