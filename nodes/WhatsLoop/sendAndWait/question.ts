import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { notAvailableOn } from '../contracts/availability';
import { text as textField } from '../fields/messageFields';
import { options } from '../fields/options';
import { plainText } from '../input/plainText';
import { limitWaitTime } from './waitLimit';
import { wordsFor, type Words } from './words';

// The names and values of these fields are those of n8n's own nodes that wait, because people know them from there.

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

const approvalType: INodeProperties = {
	displayName: 'Type of Approval',
	name: 'approvalType',
	type: 'options',
	options: [
		{ name: 'Approve Only', value: 'single' },
		{ name: 'Approve and Disapprove', value: 'double' },
	],
	default: 'single',
};

const approveLabel: INodeProperties = {
	displayName: 'Approve Label',
	name: 'approveLabel',
	type: 'string',
	default: '',
	placeholder: 'e.g. Approve',
	description: 'What the link and the button say. Left empty, the word in the language of the question.',
};

const disapproveLabel: INodeProperties = {
	displayName: 'Disapprove Label',
	name: 'disapproveLabel',
	type: 'string',
	default: '',
	placeholder: 'e.g. Decline',
	description: 'What the second link and its button say. Left empty, the word in the language of the question.',
	displayOptions: { show: { approvalType: ['double'] } },
};

export const approvalOptions: INodeProperties = {
	displayName: 'Approval Options',
	name: 'approvalOptions',
	type: 'fixedCollection',
	placeholder: 'Add option',
	default: {},
	displayOptions: { show: { responseType: ['approval'] } },
	options: [{ displayName: 'Values', name: 'values', values: [approvalType, approveLabel, disapproveLabel] }],
};

const linkLabel: INodeProperties = {
	displayName: 'Link Label',
	name: 'messageButtonLabel',
	type: 'string',
	default: '',
	placeholder: 'e.g. Respond',
	description: 'What stands before the link in the message. Left empty, the word in the language of the question.',
};

const formTitle: INodeProperties = {
	displayName: 'Form Title',
	name: 'responseFormTitle',
	type: 'string',
	default: '',
	placeholder: 'e.g. Delivery',
	description: 'Heading of the page',
};

const formDescription: INodeProperties = {
	displayName: 'Form Description',
	name: 'responseFormDescription',
	type: 'string',
	default: '',
	placeholder: 'e.g. When shall we bring your order?',
	description: 'Text above the field. Left empty, the text of the message stands there.',
};

const formButtonLabel: INodeProperties = {
	displayName: 'Form Button Label',
	name: 'responseFormButtonLabel',
	type: 'string',
	default: '',
	placeholder: 'e.g. Submit',
	description: 'What the button under the field says. Left empty, the word in the language of the question.',
};

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

const FORM_OPTIONS = [linkLabel, formTitle, formDescription, formButtonLabel];

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

/** Reads a node parameter, with a fallback if the user has not set it. */
export type GetParameter = (name: string, fallback: unknown) => unknown;

export interface Link {
	label: string;
	/** Part of the signed address, so that nobody can change it. */
	query: Record<string, string>;
	isDecline: boolean;
}

/** What is asked, and how it can be answered. The node reads it twice: to send the message, and to show the page. */
export interface Question {
	text: string;
	isFreeText: boolean;
	/** Whether the links come as buttons under the message. */
	hasButtons: boolean;
	links: Link[];
	formTitle: string;
	formDescription: string;
	formButtonLabel: string;
	/** Text of the page after the answer; undefined for the standard one. */
	thanksText: string | undefined;
	words: Words;
}

const said = (value: unknown): string | undefined => {
	const text = plainText(value).trim();
	return text === '' ? undefined : text;
};

/** n8n's own variant of the node, which asks a person before an agent uses a tool, has this field for the text. */
const TOOL_REVIEW_TEXT = 'message';

export function readQuestion(get: GetParameter): Question {
	const text = said(get(textField.name, '')) ?? said(get(TOOL_REVIEW_TEXT, '')) ?? '';
	const given = (get(options.name, {}) ?? {}) as IDataObject;
	const { values } = (get(approvalOptions.name, {}) ?? {}) as { values?: IDataObject };
	const isFreeText = get(responseType.name, responseType.default) === 'freeText';
	const words = wordsFor(text, given[pageLanguage.name]);

	const approve = {
		label: said(values?.[approveLabel.name]) ?? words.approve,
		query: { approved: 'true' },
		isDecline: false,
	};
	const decline = {
		label: said(values?.[disapproveLabel.name]) ?? words.decline,
		query: { approved: 'false' },
		isDecline: true,
	};
	const respond = { label: said(given[linkLabel.name]) ?? words.respond, query: {}, isDecline: false };
	const approval = values?.[approvalType.name] === 'double' ? [approve, decline] : [approve];
	return {
		text,
		isFreeText,
		hasButtons: get(answerBy.name, answerBy.default) === 'buttons',
		links: isFreeText ? [respond] : approval,
		formTitle: said(given[formTitle.name]) ?? '',
		formDescription: said(given[formDescription.name]) ?? text,
		formButtonLabel: said(given[formButtonLabel.name]) ?? words.submit,
		thanksText: said(given[thanksText.name]),
		words,
	};
}
