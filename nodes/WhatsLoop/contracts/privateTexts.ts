/** Buttons and rows are numbered where they have no id; striking these numbers would only make holes in a text. */
const NUMBER_OF_AN_ENTRY = /^\d{1,2}$/;

/** Every text in what a user filled in, however deep: none of them may come back in an error or a log. */
export function privateTextsIn(data: unknown): string[] {
	if (typeof data === 'string') return NUMBER_OF_AN_ENTRY.test(data) ? [] : [data];
	if (typeof data !== 'object' || data === null) return [];
	return Object.values(data).flatMap(privateTextsIn);
}
