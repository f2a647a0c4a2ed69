import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../input/records';

/**
 * The entries in the answer to a read. Its shape is not documented: a bare list, a list in `data`, or a list somewhere in
 * an object in `data` (`data.messages`) are understood; a single object counts as a list of one.
 */
export function listIn(body: unknown): IDataObject[] {
	const data: unknown = isRecord(body) && 'data' in body ? body.data : body;
	const list: unknown = isRecord(data) ? (Object.values(data).find(Array.isArray) ?? [data]) : data;
	return Array.isArray(list) ? list.filter(isRecord) : [];
}
