import type { IDataObject } from 'n8n-workflow';
import { InputError } from './InputError';
import { plainText } from './plainText';

export interface Row {
	id: string;
	title: string;
	description?: string;
}

export interface Section {
	title: string;
	rows: Row[];
}

const textOf = (value: unknown) => plainText(value).trim();

/** From the panel rows come as `rows.row[]`; an expression may give the list itself. */
function rowsOf(section: IDataObject): IDataObject[] {
	const rows: unknown = Array.isArray(section.rows) ? section.rows : (section.rows as IDataObject | undefined)?.row;
	return Array.isArray(rows) ? (rows as IDataObject[]) : [];
}

/**
 * The sections of a list message: at least one, none of them empty. Rows without an ID are numbered through the whole
 * list, because the answer names only the row.
 *
 * @param entries as the panel stores them
 * @throws InputError
 */
export function cleanSections(entries: IDataObject[]): Section[] {
	if (entries.length === 0)
		throw new InputError('The list has no section', 'Add one in Sections, with at least one row.');
	let rowNumber = 0;
	const sections = entries.map((section, index) => {
		const place = `section ${index + 1}`;
		const rows = rowsOf(section).map((row): Row => {
			rowNumber++;
			const title = textOf(row.title);
			if (title === '') throw new InputError(`A row in ${place} has no title`, 'Fill it in, or remove the row.');
			const description = textOf(row.description);
			return { id: textOf(row.id) || String(rowNumber), title, ...(description === '' ? {} : { description }) };
		});
		if (rows.length === 0) throw new InputError(`There is no row in ${place}`, 'Add one, or remove the section.');
		return { title: textOf(section.title), rows };
	});
	const ids = sections.flatMap(({ rows }) => rows.map(({ id }) => id));
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	if (twice !== undefined)
		throw new InputError(`Two rows have the ID "${twice}"`, 'Give each its own, or leave the IDs empty.');
	return sections;
}
