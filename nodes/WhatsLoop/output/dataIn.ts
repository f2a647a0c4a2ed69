import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../input/records';

/** What an answer is about: its `data`, or the whole of it where there is none. */
export const dataIn = (body: IDataObject | IDataObject[]): IDataObject[string] =>
	isRecord(body) && 'data' in body ? body.data : body;

/** The same where an object is expected; a list of one counts as its entry. */
export function objectIn(body: IDataObject | IDataObject[]): IDataObject {
	const data: unknown = dataIn(body);
	const single: unknown = Array.isArray(data) && data.length === 1 ? data[0] : data;
	return isRecord(single) ? single : {};
}
