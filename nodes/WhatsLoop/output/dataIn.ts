import type { IDataObject } from 'n8n-workflow';

/** What an answer is about: its `data`, or the whole of it where there is none. */
export function dataIn(body: unknown): unknown {
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	return isObject && 'data' in body ? (body as IDataObject).data : body;
}

/** The same where an object is expected; a list of one counts as its entry. */
export function objectIn(body: unknown): IDataObject {
	const data = dataIn(body);
	const single: unknown = Array.isArray(data) && data.length === 1 ? data[0] : data;
	return typeof single === 'object' && single !== null && !Array.isArray(single) ? (single as IDataObject) : {};
}
