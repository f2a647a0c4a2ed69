import { caption } from '../../../nodes/WhatsLoop/fields/media';
import { text } from '../../../nodes/WhatsLoop/fields/messageFields';
import { readerOf } from './parameters';

describe('a text', () => {
	test('keeps its white space and line breaks', () => {
		expect(readerOf({ text: '  a\nb  ' }).text(text)).toBe('  a\nb  ');
	});

	test.each([
		[0, '0'],
		[false, 'false'],
		[4711, '4711'],
		[new Date(0), '1970-01-01T00:00:00.000Z'],
	])('may be %p, by an expression', (value, expected) => {
		expect(readerOf({ text: value }).text(text)).toBe(expected);
	});

	test.each([undefined, null, '', ' ', '\n'])('of %p is empty', (value) => {
		expect(() => readerOf({ text: value }).text(text)).toThrow('"Text" is empty');
		expect(readerOf({ text: value }).optionalText(text)).toBeUndefined();
	});

	test.each([{}, { a: 1 }, [], ['a'], Object.create(null)])('is not %p', (value) => {
		expect(() => readerOf({ text: value }).text(text)).toThrow('"Text" is not a text but a list or an object');
		expect(() => readerOf({ caption: value }).optionalText(caption)).toThrow(
			'"Caption" is not a text but a list or an object',
		);
	});
});

test('a text that n8n has no value for is empty', () => {
	expect(readerOf({}).optionalText(text)).toBeUndefined();
});

describe('a number', () => {
	const read = (value: unknown) =>
		readerOf({ n: value }).number({ name: 'n', displayName: 'Number' }, { min: -5, max: 5 });

	test.each([
		[0, 0],
		['0', 0],
		[' 1.5 ', 1.5],
		[-5, -5],
		[5, 5],
	])('may be %p', (value, expected) => {
		expect(read(value)).toBe(expected);
	});

	test.each([null, undefined, '', ' ', 'x', true, [], [1], {}, Number.NaN, Infinity, 5.1, '-6', '٣'])(
		'is not %p (no value becomes 0 by accident)',
		(value) => {
			expect(() => read(value)).toThrow('"Number" is not a number from -5 to 5');
		},
	);
});

describe('a switch', () => {
	const isOn = (parameters: Record<string, unknown>) => readerOf(parameters).isOn({ name: 's', displayName: 'Switch' });

	test('is on with true alone, and off if it is missing', () => {
		expect(isOn({ s: true })).toBe(true);
		for (const value of [false, 'true', 1, {}, null]) expect(isOn({ s: value })).toBe(false);
		expect(isOn({})).toBe(false);
	});
});

describe('an entry of a collection', () => {
	const options = { name: 'options', displayName: 'Options' };

	test('is a text without white space around it, and nothing if it was not added', () => {
		expect(readerOf({ options: { caption: ' Hello ' } }).optionText(options, caption)).toBe('Hello');
		expect(readerOf({ options: {} }).optionText(options, caption)).toBeUndefined();
		expect(readerOf({}).optionText(options, caption)).toBeUndefined();
		expect(readerOf({ options: 'no collection' }).option(options, caption)).toBeUndefined();
	});

	test('is one of a list, also if an expression gives the list itself', () => {
		const field = { name: 'buttons', displayName: 'Buttons' };
		expect(readerOf({ buttons: { button: [{ a: 1 }, 'x'] } }).entries(field, 'button')).toEqual([{ a: 1 }, {}]);
		expect(readerOf({ buttons: [{ a: 1 }] }).entries(field, 'button')).toEqual([{ a: 1 }]);
		expect(readerOf({}).entries(field, 'button')).toEqual([]);
	});
});

describe('a JSON object', () => {
	const read = (value: unknown) =>
		readerOf({}).jsonObject(value, { name: 'additionalFields', displayName: 'Additional Fields' });

	test.each([undefined, null, '', '{}', {}])('of %p is empty', (value) => {
		expect(read(value)).toEqual({});
	});

	test.each(['[1]', '"x"', 'null', '5', '{a:1}', 'x', [1], 5, true])('is not %p', (value) => {
		expect(() => read(value)).toThrow('"Additional Fields" is not a JSON object');
	});
});
