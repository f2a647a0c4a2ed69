import { options } from '../../fields/options';
import { recipient } from '../../fields/recipient';
import type { Operation } from '../operation';

export const sendContact: Operation = {
	value: 'sendContact',
	name: 'Send Contact',
	action: 'Send a contact',
	description: "Send somebody's name and phone number as a contact card",
	kind: 'send',
	fields: [
		recipient,
		{
			displayName: 'Contact Phone',
			name: 'contactPhone',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 966501234567',
			description: 'Phone number on the card, with country code',
		},
		{
			displayName: 'Contact Name',
			name: 'contactName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Customer Service',
			description: 'Name on the card',
		},
		options,
	],
	readValues: (read) => ({
		recipient: read.recipient(),
		contactPhone: read.phone('contactPhone'),
		contactName: read.text('contactName', 'Contact Name'),
	}),
};
