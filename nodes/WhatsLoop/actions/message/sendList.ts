import type { INodeProperties } from 'n8n-workflow';
import { footer, readFooter, readText, text } from '../../fields/messageFields';
import { options } from '../../fields/options';
import { readRecipient, recipient } from '../../fields/recipient';
import { readSections, sections } from '../../fields/sections';
import { defineOperation } from '../operation';

const buttonText: INodeProperties = {
	displayName: 'Button Text',
	name: 'buttonText',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Show times',
	description: 'What the button says that opens the list',
};

const title: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	placeholder: 'e.g. Delivery times',
	description: 'Heading above the text. At most 60 characters.',
};

export const sendList = defineOperation({
	value: 'sendList',
	name: 'Send List',
	action: 'Send a list',
	description: 'Send a text with a list to choose one row from',
	kind: 'send',
	fields: [recipient, text, buttonText, sections, title, footer, options],
	readValues: (read) => ({
		recipient: readRecipient(read),
		text: readText(read),
		buttonText: read.text(buttonText),
		sections: readSections(read),
		title: read.optionalText(title),
		footer: readFooter(read),
	}),
	words: (values) => ({ text: values.text }),
});
