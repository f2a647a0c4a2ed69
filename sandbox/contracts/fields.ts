/** JSON Schema of a value, as OpenAPI 3.1 has it. */
export type JsonSchema = Record<string, unknown>;

/** Why a field is refused. The contracts put it into their own words. */
export interface Problem {
	field: string;
	reason: 'required' | 'invalid' | 'tooLong' | 'tooMany';
	/** The provider's name for the field, if it is known: `Button 2 Extra Data`. */
	words?: string;
	/** For `tooLong` characters, for `tooMany` elements. */
	maximum?: number;
}

/** Looks at a value that is present, and describes the values that it lets through. */
export interface Check {
	(value: unknown, field: string, asOlderCode: boolean): Problem | undefined;
	schema: JsonSchema;
}

/** Puts a check and the description of what it lets through together. */
export const check = (
	schema: JsonSchema,
	look: (value: unknown, field: string, asOlderCode: boolean) => Problem | undefined,
): Check => Object.assign(look, { schema });

export interface FieldRule {
	/**
	 * `present` fields have to be there, but may be an empty text. `requiredByOlderCode` ones are optional, and required
	 * where the sandbox is set to refuse what the provider's code of 2023 refuses.
	 */
	presence: 'required' | 'present' | 'optional' | 'requiredByOlderCode';
	check: Check;
	/** What the provider's code calls the field when it asks for it. */
	words?: string;
}

/** The fields of a body, a query, or an entry of a list, by name. */
export type FieldRules = Record<string, FieldRule>;

export const required = (check: Check, words?: string): FieldRule => ({ presence: 'required', check, words });
export const present = (check: Check): FieldRule => ({ presence: 'present', check });
export const optional = (check: Check): FieldRule => ({ presence: 'optional', check });
export const requiredByOlderCode = (check: Check, words: string): FieldRule => ({
	presence: 'requiredByOlderCode',
	check,
	words,
});

const invalid = (field: string): Problem => ({ field, reason: 'invalid' });
const isAbsent = (value: unknown) => value === undefined || value === null || value === '';
const isWholeNumber = (value: unknown) => /^-?\d+$/.test(String(value));

function isMissing(value: unknown, presence: FieldRule['presence'], asOlderCode: boolean): boolean {
	if (presence === 'present') return value === undefined;
	return isAbsent(value) && (presence === 'required' || (presence === 'requiredByOlderCode' && asOlderCode));
}

/**
 * The first problem of a body or query; undefined if there is none. Fields without a rule pass.
 *
 * @param asOlderCode also refuse what the documentation calls optional and the provider's code of 2023 requires
 */
export function findProblem(
	rules: FieldRules,
	values: Record<string, unknown>,
	asOlderCode: boolean,
): Problem | undefined {
	for (const [field, { presence, check, words }] of Object.entries(rules)) {
		const value = values[field];
		if (isMissing(value, presence, asOlderCode)) return { field, reason: 'required', words };
		if (value === undefined || value === '') continue;
		const problem = check(value, field, asOlderCode);
		if (problem) return { words, ...problem };
	}
	return undefined;
}

/** An object with these fields. What the provider's older code alone requires counts as optional. */
export const schemaOf = (rules: FieldRules): JsonSchema => {
	const needed = Object.keys(rules).filter((field) => ['required', 'present'].includes(rules[field].presence));
	return {
		type: 'object',
		...(needed.length > 0 && { required: needed }),
		properties: Object.fromEntries(Object.entries(rules).map(([field, rule]) => [field, rule.check.schema])),
	};
};

/** Length in characters as people count them, not in UTF-16 units. */
export const text = (maximum?: number): Check =>
	check({ type: 'string', ...(maximum !== undefined && { maxLength: maximum }) }, (value, field) => {
		if (typeof value !== 'string') return invalid(field);
		if (maximum !== undefined && [...value].length > maximum) return { field, reason: 'tooLong', maximum };
		return undefined;
	});

