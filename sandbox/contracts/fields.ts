/** Why a field is refused. The contracts put it into their own words. */
export interface Problem {
	field: string;
	reason: 'required' | 'invalid' | 'tooLong' | 'tooMany';
	/** The provider's own words, where they are known. */
	message?: string;
	/** For `tooLong` characters, for `tooMany` elements. */
	maximum?: number;
}

/** Looks at a value that is present. */
export type Check = (value: unknown, field: string) => Problem | undefined;

export interface FieldRule {
	/** `present` fields have to be there, but may be an empty text. */
	presence: 'required' | 'present' | 'optional';
	check: Check;
}

export const required = (check: Check): FieldRule => ({ presence: 'required', check });
export const present = (check: Check): FieldRule => ({ presence: 'present', check });
export const optional = (check: Check): FieldRule => ({ presence: 'optional', check });

const invalid = (field: string): Problem => ({ field, reason: 'invalid' });
const isAbsent = (value: unknown) => value === undefined || value === null || value === '';
const isWholeNumber = (value: unknown) => /^-?\d+$/.test(String(value));

/** The first problem of a body or query, if there is any. Fields without a rule are let through. */
export function findProblem(rules: Record<string, FieldRule>, values: Record<string, unknown>): Problem | undefined {
	for (const [field, rule] of Object.entries(rules)) {
		const value = values[field];
		const isMissing =
			rule.presence === 'required' ? isAbsent(value) : value === undefined && rule.presence === 'present';
		if (isMissing) return { field, reason: 'required' };
		if (value === undefined || value === '') continue;
		const problem = rule.check(value, field);
		if (problem) return problem;
	}
	return undefined;
}

/** Length in characters as people count them, not in UTF-16 units. */
export const text =
	(maximum?: number): Check =>
	(value, field) => {
		if (typeof value !== 'string') return invalid(field);
		if (maximum !== undefined && [...value].length > maximum) return { field, reason: 'tooLong', maximum };
		return undefined;
	};

/** Digits with country code, no plus; or a chat id. */
export const recipient: Check = (value, field) =>
	/^([1-9]\d{6,14}|[\d-]+@(s\.whatsapp\.net|c\.us|g\.us|lid))$/.test(String(value)) ? undefined : invalid(field);

/** A number with country code, no plus. */
export const phone: Check = (value, field) => (/^[1-9]\d{6,14}$/.test(String(value)) ? undefined : invalid(field));

/** A web address. */
export const httpUrl: Check = (value, field) =>
	typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value) ? undefined : invalid(field);

/** A whole number, also as text. */
export const wholeNumber =
	(minimum: number): Check =>
	(value, field) =>
		isWholeNumber(value) && Number(value) >= minimum ? undefined : invalid(field);

/** A number between minus and plus `bound`, also as text. */
export const degrees =
	(bound: number): Check =>
	(value, field) =>
		/^-?\d+(\.\d+)?$/.test(String(value)) && Math.abs(Number(value)) <= bound ? undefined : invalid(field);

export const oneOf =
	(...values: string[]): Check =>
	(value, field) =>
		values.includes(String(value)) ? undefined : invalid(field);

/** A list with at least one and at most `maximum` objects, each of which follows the rules. */
export const listOf =
	(rules: Record<string, FieldRule>, maximum = Infinity): Check =>
	(value, field) => {
		if (!Array.isArray(value)) return invalid(field);
		if (value.length === 0) return { field, reason: 'required' };
		if (value.length > maximum) return { field, reason: 'tooMany', maximum };
		for (const [index, element] of value.entries()) {
			if (!isObject(element)) return invalid(`${field}.${index}`);
			const problem = findProblem(rules, element);
			if (problem) return { ...problem, field: `${field}.${index}.${problem.field}` };
		}
		return undefined;
	};

/** Whether a JSON value is an object in the narrow sense. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text, number or boolean as text; anything else, which no rule lets through, is empty. */
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
