import { pathOf, runNode } from '../support/fakeNode';

const chats = (count: number) => Array.from({ length: count }, (_, id) => ({ id: `${966500000000 + id}@c.us` }));

describe('lists', () => {
	test('of 100,000 entries come out whole (an argument list that long would overflow the stack)', async () => {
		const { output } = await runNode(
			{ resource: 'chat', operation: 'getAll', returnAll: true },
			{ answer: () => ({ success: true, data: chats(100_000) }) },
		);
		expect(output).toHaveLength(100_000);
		expect(output[99_999]).toMatchObject({ json: { chatId: '966500099999@c.us' }, pairedItem: { item: 0 } });
	});

	test.each(['chat', 'contact', 'group'])('of %s end at the limit, which is 50 if none is given', async (resource) => {
		const answer = () => ({ success: true, data: chats(80) });
		const limited = await runNode({ resource, operation: 'getAll', limit: 7 }, { answer });
		const standard = await runNode({ resource, operation: 'getAll' }, { answer });
		expect(limited.output).toHaveLength(7);
		expect(standard.output).toHaveLength(50);
	});

	test('contain the entries as they came with Simplify off', async () => {
		const { output } = await runNode(
			{ resource: 'chat', operation: 'getAll', options: { simplify: false } },
			{ answer: () => ({ data: [{ id: 'a@c.us', odd: { deep: 1 } }] }) },
		);
		expect(output[0].json).toEqual({ id: 'a@c.us', odd: { deep: 1 } });
	});

	test('of the messages of a group are cut to the limit, newest first (its request knows neither limit nor cursor)', async () => {
		const data = [1, 2, 3].map((time) => ({ id: `m${time}`, time }));
		const { output, requests } = await runNode(
			{ resource: 'group', operation: 'getMessages', group: { mode: 'id', value: '1203@g.us' }, limit: 2 },
			{ answer: () => ({ data }) },
		);
		expect(output.map(({ json }) => json.messageId)).toEqual(['m3', 'm2']);
		expect(requests.map(pathOf)).toEqual(['group/conversation']);
	});
});
