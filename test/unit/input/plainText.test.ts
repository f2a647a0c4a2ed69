import { asObject, isRecord } from '../../../nodes/WhatsLoop/input/records';
import { plainText } from '../../../nodes/WhatsLoop/input/plainText';
import { cleanDigits, withAsciiDigits } from '../../../nodes/WhatsLoop/input/digits';

test.each([
	['a text', ' hello ', ' hello '],
	['a number', 966501234567, '966501234567'],
	['true', true, 'true'],
	['nothing', undefined, ''],
	['null', null, ''],
	['a list', ['a', 1, null, ['b', 'c']], 'a,1,,b,c'],
	['an object', { a: 1 }, '{"a":1}'],
	['a function (JSON has no text for it)', () => 1, ''],
])('the text of %s', (_name, value, text) => {
	expect(plainText(value)).toBe(text);
});

test.each([
	['an object', { a: 1 }, true],
	['an empty object', {}, true],
	['a list', [1], false],
	['null', null, false],
	['nothing', undefined, false],
	['a text', 'a', false],
])('%s is a record or not', (_name, value, expected) => {
	expect(isRecord(value)).toBe(expected);
});

test('an object stays as it is, and anything else becomes the field "data" of one (items of n8n are objects)', () => {
	const record = { a: 1 };
	expect(asObject(record)).toBe(record);
	expect(asObject('a')).toEqual({ data: 'a' });
	expect(asObject([1, 2])).toEqual({ data: [1, 2] });
	expect(asObject(null)).toEqual({ data: null });
});

test('every digit of the region becomes the one from 0 to 9', () => {
	expect(withAsciiDigits('٠١٢٣٤٥٦٧٨٩')).toBe('0123456789');
	expect(withAsciiDigits('۰۱۲۳۴۵۶۷۸۹')).toBe('0123456789');
	expect(withAsciiDigits('a٣-۳b')).toBe('a3-3b');
	expect(cleanDigits(' (+٩٦٦) ۵۰–۱ ')).toBe('+966501');
});
