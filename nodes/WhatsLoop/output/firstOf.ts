import type { IDataObject } from 'n8n-workflow';
import { readPath } from '../contracts/readPath';
import { plainText } from '../input/plainText';

/** Output field → where it can be in an answer, the likeliest place first. */
export type FieldPaths = Record<string, string[]>;

const isSaid = (value: unknown) => value !== undefined && value !== null && value !== '';

/** The value at the first path that has one. */
export const firstOf = (data: unknown, paths: string[]): unknown =>
	paths.map((path) => (path === '' ? data : readPath(data, path))).find(isSaid);

export const withoutUndefined = (fields: Record<string, unknown>): IDataObject =>
	Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as IDataObject;

/** The known fields of a record. A record without known fields is returned as it is, so that nothing is lost. */
export function simplified(record: IDataObject, fields: Record<string, unknown>): IDataObject {
	const known = withoutUndefined(fields);
	return Object.keys(known).length === 0 ? record : known;
}

/** The fields of the table that an answer has. Answers of reads are not documented, hence several places for each. */
export const pickFields = (data: unknown, table: FieldPaths): IDataObject =>
	withoutUndefined(Object.fromEntries(Object.entries(table).map(([field, paths]) => [field, firstOf(data, paths)])));

/** `true`, `1`, `"true"`, `"1"` and `"yes"` are yes; undefined stays open. */
export function asBoolean(value: unknown): boolean | undefined {
	if (value === undefined) return undefined;
	return /^(true|1|yes)$/i.test(plainText(value));
}
