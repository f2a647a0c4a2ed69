import type { IDataObject } from 'n8n-workflow';
import { conversationPages } from '../../../nodes/WhatsLoop/paging/conversationPages';
import type { Values } from '../../../nodes/WhatsLoop/contracts/contract';

/** `count` messages, the oldest first. Every fourth one has the same second as the one before. */
const messages = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({
		key: { id: `M${index}`, fromMe: index % 2 === 0, remoteJid: '966501234567@s.whatsapp.net' },
		messageTimestamp: 1_700_000_000 + index - (index % 4 === 3 ? 1 : 0),
	}));

type Order = 'oldestFirst' | 'newestFirst';

/** A service that gives the messages before the cursor, in pages of at most `ceiling`. */
function service(all: IDataObject[], { order = 'oldestFirst' as Order, ceiling = Infinity } = {}) {
	const asked: Values[] = [];
	const request = async (values: Values) => {
		asked.push(values);
		const { cursorId, limit } = values as { cursorId?: string; limit: number };
		const end = cursorId === undefined ? all.length : all.findIndex(({ key }) => (key as IDataObject).id === cursorId);
		const page = all.slice(Math.max(0, end - Math.min(limit, ceiling)), end);
		return { success: true, data: order === 'oldestFirst' ? page : [...page].reverse() };
	};
	return { request, asked };
}

const idsOf = async (pages: AsyncGenerator<IDataObject[]>) => {
	const ids: unknown[] = [];
	for await (const page of pages) ids.push(...page.map(({ key }) => (key as IDataObject).id));
	return ids;
};

const newestFirst = (all: IDataObject[]) => all.map(({ key }) => (key as IDataObject).id).reverse();

describe('the messages of a chat', () => {
	test.each<[Order, number]>([
		['oldestFirst', Infinity],
		['newestFirst', Infinity],
		['oldestFirst', 7],
		['newestFirst', 30],
	])('all come, each once, newest first, from a service that lists %s in pages of up to %d', async (order, ceiling) => {
		const all = messages(257);
		const { request } = service(all, { order, ceiling });
		expect(await idsOf(conversationPages(request, '966501234567'))).toEqual(newestFirst(all));
	});

	test('follow the cursor of the oldest message seen, which includes whether the account sent it', async () => {
		const { request, asked } = service(messages(150));
		await idsOf(conversationPages(request, '966501234567'));
		expect(asked[0]).toEqual({ recipient: '966501234567', limit: 100 });
		expect(asked[1]).toEqual({ recipient: '966501234567', limit: 100, cursorId: 'M50', cursorFromMe: true });
	});

	test('follow the cursor that the answer names, if it names one', async () => {
		const pages: Record<string, unknown> = {
			'': { data: { messages: [{ id: 'b', time: 2 }], cursor: { id: 'x-1', fromMe: false } } },
			'x-1': { data: { messages: [{ id: 'a', time: 1 }] } },
			a: { data: { messages: [] } },
		};
		const asked: unknown[] = [];
		const request = async ({ cursorId = '' }: Values) => {
			asked.push(cursorId);
			return pages[cursorId as string];
		};
		const seen: unknown[] = [];
		for await (const page of conversationPages(request, 'r')) seen.push(...page.map(({ id }) => id));
		expect(seen).toEqual(['b', 'a']);
		expect(asked).toEqual(['', 'x-1', 'a']);
	});

	test.each([1, 99, 100, 101, 200])('end at the limit of %d, and no more messages are requested', async (limit) => {
		const all = messages(257);
		const { request, asked } = service(all);
		expect(await idsOf(conversationPages(request, 'r', limit))).toEqual(newestFirst(all).slice(0, limit));
		expect(asked.reduce((sum, values) => sum + (values.limit as number), 0)).toBe(limit);
	});

	test('end if the service ignores the cursor (reading would never end)', async () => {
		const all = messages(20);
		let requests = 0;
		const request = async () => {
			requests += 1;
			return { data: all };
		};
		expect(await idsOf(conversationPages(request, 'r'))).toEqual(newestFirst(all));
		expect(requests).toBe(2);
	});

	test('end at messages without ids (the next page needs an id)', async () => {
		let requests = 0;
		const request = async () => {
			requests += 1;
			return [{ body: 'one' }, { body: 'two' }];
		};
		const seen: unknown[] = [];
		for await (const page of conversationPages(request, 'r')) seen.push(...page.map(({ body }) => body));
		expect(seen).toEqual(['two', 'one']);
		expect(requests).toBe(1);
	});
});
