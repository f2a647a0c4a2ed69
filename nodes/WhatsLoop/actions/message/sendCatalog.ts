import type { INodeProperties } from 'n8n-workflow';
import { catalogPhone, readCatalogPhone } from '../../fields/catalogPhone';
import { options } from '../../fields/options';
import { readRecipient, recipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

const title: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	placeholder: 'e.g. Spring collection',
	description: 'Heading of the message',
};

const description: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	placeholder: 'e.g. New abayas from 199 SAR',
	description: 'Text under the heading',
};

export const sendCatalog = defineOperation({
	value: 'sendCatalog',
	name: 'Send Catalog',
	action: 'Send a catalog',
	description: 'Send the link to a WhatsApp catalog of products',
	kind: 'send',
	fields: [recipient, catalogPhone, title, description, options],
	readValues: (read) => ({
		recipient: readRecipient(read),
		catalogPhone: readCatalogPhone(read),
		title: read.optionalText(title),
		description: read.optionalText(description),
	}),
});
