import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../input/records';
import { MAX_RECORDS_READ } from './limits';

/** A record, and the event as it would look if it had come with only this record. */
export interface Enclosed {
	/** Undefined for an entry of a list that is no object. */
	record: IDataObject | undefined;
	raw: IDataObject;
}

/** `{messages: […]}` inside `data`, as servers around WhatsApp clients send it. */
const INNER_FIELDS = ['messages', 'message'];

/**
 * The fields around a list are repeated in the raw event of each item, and n8n stores every item. A thousand copies of
 * this many characters are 1 MB; known envelopes have 300 at most.
 */
const MAX_REPEATED_CHARACTERS = 1000;

/** Known envelopes have two levels. */
const MAX_REPEATED_DEPTH = 5;

/**
 * Roughly how long a value is as JSON. Stops counting beyond `max`.
 *
 * @param without the list, which does not count
 */
function lengthOf(value: unknown, without: unknown[], max: number, depth = 0): number {
	if (typeof value === 'string') return value.length + 2;
	if (typeof value !== 'object' || value === null || value === without) return 8;
	if (depth === MAX_REPEATED_DEPTH) return Infinity;
	let length = 2;
	for (const key in value) {
		length += key.length + 4 + lengthOf((value as IDataObject)[key], without, max - length, depth + 1);
		if (length > max) break;
	}
	return length;
}

/** Whether the fields around a list are few enough to be repeated for each of its entries. */
export const isSmallAround = (body: IDataObject, list: unknown[]): boolean =>
	lengthOf(body, list, MAX_REPEATED_CHARACTERS) <= MAX_REPEATED_CHARACTERS;

/** A copy of `body` with another value in place of the one at `path`. */
function replaceAt(body: IDataObject, [field, ...rest]: string[], value: unknown): IDataObject {
	const replaced = rest.length === 0 ? value : replaceAt(body[field] as IDataObject, rest, value);
	return { ...body, [field]: replaced as IDataObject };
}

/** The value at `path`, without the fields around it. */
const wrapIn = (path: string[], value: unknown): IDataObject =>
	path.reduceRight<unknown>((inner, field) => ({ [field]: inner }), value) as IDataObject;

/**
 * Splits an event that holds a list. Each raw event has one entry in place of the list. Where the fields around the list are
 * too many to be repeated, the first item has the whole event and the others have their entry alone, so that the size of
 * all items stays linear in that of the body.
 *
 * @param path where the list is in `body`
 */
export function splitList(body: IDataObject, path: string[], list: unknown[]): Enclosed[] {
	const isRepeated = isSmallAround(body, list);
	return list.slice(0, MAX_RECORDS_READ).map((entry, index) => ({
		record: isRecord(entry) ? entry : undefined,
		raw: isRepeated ? replaceAt(body, path, entry) : index === 0 ? body : wrapIn(path, entry),
	}));
}

/** The inner list of `{data: {messages: […]}}`. */
function innerList(value: IDataObject): { field: string; list: unknown[] } | undefined {
	if ('key' in value) return undefined; // the record of a client, whose `message` is its content
	for (const field of INNER_FIELDS) {
		const list = value[field];
		if (Array.isArray(list) && list.some(isRecord)) return { field, list };
	}
	return undefined;
}

/** A list with one entry stays in its event as it came. */
const enclosedIn = (body: IDataObject, path: string[], list: unknown[]): Enclosed[] =>
	list.length === 1 ? [{ record: list[0] as IDataObject, raw: body }] : splitList(body, path, list);

/**
 * The records in the first of these fields that holds any: one object, or a list of them.
 *
 * @returns undefined where none of the fields holds a record
 */
export function recordsIn(body: IDataObject, fields: string[]): Enclosed[] | undefined {
	for (const field of fields) {
		const value: unknown = body[field];
		if (isRecord(value)) {
			const inner = innerList(value);
			return inner === undefined ? [{ record: value, raw: body }] : enclosedIn(body, [field, inner.field], inner.list);
		}
		if (Array.isArray(value) && value.some(isRecord)) return enclosedIn(body, [field], value);
	}
	return undefined;
}
