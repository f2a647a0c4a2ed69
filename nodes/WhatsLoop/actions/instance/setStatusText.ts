import { optionsWithoutRecipient } from '../../fields/options';
import type { Operation } from '../operation';

export const setStatusText: Operation = {
	value: 'setStatusText',
	name: 'Set Status Text',
	action: 'Set the status text of an instance',
	description: 'Set the "About" text of the account\'s WhatsApp',
	kind: 'change',
	fields: [
		{
			displayName: 'Status Text',
			name: 'statusText',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Open daily from 9 to 22',
			description: 'What others see under "About"',
		},
		optionsWithoutRecipient,
	],
	readValues: (read) => ({ statusText: read.text('statusText', 'Status Text') }),
	simplify: ({ values }) => ({ updated: true, statusText: values.statusText as string }),
};
