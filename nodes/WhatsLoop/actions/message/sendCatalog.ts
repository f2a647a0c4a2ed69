import { catalogPhone } from '../../fields/catalogPhone';
import { options } from '../../fields/options';
import { recipient } from '../../fields/recipient';
import type { Operation } from '../operation';

export const sendCatalog: Operation = {
	value: 'sendCatalog',
	name: 'Send Catalog',
	action: 'Send a catalog',
	description: 'Send the link to a WhatsApp catalog of products',
	kind: 'send',
	fields: [
		recipient,
		catalogPhone,
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			description: 'Heading of the message',
		},
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			default: '',
			description: 'Text under the heading',
		},
		options,
	],
	readValues: (read) => ({
		recipient: read.recipient(),
		catalogPhone: read.phone('catalogPhone'),
		title: read.optionalText('title'),
		description: read.optionalText('description'),
	}),
};
