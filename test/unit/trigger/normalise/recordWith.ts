/** A record that has a value at one path, such as `body.text`, and beside it the fields of `more`. */
export function recordWith(path: string, value: unknown, more: object = {}): Record<string, never> {
	const record = path.split('.').reduceRight<unknown>((inner, field) => ({ [field]: inner }), value);
	return { ...more, ...(record as Record<string, never>) };
}

/** Each path of a table with what it is for, as rows for `test.each`. */
export const rowsOf = (table: Record<string, string[]>): Array<[field: string, path: string]> =>
	Object.entries(table).flatMap(([field, paths]) => paths.map((path): [string, string] => [field, path]));
