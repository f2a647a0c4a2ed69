import { textOf } from '../normalise/values';

/** The entries of a list that a user typed with commas, or that an expression gave. */
export function entriesOf(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : (textOf(value) ?? '').split(/[,،;\n]/);
	return parts.map((part) => (textOf(part) ?? '').trim()).filter((part) => part !== '');
}
