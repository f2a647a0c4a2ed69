import {
	bareName,
	firstText,
	firstTime,
	flagOf,
	textOf,
	timeOf,
} from '../../../../nodes/WhatsLoop/trigger/normalise/values';

test.each<[unknown, string | null]>([
	[5, '5'],
	[0, '0'],
	['5', '5'],
	[' a ', ' a '],
	['', null],
	[' \n', null],
	[Number.NaN, null],
	[Number.POSITIVE_INFINITY, null],
	[true, null],
	[null, null],
	[undefined, null],
	[['a'], null],
	[{ a: 1 }, null],
])('%p is read as the text %p', (value, text) => {
	expect(textOf(value)).toBe(text);
});

test('of several places the first one with a text counts', () => {
	const record = { empty: ' ', list: [1], inner: { text: 'a' }, other: 'b' };
	expect(firstText(record, ['missing', 'empty', 'list', 'inner.text', 'other'])).toBe('a');
	expect(firstText(record, ['empty', 'list'])).toBeNull();
});

test.each<[unknown, boolean | undefined]>([
	[true, true],
	[false, false],
	['true', true],
	['TRUE', true],
	['1', true],
	[1, true],
	['false', false],
	['False', false],
	['0', false],
	[0, false],
	['yes', undefined],
	[2, undefined],
	['', undefined],
	[null, undefined],
	[undefined, undefined],
])('%p is read as the flag %p', (value, flag) => {
	expect(flagOf(value)).toBe(flag);
});

describe('a moment', () => {
	test.each<[string, unknown]>([
		['in seconds', 1787429683],
		['in seconds as text', '1787429683'],
		['in milliseconds', 1787429683000],
		['as ISO 8601', '2026-08-22T20:14:43Z'],
		['as ISO 8601 with an offset', '2026-08-22T23:14:43+03:00'],
		['in the two halves of a long number', { low: 1787429683, high: 0 }],
	])('is read %s', (_name, value) => {
		expect(timeOf(value)).toBe('2026-08-22T20:14:43.000Z');
	});

	test('may be a day without a time', () => {
		expect(timeOf('2026-08-22')).toBe('2026-08-22T00:00:00.000Z');
	});

	test.each<[unknown]>([
		[null],
		[undefined],
		[true],
		['yesterday'],
		['on 2026-08-22'],
		['2026-08-2'],
		['2026-8-22'],
		['26-08-22'],
		['2026-13-45'],
		[['2026-08-22']],
		[{ low: '1787429683' }],
		[{ high: 0 }],
	])('is not read from %j', (value) => {
		expect(timeOf(value)).toBeNull();
	});

	test('is looked for in several places, of which the first with a moment counts', () => {
		const record = { empty: '', word: 'soon', inner: { at: 1787429683 }, other: 5 };
		expect(firstTime(record, ['missing', 'empty', 'word', 'inner.at', 'other'])).toBe('2026-08-22T20:14:43.000Z');
		expect(firstTime(record, ['missing', 'word'])).toBeNull();
	});
});

test.each(['message-new', 'MESSAGE_NEW', 'messageNew', 'message.new', 'message new 2'])(
	'%s is the same name as messagenew',
	(name) => {
		expect(bareName(name)).toBe('messagenew');
	},
);

test('a name of 64 characters is one, a longer text is none', () => {
	expect(bareName('a'.repeat(64))).toBe('a'.repeat(64));
	expect(bareName('a'.repeat(65))).toBe('');
});
