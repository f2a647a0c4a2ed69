import { options } from '../../fields/options';
import { person, readRecipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

export const block = defineOperation({
	value: 'block',
	name: 'Block',
	action: 'Block a contact',
	description: 'Block a person, so that their messages no longer arrive',
	kind: 'change',
	fields: [person, options],
	readValues: (read) => ({ recipient: readRecipient(read) }),
	simplify: ({ values }) => ({ recipient: values.recipient, blocked: true }),
});
