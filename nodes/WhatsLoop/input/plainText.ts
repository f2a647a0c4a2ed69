/** The text that a value from an expression stands for: a list reads `a,b`, an object is JSON, nothing is an empty text. */
export function plainText(value: unknown): string {
	if (typeof value === 'string') return value;
	if (value === null || value === undefined) return '';
	if (Array.isArray(value)) return value.map(plainText).join(',');
	return JSON.stringify(value) ?? '';
}
