import type { INodeProperties } from 'n8n-workflow';
import { optionsWithoutRecipient } from '../../fields/options';
import { defineOperation } from '../operation';

const statusText: INodeProperties = {
	displayName: 'Status Text',
	name: 'statusText',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Open daily from 9 to 22',
	description: 'What others see under "About"',
};

export const setStatusText = defineOperation({
	value: 'setStatusText',
	name: 'Set Status Text',
	action: 'Set the status text of the account',
	description: 'Set the "About" text of the account\'s WhatsApp',
	kind: 'change',
	fields: [statusText, optionsWithoutRecipient],
	readValues: (read) => ({ statusText: read.text(statusText) }),
	simplify: ({ values }) => ({ updated: true, statusText: values.statusText }),
});
