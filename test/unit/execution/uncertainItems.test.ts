import type { IExecuteFunctions } from 'n8n-workflow';
import { uncertainItemsError } from '../../../nodes/WhatsLoop/execution/uncertainItems';

const context = {
	getNode: () => ({ name: 'WhatsLoop', parameters: { text: 'a message' } }),
} as unknown as IExecuteFunctions;

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

test.each<[itemIndexes: number[], words: string]>([
	[[2], 'Item 3 (counted from 1) may'],
	[[2, 6], 'Items 3 and 7 (counted from 1) may'],
	[[11, 2, 6], 'Items 3, 7 and 12 (counted from 1) may'],
	[[10, 9], 'Items 10 and 11 (counted from 1) may'],
	[numbers(20), '18, 19 and 20 (counted from 1) may'],
	[numbers(21), '19, 20 and 1 more (counted from 1) may'],
])('items %j are named in order, counted from 1, twenty at most', (itemIndexes, words) => {
	expect(uncertainItemsError(context, itemIndexes).message).toContain(words);
});

test('the error points at the first item, says what to do, and has no parameters (they hold message texts)', () => {
	const itemIndexes = [6, 2];
	const error = uncertainItemsError(context, itemIndexes);
	expect(error.context.itemIndex).toBe(2);
	expect(error.description).toContain('"Retry When Uncertain"');
	expect(error.description).not.toMatch(/[.:,]\S/);
	expect(error.node.parameters).toEqual({});
	expect(itemIndexes).toEqual([6, 2]);
});
