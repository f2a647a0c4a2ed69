import { InputError } from '../../../nodes/WhatsLoop/input/InputError';
import { cleanSections } from '../../../nodes/WhatsLoop/input/sections';

const clean = (...entries: unknown[]) => cleanSections(entries as never);

describe('the sections of a list', () => {
	test('are cleaned, and their rows numbered through the whole list (an answer names only the row)', () => {
		expect(
			clean(
				{
					title: ' Food ',
					rows: {
						row: [
							{ title: ' Pizza ', description: ' hot ' },
							{ title: 'Salad', id: ' s ' },
						],
					},
				},
				{ title: '', rows: { row: [{ title: 'Tea', description: ' ' }] } },
			),
		).toEqual([
			{
				title: 'Food',
				rows: [
					{ id: '1', title: 'Pizza', description: 'hot' },
					{ id: 's', title: 'Salad' },
				],
			},
			{ title: '', rows: [{ id: '3', title: 'Tea' }] },
		]);
	});

	test('may have their rows as a list (from an expression)', () => {
		expect(clean({ title: 'Food', rows: [{ title: 'Pizza' }] })).toEqual([
			{ title: 'Food', rows: [{ id: '1', title: 'Pizza' }] },
		]);
	});

	test.each([
		['there is none', [], 'The list has no section'],
		['one has no rows', [{ title: 'Food' }], 'There is no row in section 1'],
		['the rows of one are no list', [{ title: 'Food', rows: { row: 'Pizza' } }], 'There is no row in section 1'],
		['a row has no title', [{ rows: [{ title: 'A' }] }, { rows: [{ title: ' ' }] }], 'A row in section 2 has no title'],
		['two rows have one ID', [{ rows: [{ title: 'A', id: '2' }, { title: 'B' }] }], 'Two rows have the ID "2"'],
	])('are refused if %s', (_reason, entries, message) => {
		expect(() => clean(...entries)).toThrow(InputError);
		expect(() => clean(...entries)).toThrow(message);
	});
});
