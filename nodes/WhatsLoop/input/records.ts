import type { IDataObject } from 'n8n-workflow';

/** Whether a value is an object with fields, and neither a list nor null. */
export const isRecord = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value itself where it is an object; anything else becomes the field `data` of one, because n8n's items are objects. */
export const asObject = (value: unknown): IDataObject =>
	isRecord(value) ? value : { data: value as IDataObject['data'] };
