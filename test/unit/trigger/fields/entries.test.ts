import { entriesOf } from '../../../../nodes/WhatsLoop/trigger/fields/entries';

test.each<[string, unknown, string[]]>([
	['text with commas', 'a, b ,c', ['a', 'b', 'c']],
	['text with other separators', 'a،b;c\nd', ['a', 'b', 'c', 'd']],
	['a list with numbers and gaps', [' a ', 5, '', null, ' '], ['a', '5']],
	['nothing', undefined, []],
	['an object', { a: 1 }, []],
])('the entries of %s', (_name, value, entries) => {
	expect(entriesOf(value)).toEqual(entries);
});
