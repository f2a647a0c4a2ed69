import { options } from '../../fields/options';
import { person, readRecipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

export const unblock = defineOperation({
	value: 'unblock',
	name: 'Unblock',
	action: 'Unblock a contact',
	description: 'Let messages of a blocked person arrive again',
	kind: 'change',
	fields: [person, options],
	readValues: (read) => ({ recipient: readRecipient(read) }),
	simplify: ({ values }) => ({ recipient: values.recipient, blocked: false }),
});