/** What matches a pattern, given as a text. */
const matching = (pattern: RegExp, description: string): Check =>
	check({ type: 'string', pattern: pattern.source, description }, (value, field) =>
		pattern.test(String(value)) ? undefined : invalid(field),
	);

export const recipient = matching(
	/^([1-9]\d{6,14}|[\d-]+@(s\.whatsapp\.net|c\.us|g\.us|lid))$/,
	'Digits with country code and no plus, or a chat ID',
);

export const phone = matching(/^[1-9]\d{6,14}$/, 'Digits with country code and no plus');

export const groupJid = matching(/^[\d-]+@g\.us$/, 'ID of a group');

/** A web address. */
export const httpUrl: Check = check(
	{ type: 'string', format: 'uri', description: 'Web address that opens without logging in' },
	(value, field) =>
		typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value) ? undefined : invalid(field),
);

/** A whole number, also as text. */
export const wholeNumber = (minimum: number): Check =>
	check({ type: 'integer', minimum }, (value, field) =>
		isWholeNumber(value) && Number(value) >= minimum ? undefined : invalid(field),
	);

/** A number between minus and plus `bound`, also as text. */
export const degrees = (bound: number): Check =>
	check({ type: 'number', minimum: -bound, maximum: bound }, (value, field) =>
		/^-?\d+(\.\d+)?$/.test(String(value)) && Math.abs(Number(value)) <= bound ? undefined : invalid(field),
	);

/** One of these values, a number also as text. */
export const oneOf = (...values: Array<string | number>): Check =>
	check({ enum: values }, (value, field) => (values.map(String).includes(String(value)) ? undefined : invalid(field)));

/** Laravel's rule for booleans in a query: it takes 1 and 0 and refuses the words. */
export const oneOrZero = oneOf(1, 0);

/** Whole lists: at most how many entries they have, and what the provider's code calls one. */
interface ListOptions {
	maximum?: number;
	entryWords?: string;
}

/**
 * A list of at least one object, each of which follows the rules.
 *
 * @param rules of an entry, or a function that gives them for an entry
 */
export function listOf(
	rules: FieldRules | ((entry: Record<string, unknown>) => FieldRules),
	{ maximum, entryWords }: ListOptions = {},
): Check {
	const rulesFor = typeof rules === 'function' ? rules : () => rules;
	const schema = {
		type: 'array',
		minItems: 1,
		...(maximum !== undefined && { maxItems: maximum }),
		items: schemaOf(rulesFor({})),
	};
	return check(schema, (value, field, asOlderCode) => {
		if (!Array.isArray(value)) return invalid(field);
		if (value.length === 0) return { field, reason: 'required' };
		if (maximum !== undefined && value.length > maximum) return { field, reason: 'tooMany', maximum };
		for (const [index, entry] of value.entries()) {
			if (!isObject(entry)) return invalid(`${field}.${index}`);
			const problem = findProblem(rulesFor(entry), entry, asOlderCode);
			if (problem) {
				const words = problem.words === undefined ? undefined : `${entryWords} ${index + 1} ${problem.words}`;
				return { ...problem, field: `${field}.${index}.${problem.field}`, words };
			}
		}
		return undefined;
	});
}

/** Whether a JSON value is an object in the narrow sense. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text, number or boolean as text. Anything else becomes an empty text; no rule lets it pass. */
const plainText = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** Values that have passed their rules, read with the type that the rule has promised. */
export class Fields {
	constructor(private readonly values: Record<string, unknown>) {}

	text(field: string): string {
		return plainText(this.values[field]);
	}

	optionalText(field: string): string | undefined {
		return isAbsent(this.values[field]) ? undefined : plainText(this.values[field]);
	}

	number(field: string): number {
		return Number(this.values[field]);
	}

	optionalNumber(field: string): number | undefined {
		return isAbsent(this.values[field]) ? undefined : this.number(field);
	}

	/** A list of objects, each to be read in the same way. */
	list(field: string): Fields[] {
		return (this.values[field] as Array<Record<string, unknown>>).map((element) => new Fields(element));
	}
}
