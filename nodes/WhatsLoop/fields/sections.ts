import type { INodeProperties } from 'n8n-workflow';
import type { ParameterReader } from '../input/ParameterReader';
import { cleanSections, type Section } from '../input/sections';

const rows: INodeProperties = {
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
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'e.g. 10:00',
					description: 'At most 24 characters',
				},
				{
					displayName: 'Description',
					name: 'description',
					type: 'string',
					default: '',
					placeholder: 'e.g. With Dr Salma',
					description: 'At most 72 characters',
				},
				{
					displayName: 'ID',
					name: 'id',
					type: 'string',
					default: '',
					placeholder: 'e.g. slot-10',
					description: 'Tells your workflow which row was chosen. Left empty, rows are numbered from 1.',
				},
			],
		},
	],
};

export const sections: INodeProperties = {
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
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'e.g. Tomorrow',
					description: 'Heading above the rows',
				},
				rows,
			],
		},
	],
};

/** @throws InputError where there is none, or one is not complete */
export const readSections = (read: ParameterReader): Section[] => cleanSections(read.entries(sections, 'section'));
