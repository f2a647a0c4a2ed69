import type { INodeProperties } from 'n8n-workflow';
import { options } from '../../fields/options';
import { person, readRecipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Nathan Smith',
	description: 'The new name',
};

export const rename = defineOperation({
	value: 'rename',
	name: 'Rename',
	action: 'Rename a contact',
	description: 'Change the name under which the account knows a person',
	kind: 'change',
	fields: [person, name, options],
	readValues: (read) => ({ recipient: readRecipient(read), name: read.text(name).trim() }),
	simplify: ({ values }) => ({ recipient: values.recipient, name: values.name }),
});
