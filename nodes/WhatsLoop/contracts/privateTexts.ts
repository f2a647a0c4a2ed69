/** Phone numbers and chat ids keep their last four digits in errors, so they are not struck out whole. */
const NUMBER_OR_ID = /^[+\d]+(@\S+)?$/;

/** Every text in what a user filled in, however deep: none of them may come back in an error or a log. */
export function privateTextsIn(data: unknown): string[] {
	if (typeof data === 'string') return NUMBER_OR_ID.test(data) ? [] : [data];
	if (typeof data !== 'object' || data === null) return [];
	return Object.values(data).flatMap(privateTextsIn);
}
