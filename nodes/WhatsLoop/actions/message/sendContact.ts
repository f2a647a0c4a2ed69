import type { INodeProperties } from 'n8n-workflow';
import { options } from '../../fields/options';
import { readPhone } from '../../fields/phone';
import { readRecipient, recipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

const contactPhone: INodeProperties = {
	displayName: 'Contact Phone',
	name: 'contactPhone',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 966501234567',
	description: 'Phone number on the card, with country code',
};

const contactName: INodeProperties = {
	displayName: 'Contact Name',
	name: 'contactName',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Customer Service',
	description: 'Name on the card',
};

export const sendContact = defineOperation({
	value: 'sendContact',
	name: 'Send Contact',
	action: 'Send a contact',
	description: "Send somebody's name and phone number as a contact card",
	kind: 'send',
	fields: [recipient, contactPhone, contactName, options],
	readValues: (read) => ({
		recipient: readRecipient(read),
		contactPhone: readPhone(read, contactPhone),
		contactName: read.text(contactName),
	}),
});
