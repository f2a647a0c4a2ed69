import * as fc from 'fast-check';
import { MAX_DEPTH, MAX_VALUES, newBudget, parseBoundedJson } from '../../../nodes/WhatsLoop/trigger/boundedJson';

/** The commas and opening brackets of a value's JSON, counted from the value itself. */
function costOf(value: unknown): number {
	if (typeof value !== 'object' || value === null) return 0;
	const entries: unknown[] = Object.values(value);
	return 1 + Math.max(0, entries.length - 1) + entries.map(costOf).reduce((sum, cost) => sum + cost, 0);
}

/** Texts full of what JSON itself is made of. */
const trickyText = fc.array(fc.constantFrom('"', '\\', ',', '[', ']', '{', '}', 'a')).map((parts) => parts.join(''));

const { value } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small' },
		trickyText,
		fc.integer(),
		fc.constant(null),
		fc.array(tie('value'), { maxLength: 5 }),
		fc.dictionary(trickyText, tie('value'), { maxKeys: 5 }),
	),
}));

test('JSON is read as it is, and costs its commas and brackets, but not those in its texts (any value)', () => {
	fc.assert(
		fc.property(value, (json) => {
			const budget = newBudget();
			const text = JSON.stringify(json);
			expect(parseBoundedJson(text, budget)).toEqual(JSON.parse(text));
			expect(MAX_VALUES - budget.values).toBe(costOf(json));
		}),
	);
});

test('JSON that was cut anywhere is none', () => {
	fc.assert(
		fc.property(value, fc.nat(), (json, cut) => {
			const text = JSON.stringify([json]);
			expect(parseBoundedJson(text.slice(0, cut % text.length), newBudget())).toBeUndefined();
		}),
	);
});

test.each([
	['[', ']'],
	['{"a":', '}'],
])('%s may be nested as often as is allowed, and not once more', (open, close) => {
	const nested = (levels: number) => `${open.repeat(levels)}1${close.repeat(levels)}`;
	expect(parseBoundedJson(nested(MAX_DEPTH), newBudget())).toBeDefined();
	expect(() => parseBoundedJson(nested(MAX_DEPTH + 1), newBudget())).toThrow('The body is nested too deeply');
});

test('many values beside each other are not deep', () => {
	expect(parseBoundedJson(`[${'[],{},'.repeat(1000)}1]`, newBudget())).toHaveLength(2001);
});

test('as many values as are allowed are read, and not one more, in one text or over several', () => {
	const list = (values: number) => `[${'1,'.repeat(values - 1)}1]`;
	expect(parseBoundedJson(list(MAX_VALUES), newBudget())).toHaveLength(MAX_VALUES);
	expect(() => parseBoundedJson(list(MAX_VALUES + 1), newBudget())).toThrow('The body has too many values');
	const budget = newBudget();
	parseBoundedJson(list(MAX_VALUES), budget);
	expect(() => parseBoundedJson('[]', budget)).toThrow('The body has too many values');
});
