import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../input/records';

/** A record, and the event as it would look if it had come with this record alone. */
export interface Enclosed {
	record: IDataObject;
	raw: IDataObject;
}

/** `{messages: […]}` inside `data`, as servers around WhatsApp clients send it. */
const INNER_FIELDS = ['messages', 'message'];

/**
 * The records in the first of these fields that holds any: one object, or a list of them.
 *
 * @returns undefined where none of the fields holds a record
 */
export function recordsIn(body: IDataObject, fields: string[]): Enclosed[] | undefined {
	for (const field of fields) {
		const value: unknown = body[field];
		if (isRecord(value)) {
			const inner =
				'key' in value
					? undefined
					: recordsIn(
							value,
							INNER_FIELDS.filter((name) => Array.isArray(value[name])),
						);
			return (
				inner?.map(({ record, raw }) => ({ record, raw: { ...body, [field]: raw } })) ?? [{ record: value, raw: body }]
			);
		}
		if (!Array.isArray(value)) continue;
		const records = (value as unknown[]).filter(isRecord);
		if (records.length === 0) continue;
		return value.length === 1
			? [{ record: records[0], raw: body }]
			: records.map((record) => ({ record, raw: { ...body, [field]: record } }));
	}
	return undefined;
}
