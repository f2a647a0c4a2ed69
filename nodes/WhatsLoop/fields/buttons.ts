import type { INodeProperties } from 'n8n-workflow';
import { cleanButtons, type Button } from '../input/buttons';
import type { ParameterReader } from '../input/ParameterReader';
import { cleanPhoneOf } from './phone';

/** In the order in which a person fills them in. */
const buttonFields: INodeProperties[] = [
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Call', value: 'call', description: 'Calls a phone number' },
			{ name: 'Reply', value: 'reply', description: 'Answers with the text on the button' },
			{ name: 'URL', value: 'url', description: 'Opens a web page' },
		],
		default: 'reply',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		default: '',
		placeholder: 'e.g. Confirm',
		description: 'What the button says',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/order/1042',
		displayOptions: { show: { type: ['url'] } },
	},
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		default: '',
		placeholder: 'e.g. 966501234567',
		displayOptions: { show: { type: ['call'] } },
	},
	{
		displayName: 'ID',
		name: 'id',
		type: 'string',
		default: '',
		placeholder: 'e.g. confirm',
		description: 'Tells your workflow which button was tapped. Left empty, buttons are numbered from 1.',
	},
];

export const buttons: INodeProperties = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add button',
	default: { button: [{ type: 'reply', text: '' }] },
	required: true,
	options: [{ displayName: 'Button', name: 'button', values: buttonFields }],
};

/** @throws InputError where there is none, or one is not complete */
export const readButtons = (read: ParameterReader): Button[] =>
	cleanButtons(read.entries(buttons, 'button'), (phone) => cleanPhoneOf(read, phone));
