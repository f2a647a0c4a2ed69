import { options } from '../../fields/options';
import { person } from '../../fields/recipient';
import type { Operation } from '../operation';

export const rename: Operation = {
	value: 'rename',
	name: 'Rename',
	action: 'Rename a contact',
	description: 'Change the name under which the account knows a person',
	kind: 'change',
	fields: [
		person,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Nathan Smith',
			description: 'The new name',
		},
		options,
	],
	readValues: (read) => ({ recipient: read.recipient(), name: read.text('name', 'Name').trim() }),
	simplify: ({ values }) => ({ recipient: values.recipient as string, name: values.name as string }),
};
