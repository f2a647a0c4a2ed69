import { messageId, readMessageId } from '../../fields/messageFields';
import { options } from '../../fields/options';
import { readRecipient, recipient } from '../../fields/recipient';
import { objectIn } from '../../output/dataIn';
import { simplifyMessage } from '../../output/simplifyMessage';
import { defineOperation } from '../operation';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a message',
	description: 'Get one message by its ID',
	kind: 'read',
	fields: [recipient, messageId, options],
	readValues: (read) => ({ recipient: readRecipient(read), messageId: readMessageId(read) }),
	simplify: ({ body }) => simplifyMessage(objectIn(body)),
});
