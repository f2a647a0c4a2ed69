import { cleanButtons } from '../../../nodes/WhatsLoop/input/buttons';
import { InputError } from '../../../nodes/WhatsLoop/input/InputError';
import { cleanPhone } from '../../../nodes/WhatsLoop/input/phone';

const clean = (...entries: Array<Record<string, unknown>>) => cleanButtons(entries as never, cleanPhone);

describe('the buttons of a message', () => {
	test('are cleaned, and numbered where they have no ID', () => {
		expect(clean({ text: ' Yes ' }, { type: 'reply', text: 'No', id: ' no ' })).toEqual([
			{ type: 'reply', text: 'Yes', id: '1' },
			{ type: 'reply', text: 'No', id: 'no' },
		]);
	});

	test('have a web address or a phone number if their type needs one', () => {
		expect(
			clean(
				{ type: 'url', text: 'Open', url: ' https://example.com/order ' },
				{ type: 'call', text: 'Call', phone: '+966 50 123 4567' },
			),
		).toEqual([
			{ type: 'url', text: 'Open', id: '1', url: 'https://example.com/order' },
			{ type: 'call', text: 'Call', id: '2', phone: '966501234567' },
		]);
	});

	test.each([
		['there is none', [], 'There is no button'],
		['the type is unknown', [{ type: 'video', text: 'A' }], 'The type of button 1 is none of reply, url and call'],
		['the type is a name that every object has', [{ type: 'toString', text: 'A' }], /^The type of button 1/],
		['a text is empty', [{ text: 'A' }, { text: ' ' }], 'The text of button 2 is empty'],
		[
			'two have one ID',
			[
				{ text: 'A', id: 'x' },
				{ text: 'B', id: 'x' },
			],
			'Two buttons have the ID "x"',
		],
		['an ID is the number of another one', [{ text: 'A', id: '2' }, { text: 'B' }], 'Two buttons have the ID "2"'],
		['the address is none', [{ type: 'url', text: 'A', url: 'example' }], /URL of button 1/],
		['the phone number is none', [{ type: 'call', text: 'A', phone: 'later' }], /phone number/],
		['there are four replies', [1, 2, 3, 4].map((text) => ({ text })), /^There are 4 reply buttons.* 3 at most/],
		[
			'the first text is too long',
			[{ text: 'x'.repeat(21) }, { text: 'B' }],
			/^The text of button 1 has 21 characters/,
		],
		['a later text is too long', [{ text: 'A' }, { text: 'x'.repeat(22) }], /^The text of button 2 has 22 characters/],
	])('are refused if %s', (_reason, entries, message) => {
		expect(() => clean(...(entries as Array<Record<string, unknown>>))).toThrow(InputError);
		expect(() => clean(...(entries as Array<Record<string, unknown>>))).toThrow(message);
	});

	test('may be three with twenty characters each, an emoji counted as one', () => {
		expect(clean({ text: 'x'.repeat(20) }, { text: '👍'.repeat(20) }, { text: 'C' })).toHaveLength(3);
	});

	test('may be more and longer if one of them is no reply (no limit is published for these)', () => {
		const link = { type: 'url', text: 'x'.repeat(30), url: 'https://example.com' };
		expect(clean(link, { text: 'A' }, { text: 'B' }, { text: 'C' }, { text: 'D' })).toHaveLength(5);
	});
});
