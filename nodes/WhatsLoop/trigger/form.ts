import type { IDataObject } from 'n8n-workflow';
import { parseBoundedJson, type JsonBudget } from './boundedJson';
import { BodyError } from './bodyError';

/** A thousand records with ten fields each. */
export const MAX_FIELDS = 10_000;

/** Longer names, and names with more steps, are taken as they are written. */
const MAX_STEPS = 10;
const MAX_NAME_CHARACTERS = 1000;

/** Names that reach into an object's prototype. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Fields that hold the whole event as JSON, in a form with one field. */
const WHOLE_EVENT = new Set(['payload', 'body', 'json']);

/**
 * A level of nested names while the fields are put in. A Map has no prototype and no special names, and values that were
 * parsed from JSON are never one, so no name of a field can reach into them.
 */
type Branch = Map<string, unknown>;

/** `data[object][type]` → `data`, `object`, `type`, as PHP and Laravel write them. An empty step, `a[]`, adds to a list. */
function stepsOf(name: string): string[] {
	if (name.length > MAX_NAME_CHARACTERS) return [name];
	const match = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(name);
	if (match === null) return [name];
	const steps = [match[1], ...match[2].slice(1, -1).split('][')];
	return steps.length > MAX_STEPS ? [name] : steps;
}

/** A field may hold JSON of its own, such as `payload={"event": …}`. Words that begin with a bracket are words. */
function valueOf(text: string, budget: JsonBudget): unknown {
	if (!/^\s*[{[]/.test(text)) return text;
	const last = text.trimEnd().slice(-1);
	if (last !== '}' && last !== ']') return text;
	return parseBoundedJson(text, budget) ?? text;
}

/** @returns whether there was a place for the value */
function put(root: Branch, steps: string[], value: unknown): boolean {
	let branch = root;
	for (const step of steps.slice(0, -1)) {
		const key = step === '' ? String(branch.size) : step;
		if (!branch.has(key)) branch.set(key, new Map());
		const next = branch.get(key);
		if (!(next instanceof Map)) return false;
		branch = next as Branch;
	}
	const last = steps[steps.length - 1];
	branch.set(last === '' ? String(branch.size) : last, value);
	return true;
}

/** Objects and lists from the branches: a list where the names are 0, 1, 2 … */
function plain(value: unknown): unknown {
	if (!(value instanceof Map)) return value;
	const branch = value as Branch;
	const indexes = Array.from({ length: branch.size }, (_, index) => String(index));
	if (indexes.every((index) => branch.has(index))) return indexes.map((index) => plain(branch.get(index)));
	return Object.fromEntries([...branch].map(([key, entry]) => [key, plain(entry)]));
}

function countFields(text: string): number {
	let count = 1;
	for (let index = text.indexOf('&'); index !== -1 && count <= MAX_FIELDS; index = text.indexOf('&', index + 1))
		count++;
	return count;
}

/** The whole event in one field. */
function wholeEvent(root: Branch): IDataObject | undefined {
	const [[name, value]] = root;
	const isWhole = root.size === 1 && WHOLE_EVENT.has(name) && typeof value === 'object' && value !== null;
	return isWhole && !Array.isArray(value) && !(value instanceof Map) ? (value as IDataObject) : undefined;
}

/**
 * Reads a form-encoded body, nested names included.
 *
 * @returns undefined where it has no fields that could be an event
 * @throws BodyError where it has too many fields, or too large a JSON in one
 */
export function parseForm(text: string, budget: JsonBudget): IDataObject | undefined {
	if (countFields(text) > MAX_FIELDS) throw new BodyError(413, 'The body has too many fields');
	const root: Branch = new Map();
	for (const [name, encoded] of new URLSearchParams(text)) {
		const steps = stepsOf(name);
		if (name === '' || steps.some((step) => FORBIDDEN.has(step))) continue;
		const value = valueOf(encoded, budget);
		// `a=1&a[b]=2` contradicts itself, so the second is kept under its full name
		if (!put(root, steps, value)) root.set(name, value);
	}
	if (root.size === 0) return undefined;
	return wholeEvent(root) ?? (Object.fromEntries([...root].map(([key, entry]) => [key, plain(entry)])) as IDataObject);
}
