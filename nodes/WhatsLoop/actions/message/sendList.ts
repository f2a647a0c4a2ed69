import type { INodeProperties } from 'n8n-workflow';
import { footer, text } from '../../fields/messageFields';
import { options } from '../../fields/options';
import { recipient } from '../../fields/recipient';
import { readSections } from '../../input/sections';
import type { Operation } from '../operation';

const row: INodeProperties = {
	displayName: 'Rows',
	name: 'rows',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add row',
	default: {},
	options: [
		{
			displayName: 'Row',
			name: 'row',
			values: [
				{ displayName: 'Title', name: 'title', type: 'string', default: '', description: 'At most 24 characters' },
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					default: '',
					description: 'At most 72 characters',
				},
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					description: 'Tells your workflow which row was chosen. Left empty, rows are numbered from 1.',
				},
			],
		},
	],
};

const sections: INodeProperties = {
	displayName: 'Sections',
	name: 'sections',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add section',
	default: {},
	required: true,
	description: 'At most 10 sections of at most 10 rows each',
	options: [
		{
			displayName: 'Section',
			name: 'section',
			values: [
				{ displayName: 'Title', name: 'title', type: 'string', default: '', description: 'Heading above the rows' },
				row,
			],
		},
	],
};

export const sendList: Operation = {
	value: 'sendList',
	name: 'Send List',
	action: 'Send a list',
	description: 'Send a text with a list to choose one row from',
	kind: 'send',
	fields: [
		recipient,
		text,
		{
			displayName: 'Button Text',
			name: 'buttonText',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Show times',
			description: 'What the button says that opens the list',
		},
		sections,
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			description: 'Heading above the text. At most 60 characters.',
		},
		footer,
		options,
	],
	readValues: (read) => ({
		recipient: read.recipient(),
		text: read.text('text', 'Text'),
		buttonText: read.text('buttonText', 'Button Text'),
		sections: readSections(read),
		title: read.optionalText('title'),
		footer: read.optionalText('footer'),
	}),
};
