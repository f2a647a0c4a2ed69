import type { IDataObject } from 'n8n-workflow';
import type { OutputItem } from './outputItem';

/**
 * Entries as output items, in place: each entry is let go as soon as its item exists, so that a list of many thousand
 * is in memory once and not twice.
 *
 * @param simplify undefined for the entries as they came
 */
export function toItems(entries: IDataObject[], simplify?: (entry: IDataObject) => IDataObject): OutputItem[] {
	const items: Array<IDataObject | OutputItem> = entries;
	for (let index = 0; index < entries.length; index++) {
		items[index] = { json: simplify ? simplify(entries[index]) : entries[index] };
	}
	return items as OutputItem[];
}
