import { InputError } from '../../../nodes/WhatsLoop/input/InputError';
import { readerOf } from './parameters';

describe('a text', () => {
	test('keeps its white space and line breaks', () => {
		expect(readerOf({ text: '  a\nb  ' }).text('text', 'Text')).toBe('  a\nb  ');
	});

	test.each([
		[0, '0'],
		[false, 'false'],
		[4711, '4711'],
		[new Date(0), '1970-01-01T00:00:00.000Z'],
	])('may be %p, by an expression', (value, expected) => {
		expect(readerOf({ text: value }).text('text', 'Text')).toBe(expected);
	});

	test.each([undefined, null, '', ' ', '\n'])('of %p is empty', (value) => {
		expect(() => readerOf({ text: value }).text('text', 'Text')).toThrow('"Text" is empty');
		expect(readerOf({ text: value }).optionalText('text')).toBeUndefined();
	});

	test.each([{}, { a: 1 }, [], ['a'], Object.create(null)])('is not %p', (value) => {
		expect(() => readerOf({ text: value }).text('text', 'Text')).toThrow(
			'"Text" is not a text but a list or an object',
		);
		expect(() => readerOf({ caption: value }).optionalText('caption')).toThrow(
			'"Caption" is not a text but a list or an object',
		);
	});
});

describe('a number', () => {
	const read = (value: unknown) => readerOf({ n: value }).number('n', 'Number', { min: -5, max: 5 });

	test.each([
		[0, 0],
		['0', 0],
		[' 1.5 ', 1.5],
		[-5, -5],
	])('may be %p', (value, expected) => {
		expect(read(value)).toBe(expected);
	});

	test.each([null, undefined, '', ' ', 'x', true, [], [1], {}, Number.NaN, Infinity, 5.1, '-6', '٣'])(
		'is not %p (nothing becomes 0 by accident)',
		(value) => {
			expect(() => read(value)).toThrow('"Number" is not a number from -5 to 5');
		},
	);
});

describe('the recipient', () => {
	const read = (recipient: unknown, options = {}) => readerOf({ recipient, options }).recipient();

	test.each<[unknown, string]>([
		['+966501234567', '966501234567'],
		[966501234567, '966501234567'],
		[{ mode: 'phone', value: '+966501234567' }, '966501234567'],
		[{ mode: 'list', value: '966501234567@c.us' }, '966501234567@c.us'],
		[{ mode: 'chatId', value: ' 1203@g.us ' }, '1203@g.us'],
		[{ value: '966501234567' }, '966501234567'],
	])('%j is %s', (recipient, expected) => {
		expect(read(recipient)).toBe(expected);
	});

	test.each([
		undefined,
		null,
		'',
		{},
		{ mode: 'phone', value: null },
		{ mode: 'chatId', value: '966501234567' },
		{ mode: 'chatId' },
		[],
	])('%j is refused', (recipient) => {
		expect(() => read(recipient)).toThrow(InputError);
	});
});

describe('a JSON object', () => {
	const read = (value: unknown) => readerOf({}).jsonObject(value, 'Additional Fields');

	test.each([undefined, null, '', '{}', {}])('of %p is empty', (value) => {
		expect(read(value)).toEqual({});
	});

	test.each(['[1]', '"x"', 'null', '5', '{a:1}', 'x', [1], 5, true])('is not %p', (value) => {
		expect(() => read(value)).toThrow('"Additional Fields" is not a JSON object');
	});
});
