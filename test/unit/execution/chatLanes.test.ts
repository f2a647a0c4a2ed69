import * as fc from 'fast-check';
import { runInChatLanes } from '../../../nodes/WhatsLoop/execution/chatLanes';

/** Tasks that end when the test ends them, so that the test decides what overlaps. */
function controlled() {
	const started: number[] = [];
	const ends = new Map<number, { resolve: () => void; reject: (error: unknown) => void }>();
	const task = (itemIndex: number) => {
		started.push(itemIndex);
		return new Promise<void>((resolve, reject) => ends.set(itemIndex, { resolve, reject }));
	};
	const settle = async () => {
		for (let round = 0; round < 10; round++) await Promise.resolve();
	};
	const end = async (itemIndex: number) => {
		ends.get(itemIndex)?.resolve();
		await settle();
	};
	const fail = async (itemIndex: number, error: unknown) => {
		ends.get(itemIndex)?.reject(error);
		await settle();
	};
	return { started, task, end, fail };
}

describe('items in chat lanes', () => {
	test('overlap up to the concurrency, in input order', async () => {
		const { started, task, end } = controlled();
		const run = runInChatLanes(5, 3, (item) => `chat ${item}`, task);
		expect(started).toEqual([0, 1, 2]);
		await end(1);
		expect(started).toEqual([0, 1, 2, 3]);
		for (const item of [0, 2, 3]) await end(item);
		await end(4);
		await run;
	});

	test('wait for the item before them in their own chat, while items of other chats overtake', async () => {
		const { started, task, end } = controlled();
		const chats = ['a', 'a', 'a', 'b'];
		const run = runInChatLanes(4, 2, (item) => chats[item], task);
		expect(started).toEqual([0, 3]);
		await end(3);
		expect(started).toEqual([0, 3]);
		await end(0);
		expect(started).toEqual([0, 3, 1]);
		await end(1);
		await end(2);
		await run;
		expect(started).toEqual([0, 3, 1, 2]);
	});

	test('are looked at only some way ahead of a busy chat (each look reads a recipient)', async () => {
		const { task, end } = controlled();
		const looked: number[] = [];
		const chatOf = (item: number) => {
			looked.push(item);
			return 'same';
		};
		const run = runInChatLanes(1000, 2, chatOf, task);
		expect(looked).toHaveLength(201);
		await end(0);
		expect(looked).toHaveLength(202);
		for (let item = 1; item < 1000; item++) await end(item);
		await run;
	});

	test('use all lanes again after many items of one chat (looking ahead costs no concurrency)', async () => {
		const active = { now: 0, most: 0 };
		const chatOf = (item: number) => (item < 500 ? 'same' : `chat ${item}`);
		const done: number[] = [];
		await runInChatLanes(600, 4, chatOf, async (item) => {
			active.now++;
			if (item >= 500) active.most = Math.max(active.most, active.now);
			await Promise.resolve();
			active.now--;
			done.push(item);
		});
		expect(done).toHaveLength(600);
		expect(done.filter((item) => item < 500)).toEqual(Array.from({ length: 500 }, (_, item) => item));
		expect(active.most).toBe(4);
	});

	test.each([
		[2, 1],
		[1, 2],
	])(
		'stop after a failure: no item starts, started items end, and the lowest failed item is reported (%i fails, then %i)',
		async (first, second) => {
			const { started, task, end, fail } = controlled();
			const run = runInChatLanes(9, 3, (item) => `chat ${item}`, task);
			const failure = run.then(
				() => undefined,
				(error: unknown) => error,
			);
			await fail(first, `error of ${first}`);
			await fail(second, `error of ${second}`);
			expect(started).toEqual([0, 1, 2]);
			await end(0);
			expect(await failure).toBe('error of 1');
		},
	);

	test('never overlap within a chat, are never lost or repeated, and keep their order per chat (any input)', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined }), { maxLength: 60 }),
				fc.integer({ min: 1, max: 6 }),
				fc.scheduler(),
				async (chats, concurrency, scheduler) => {
					const busy = new Set<string>();
					const order = new Map<string, number[]>();
					const done: number[] = [];
					let underWay = 0;
					const run = runInChatLanes(
						chats.length,
						concurrency,
						(item) => chats[item],
						async (item) => {
							const chat = chats[item];
							expect(++underWay).toBeLessThanOrEqual(concurrency);
							if (chat !== undefined) {
								expect(busy.has(chat)).toBe(false);
								busy.add(chat);
								order.set(chat, [...(order.get(chat) ?? []), item]);
							}
							await scheduler.schedule(Promise.resolve());
							if (chat !== undefined) busy.delete(chat);
							underWay--;
							done.push(item);
						},
					);
					await scheduler.waitFor(run);
					expect(done.sort((a, b) => a - b)).toEqual(chats.map((_, item) => item));
					for (const items of order.values()) expect(items).toEqual([...items].sort((a, b) => a - b));
				},
			),
		);
	});
});
