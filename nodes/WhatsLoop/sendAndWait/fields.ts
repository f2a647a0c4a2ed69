import type { INodeProperties } from 'n8n-workflow';
import { notAvailableOn } from '../contracts/availability';
import { options } from '../fields/options';

/** Names and values are those of n8n's own nodes that wait, so that what people know from there works here. */

export const responseType: INodeProperties = {
	displayName: 'Response Type',
	name: 'responseType',
	type: 'options',
	options: [
		{
			name: 'Approval',
			value: 'approval',
			description: 'One or two links, each of which leads to a page with a button',
		},
		{ name: 'Free Text', value: 'freeText', description: 'A link that leads to a page with a field to write in' },
	],
	default: 'approval',
	description: "How the recipient answers. Opening a link decides nothing, so link previews can't answer.",
};

export const answerBy: INodeProperties = {
	displayName: 'Answer By',
	name: 'answerBy',
	type: 'options',
	options: [
		{
			name: 'Buttons',
			value: 'buttons',
			description:
				`Buttons under the message that open the pages. ${notAvailableOn('message.sendAndWait', 'buttons')}`.trim(),
		},
		{ name: 'Links', value: 'links', description: 'Links at the end of the message, which every WhatsApp shows' },
	],
	default: 'links',
	description: 'How the message leads to the pages',
};

export const approvalOptions: INodeProperties = {
	displayName: 'Approval Options',
	name: 'approvalOptions',
	type: 'fixedCollection',
	placeholder: 'Add option',
	default: {},
	displayOptions: { show: { responseType: ['approval'] } },
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Type of Approval',
					name: 'approvalType',
					type: 'options',
					options: [
						{ name: 'Approve Only', value: 'single' },
						{ name: 'Approve and Disapprove', value: 'double' },
					],
					default: 'single',
				},
				{
					displayName: 'Approve Label',
					name: 'approveLabel',
					type: 'string',
					default: '',
					placeholder: 'e.g. Approve',
					description: 'What the link and the button say. Left empty, the word in the language of the question.',
				},
				{
					displayName: 'Disapprove Label',
					name: 'disapproveLabel',
					type: 'string',
					default: '',
					placeholder: 'e.g. Decline',
					description: 'What the second link and its button say. Left empty, the word in the language of the question.',
					displayOptions: { show: { approvalType: ['double'] } },
				},
			],
		},
	],
};

const limitWaitTime: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	default: { values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' } },
	description: 'When to go on without an answer. The output is then the input item.',
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Limit Type',
					name: 'limitType',
					type: 'options',
					options: [
						{ name: 'After Time Interval', value: 'afterTimeInterval' },
						{ name: 'At Specified Time', value: 'atSpecifiedTime' },
					],
					default: 'afterTimeInterval',
				},
				{
					displayName: 'Amount',
					name: 'resumeAmount',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 1,
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
				},
				{
					displayName: 'Unit',
					name: 'resumeUnit',
					type: 'options',
					options: [
						{ name: 'Days', value: 'days' },
						{ name: 'Hours', value: 'hours' },
						{ name: 'Minutes', value: 'minutes' },
					],
					default: 'hours',
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
				},
				{
					displayName: 'Max Date and Time',
					name: 'maxDateAndTime',
					type: 'dateTime',
					default: '',
					displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
				},
			],
		},
	],
};

const FORM_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Link Label',
		name: 'messageButtonLabel',
		type: 'string',
		default: '',
		placeholder: 'e.g. Respond',
		description: 'What stands before the link in the message. Left empty, the word in the language of the question.',
	},
	{
		displayName: 'Form Title',
		name: 'responseFormTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. Delivery',
		description: 'Heading of the page',
	},
	{
		displayName: 'Form Description',
		name: 'responseFormDescription',
		type: 'string',
		default: '',
		placeholder: 'e.g. When shall we bring your order?',
		description: 'Text above the field. Left empty, the text of the message stands there.',
	},
	{
		displayName: 'Form Button Label',
		name: 'responseFormButtonLabel',
		type: 'string',
		default: '',
		placeholder: 'e.g. Submit',
		description: 'What the button under the field says. Left empty, the word in the language of the question.',
	},
];

const pageLanguage: INodeProperties = {
	displayName: 'Page Language',
	name: 'pageLanguage',
	type: 'options',
	options: [
		{ name: 'Arabic', value: 'ar' },
		{ name: 'English', value: 'en' },
		{ name: 'Like the Question', value: 'auto' },
	],
	default: 'auto',
	description: 'Language and direction of the pages, and of the words that you leave to the node',
};

const thanksText: INodeProperties = {
	displayName: 'Thank-You Text',
	name: 'thanksText',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. We will call you within an hour.',
	description: 'Text of the page after the answer, under the repeated answer',
};

/** As one collection, because a property may stand only once for an operation; the form's options hide with the form. */
export const waitOptions: INodeProperties = {
	...options,
	options: [
		...options.options,
		...FORM_OPTIONS.map((option) => ({ ...option, displayOptions: { show: { '/responseType': ['freeText'] } } })),
		limitWaitTime,
		pageLanguage,
		thanksText,
	],
};
