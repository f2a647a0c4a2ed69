import type { ListSection } from '../../state/message';
import type { Endpoint } from '../endpoint';
import { listOf, optional, required, text, type Fields } from '../fields';
import { send } from './send';

const MAX_SECTIONS = 10;
const MAX_ROWS_PER_SECTION = 10;

const rows = listOf(
	{ id: optional(text()), title: required(text(24)), description: optional(text(72)) },
	MAX_ROWS_PER_SECTION,
);
const sections = listOf({ title: optional(text()), rows: required(rows) }, MAX_SECTIONS);

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
		sections: required(sections),
		buttonText: required(text()),
		title: optional(text(60)),
		body: optional(text(1024)),
		footer: optional(text(60)),
	},
	(fields) => ({
		kind: 'list',
		title: fields.optionalText('title'),
		text: fields.optionalText('body'),
		footer: fields.optionalText('footer'),
		list: { buttonText: fields.text('buttonText'), sections: sectionsOf(fields) },
	}),
);
