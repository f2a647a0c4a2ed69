import type { IDataObject } from 'n8n-workflow';

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The entries in the answer to a read. Its shape is not documented: a bare list, a list in `data`, or a list somewhere in
 * an object in `data` (`data.messages`) are understood; a single object counts as a list of one.
 */
export function listIn(body: unknown): IDataObject[] {
	const data: unknown = isObject(body) && 'data' in body ? body.data : body;
	const list: unknown = isObject(data) ? (Object.values(data).find(Array.isArray) ?? [data]) : data;
	return Array.isArray(list) ? list.filter(isObject) : [];
}
