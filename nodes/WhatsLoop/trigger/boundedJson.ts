import { BodyError } from './bodyError';

/**
 * Counted as commas and opening brackets. A thousand messages have some 50,000. Each stands for up to 100 bytes in memory,
 * so that without this limit 5 MB of `{},{},…` would take more than 100 MB.
 */
export const MAX_VALUES = 100_000;

/** Known events have up to 12 levels. n8n stores items with recursive functions, which run out of stack at some 5,000. */
export const MAX_DEPTH = 100;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;

/** How many values all JSON in one body may still have. */
export interface JsonBudget {
	values: number;
}

export const newBudget = (): JsonBudget => ({ values: MAX_VALUES });

/** A quote after an odd number of backslashes belongs to the text. */
function isEscaped(text: string, quote: number): boolean {
	let backslashes = 0;
	while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes++;
	return backslashes % 2 === 1;
}

/** @param start the opening quote */
function endOfString(text: string, start: number): number {
	let quote = text.indexOf('"', start + 1);
	while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
	return quote === -1 ? text.length : quote;
}

/** Counts the characters that open, close and separate values. Nothing has to be built for that. */
function checkSize(text: string, budget: JsonBudget): void {
	let depth = 0;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code === QUOTE) index = endOfString(text, index);
		else if (code === COMMA) budget.values--;
		else if (code === OPENING_BRACE || code === OPENING_BRACKET) {
			budget.values--;
			depth++;
			if (depth > MAX_DEPTH) throw new BodyError(400, 'The body is nested too deeply');
		} else if (code === CLOSING_BRACE || code === CLOSING_BRACKET) depth--;
		if (budget.values < 0) throw new BodyError(413, 'The body has too many values');
	}
}

/**
 * Parses JSON of bounded size.
 *
 * @param budget shared by all JSON texts of one body
 * @returns undefined where the text is no JSON
 * @throws BodyError where it has too many values or levels
 */
export function parseBoundedJson(text: string, budget: JsonBudget): unknown {
	checkSize(text, budget);
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
