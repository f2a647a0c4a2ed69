import type { Resource } from './operation';

/** One of these resource locators names the person or thing that an operation is about. */
const SUBJECTS = ['recipient', 'group'];

/**
 * The line under a node on the canvas: the operation by its name, and the recipient where it is filled in. An expression
 * for the recipient has no value before the workflow has run. It then throws, and without the `try` the whole line would
 * be empty.
 */
export function subtitleOf(resources: Resource[]): string {
	const names = resources.flatMap(({ value, operations }) =>
		operations.map((operation) => [`${value}.${operation.value}`, operation.name]),
	);
	const operation = `(${JSON.stringify(Object.fromEntries(names))})[$parameter["resource"] + "." + $parameter["operation"]]`;
	const subjects = SUBJECTS.map((name) => `$parameter["${name}"]`).join(' || ');
	return `={{ ${operation} + (() => { try { const subject = ${subjects}; return subject ? ": " + subject : "" } catch { return "" } })() }}`;
}
