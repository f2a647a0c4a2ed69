import { readButtons } from '../../../nodes/WhatsLoop/fields/buttons';
import { readSections } from '../../../nodes/WhatsLoop/fields/sections';
import { readerOf } from '../input/parameters';

const buttons = (button: unknown, options = {}) => readButtons(readerOf({ buttons: { button }, options }));
const sections = (section: unknown) => readSections(readerOf({ sections: { section } }));

describe('buttons', () => {
	test('are numbered from 1 if they have no ID', () => {
		expect(
			buttons([{ type: 'reply', text: ' Yes ' }, { type: 'reply', text: 'No', id: 'no' }, { text: 'Later' }]),
		).toEqual([
			{ type: 'reply', text: 'Yes', id: '1' },
			{ type: 'reply', text: 'No', id: 'no' },
			{ type: 'reply', text: 'Later', id: '3' },
		]);
	});

	test('for replies are at most three, with at most 20 characters (WhatsApp does not show more)', () => {
		const reply = (text: string) => ({ type: 'reply', text });
		expect(() => buttons(['a', 'b', 'c', 'd'].map(reply))).toThrow(
			'There are 4 reply buttons, WhatsApp shows 3 at most',
		);
		expect(() => buttons([reply('a'), reply('x'.repeat(21))])).toThrow('The text of button 2 has 21 characters');
		expect(buttons([reply('👍'.repeat(20))])).toHaveLength(1);
		expect(
			buttons([...['a', 'b', 'c'].map(reply), { type: 'url', text: 'd', url: 'https://example.com' }]),
		).toHaveLength(4);
	});

	test('for calls have a clean number, completed by the Default Country Code', () => {
		expect(
			buttons([{ type: 'call', text: 'Call', phone: '050 123 4567' }], { defaultCountryCode: '966' })[0].phone,
		).toBe('966501234567');
	});

	test.each<[string, unknown, RegExp]>([
		['none', [], /There is no button/],
		['nothing', undefined, /There is no button/],
		['no text', [{ type: 'reply', text: ' ' }], /text of button 1 is empty/],
		[
			'no address',
			[
				{ type: 'reply', text: 'x' },
				{ type: 'url', text: 'x' },
			],
			/"URL of button 2" is not a web address/,
		],
		['no number', [{ type: 'call', text: 'x' }], /phone number is empty/],
		['an unknown type', [{ type: 'dance', text: 'x' }], /type of button 1 is none of/],
		['a type of every object', [{ type: 'constructor', text: 'x' }], /type of button 1 is none of/],
		[
			'two with one ID',
			[
				{ text: 'x', id: 'a' },
				{ text: 'y', id: 'a' },
			],
			/Two buttons have the ID "a"/,
		],
		['an ID that is the number of another', [{ text: 'x', id: '2' }, { text: 'y' }], /Two buttons have the ID "2"/],
	])('are refused: %s', (_name, button, message) => {
		expect(() => buttons(button)).toThrow(message);
	});
});

describe('sections', () => {
	test('have rows that are numbered through the whole list if they have no ID (an answer names only the row)', () => {
		const read = sections([
			{
				title: ' Monday ',
				rows: {
					row: [
						{ title: ' 9:00 ', description: ' Early ' },
						{ title: '10:00', id: 'ten' },
					],
				},
			},
			{ title: '', rows: { row: [{ title: '11:00', description: '' }] } },
		]);
		expect(read).toEqual([
			{
				title: 'Monday',
				rows: [
					{ id: '1', title: '9:00', description: 'Early' },
					{ id: 'ten', title: '10:00' },
				],
			},
			{ title: '', rows: [{ id: '3', title: '11:00' }] },
		]);
	});

	test.each<[string, unknown, RegExp]>([
		['none', [], /The list has no section/],
		[
			'one without rows',
			[
				{ title: 'x', rows: { row: [{ title: 'x' }] } },
				{ title: 'y', rows: {} },
			],
			/no row in section 2/,
		],
		['a row without title', [{ title: 'x', rows: { row: [{ title: '' }] } }], /row in section 1 has no title/],
		[
			'two rows with one ID (nobody could tell which was chosen)',
			[{ rows: { row: [{ title: 'x', id: '2' }, { title: 'y' }] } }],
			/Two rows have the ID "2"/,
		],
	])('are refused: %s', (_name, section, message) => {
		expect(() => sections(section)).toThrow(message);
	});
});
