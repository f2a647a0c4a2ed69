import type { IDataObject } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

/** More fields, or deeper ones, are no event. */
const MAX_FIELDS = 1000;
const MAX_DEPTH = 10;

/** Names that reach into an object's prototype. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

type Branch = Record<string, unknown>;

/** `data[object][type]` → `data`, `object`, `type`, as PHP and Laravel write them. */
const stepsOf = (name: string) => name.split(/[[\]]+/).filter((step, index) => index === 0 || step !== '');

/** A field may hold JSON of its own, such as `payload={"event": …}`. */
function valueOf(text: string): unknown {
	return /^\s*[{[]/.test(text) ? jsonParse<unknown>(text, { fallbackValue: text }) : text;
}

function put(target: Branch, steps: string[], value: unknown): void {
	let branch = target;
	for (const step of steps.slice(0, -1)) {
		if (typeof branch[step] !== 'object' || branch[step] === null) branch[step] = {};
		branch = branch[step] as Branch;
	}
	branch[steps[steps.length - 1]] = value;
}

/** `{0: a, 1: b}` is how a list looks after its fields were put in one by one. */
function withLists(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	const entries = Object.entries(value);
	const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
	return isList
		? entries.map(([, entry]) => withLists(entry))
		: Object.fromEntries(entries.map(([key, entry]) => [key, withLists(entry)]));
}

/**
 * Reads a form-encoded body, nested names included.
 *
 * @returns undefined where it has no fields that could be an event
 */
export function parseForm(text: string): IDataObject | undefined {
	const fields = [...new URLSearchParams(text)].filter(([name]) => name !== '').slice(0, MAX_FIELDS);
	const result: Branch = {};
	for (const [name, value] of fields) {
		const steps = stepsOf(name);
		if (steps.length > MAX_DEPTH || steps.some((step) => FORBIDDEN.has(step))) continue;
		put(result, steps, valueOf(value));
	}
	const names = Object.keys(result);
	if (names.length === 0) return undefined;
	// the whole event in one field, whatever that is called
	const [only] = names;
	const inner = result[only];
	if (
		names.length === 1 &&
		['payload', 'body', 'json'].includes(only) &&
		typeof inner === 'object' &&
		inner !== null &&
		!Array.isArray(inner)
	) {
		return inner as IDataObject;
	}
	return withLists(result) as IDataObject;
}
