import type { ListSection } from '../../state/message';
import type { Endpoint } from '../endpoint';
import { listOf, optional, required, requiredByOlderCode, text, type Fields } from '../fields';
import { send } from './send';

const MAX_SECTIONS = 10;
const MAX_ROWS_PER_SECTION = 10;

const rows = listOf(
	{
		// provider code has it under the name rowId
		id: requiredByOlderCode(text(), 'RowID'),
		title: required(text(24), 'Title'),
		description: optional(text(72)),
	},
	{ maximum: MAX_ROWS_PER_SECTION, entryWords: 'Row' },
);
const sections = listOf(
	{ title: requiredByOlderCode(text(), 'Title'), rows: required(rows, 'Rows') },
	{ maximum: MAX_SECTIONS, entryWords: 'Section' },
);

const sectionsOf = (fields: Fields): ListSection[] =>
	fields.list('sections').map((section) => ({
		title: section.optionalText('title'),
		rows: section.list('rows').map((row) => ({
			id: row.text('id'),
			title: row.text('title'),
			description: row.optionalText('description'),
		})),
	}));

/** The list message, with the limits of the documentation. */
export const listSend: Endpoint = send(
	'list/message',
	{
		// in the order in which provider code looks at them
		body: requiredByOlderCode(text(1024), 'Message Body'),
		footer: requiredByOlderCode(text(60), 'Message Footer'),
		title: requiredByOlderCode(text(60), 'Message Title'),
		buttonText: required(text(), 'Message Button Text'),
		sections: required(sections, 'Message Sections'),
	},
	(fields) => ({
		kind: 'list',
		title: fields.optionalText('title'),
		text: fields.optionalText('body'),
		footer: fields.optionalText('footer'),
		list: { buttonText: fields.text('buttonText'), sections: sectionsOf(fields) },
	}),
);
