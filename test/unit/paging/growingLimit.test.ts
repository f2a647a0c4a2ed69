import { listWithLimit } from '../../../nodes/WhatsLoop/paging/growingLimit';
import type { Values } from '../../../nodes/WhatsLoop/contracts/contract';

/** A service with `count` entries that gives at most `ceiling` of them. */
function service(count: number, ceiling = Infinity) {
	const asked: unknown[] = [];
	const request = async ({ limit }: Values) => {
		asked.push(limit);
		return { data: Array.from({ length: Math.min(count, limit as number, ceiling) }, (_, id) => ({ id })) };
	};
	return { request, asked };
}

describe('a list whose request takes a limit and no cursor', () => {
	test('is requested once with the limit, if there is one', async () => {
		const { request, asked } = service(500);
		expect(await listWithLimit(request, 20)).toHaveLength(20);
		expect(asked).toEqual([20]);
	});

	test('is cut to the limit if the service gives more', async () => {
		const request = async () => ({ data: [{ id: 1 }, { id: 2 }, { id: 3 }] });
		expect(await listWithLimit(request, 2)).toEqual([{ id: 1 }, { id: 2 }]);
	});

	test.each([
		[3, [1000]],
		[1000, [1000, 10_000]],
		[12_345, [1000, 10_000, 100_000]],
	])('gives all of %d entries', async (count, limits) => {
		const { request, asked } = service(count);
		expect(await listWithLimit(request, undefined)).toHaveLength(count);
		expect(asked).toEqual(limits);
	});

	test('ends if the service has a maximum of its own', async () => {
		const { request, asked } = service(5000, 1000);
		expect(await listWithLimit(request, undefined)).toHaveLength(1000);
		expect(asked).toEqual([1000, 10_000]);
	});
});
