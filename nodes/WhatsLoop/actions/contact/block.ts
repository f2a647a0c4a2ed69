import { options } from '../../fields/options';
import { person } from '../../fields/recipient';
import type { Operation } from '../operation';

export const block: Operation = {
	value: 'block',
	name: 'Block',
	action: 'Block a contact',
	description: 'Block a person, so that their messages no longer arrive',
	kind: 'change',
	fields: [person, options],
	readValues: (read) => ({ recipient: read.recipient() }),
	simplify: ({ values }) => ({ recipient: values.recipient as string, blocked: true }),
};
