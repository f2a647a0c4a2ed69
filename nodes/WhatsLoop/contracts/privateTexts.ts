/**
 * Buttons and rows without an ID are numbered. These numbers are not private, and striking them out would damage a
 * text.
 */
const NUMBER_OF_AN_ENTRY = /^\d{1,2}$/;

/** Every text that a user filled in, at any depth. None of them may appear in an error or a log. */
export function privateTextsIn(data: unknown): string[] {
	if (typeof data === 'string') return NUMBER_OF_AN_ENTRY.test(data) ? [] : [data];
	if (typeof data !== 'object' || data === null) return [];
	return Object.values(data).flatMap(privateTextsIn);
}
