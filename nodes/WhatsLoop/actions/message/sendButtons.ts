import type { INodeProperties } from 'n8n-workflow';
import { footer, text } from '../../fields/messageFields';
import { options } from '../../fields/options';
import { recipient } from '../../fields/recipient';
import { readButtons } from '../../input/buttons';
import { checkMediaUrl } from '../../input/mediaType';
import type { ParameterReader } from '../../input/ParameterReader';
import type { Operation } from '../operation';

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
		description: 'Tells your workflow which button was tapped. Left empty, buttons are numbered from 1.',
	},
];

const buttons: INodeProperties = {
	displayName: 'Buttons',
	name: 'buttons',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add button',
	default: { button: [{ type: 'reply', text: '' }] },
	required: true,
	options: [{ displayName: 'Button', name: 'button', values: buttonFields }],
};

const headerType: INodeProperties = {
	displayName: 'Header',
	name: 'headerType',
	type: 'options',
	options: [
		{ name: 'Document', value: 'document' },
		{ name: 'Image', value: 'image' },
		{ name: 'Location', value: 'location' },
		{ name: 'None', value: 'none' },
		{ name: 'Text', value: 'text' },
		{ name: 'Video', value: 'video' },
	],
	default: 'none',
	description: 'What stands above the text',
};

const headerText: INodeProperties = {
	displayName: 'Header Text',
	name: 'headerText',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Your appointment',
	description: 'Heading above the text',
	displayOptions: { show: { headerType: ['text'] } },
};

const headerUrl: INodeProperties = {
	displayName: 'Header URL',
	name: 'headerUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/picture.jpg',
	description: 'Web address of the picture, video or document. WhatsLoop fetches it.',
	displayOptions: { show: { headerType: ['image', 'video', 'document'] } },
};

const headerCoordinate = (
	displayName: string,
	name: string,
	minValue: number,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	description,
	type: 'number',
	typeOptions: { numberPrecision: 8, minValue },
	default: 0,
	required: true,
	displayOptions: { show: { headerType: ['location'] } },
});

/** Reads the fields of each header; those of the others are hidden and hold old values at most. */
const HEADER_VALUES: Record<string, (read: ParameterReader) => Record<string, unknown>> = {
	none: () => ({}),
	text: (read) => ({ headerText: read.text('headerText', 'Header Text') }),
	image: (read) => ({ headerUrl: checkMediaUrl(read.text('headerUrl', 'Header URL'), 'Header URL') }),
	location: (read) => ({
		headerLatitude: read.number('headerLatitude', 'Header Latitude', { min: -90, max: 90 }),
		headerLongitude: read.number('headerLongitude', 'Header Longitude', { min: -180, max: 180 }),
	}),
};
HEADER_VALUES.video = HEADER_VALUES.image;
HEADER_VALUES.document = HEADER_VALUES.image;

export const sendButtons: Operation = {
	value: 'sendButtons',
	name: 'Send Buttons',
	action: 'Send buttons',
	description: 'Send a text with buttons to reply, open a web page or call',
	kind: 'send',
	fields: [
		recipient,
		text,
		buttons,
		headerType,
		headerText,
		headerUrl,
		headerCoordinate('Header Latitude', 'headerLatitude', -90, 'Degrees north of the equator; south is negative'),
		headerCoordinate('Header Longitude', 'headerLongitude', -180, 'Degrees east of Greenwich; west is negative'),
		footer,
		options,
	],
	readValues: (read) => {
		const list = readButtons(read);
		const header = read.text('headerType', 'Header');
		return {
			recipient: read.recipient(),
			text: read.text('text', 'Text'),
			buttons: list,
			hasLinkButtons: list.some(({ type }) => type !== 'reply'),
			// a text above the text is a title of the same request, not a request of its own
			header: header === 'text' ? 'none' : header,
			...(HEADER_VALUES[header] ?? HEADER_VALUES.none)(read),
			footer: read.optionalText('footer'),
		};
	},
};
