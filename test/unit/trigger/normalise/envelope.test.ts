import type { IDataObject } from 'n8n-workflow';
import { isSmallAround, recordsIn, splitList } from '../../../../nodes/WhatsLoop/trigger/normalise/envelope';

/** The most characters of a text that may be beside a list together with some other fields. */
function roomBeside(fields: object): number {
	const list = [1];
	const fits = (characters: number) =>
		isSmallAround({ ...fields, list, text: 'x'.repeat(characters) } as unknown as IDataObject, list);
	return Array.from({ length: 2000 }, (_, characters) => characters).findIndex((characters) => !fits(characters)) - 1;
}

const nested = (levels: number): IDataObject => (levels === 0 ? {} : { a: nested(levels - 1) });

describe('the fields around a list', () => {
	test('are few up to 1000 characters of JSON', () => {
		expect(roomBeside({})).toBe(972);
	});

	test.each<[object, number]>([
		[{ a: 'bcd' }, 10],
		[{ abc: 'd' }, 10],
		[{ a: 5 }, 13],
		[{ a: null }, 13],
		[{ a: true }, 13],
		[{ a: {} }, 7],
		[{ a: { b: 5 } }, 20],
		[{ a: [5, 6] }, 33],
	])('cost their names and values: %j takes %i characters', (fields, cost) => {
		expect(roomBeside({}) - roomBeside(fields)).toBe(cost);
	});

	test('are many if a field follows where the limit is just reached', () => {
		const list = [1];
		const full = { list, text: 'x'.repeat(roomBeside({})) };
		expect(isSmallAround(full, list)).toBe(true);
		expect(isSmallAround({ ...full, a: '' }, list)).toBe(false);
	});

	test('are few without the list itself, however long it is', () => {
		const list = ['x'.repeat(5000)];
		expect(isSmallAround({ data: { messages: list } }, list)).toBe(true);
		expect(isSmallAround({ data: { messages: list } }, [])).toBe(false);
	});

	test('are too many where they have more than five levels', () => {
		expect(isSmallAround(nested(4), [])).toBe(true);
		expect(isSmallAround(nested(5), [])).toBe(false);
	});

	test('are not looked at any further once they are too many (an event may have a million)', () => {
		const looks: string[] = [];
		const inner = {
			long: 'x'.repeat(500),
			get next() {
				looks.push('inside');
				return 1;
			},
		};
		const body = {
			long: 'x'.repeat(600),
			inner,
			get next() {
				looks.push('outside');
				return 1;
			},
		};
		expect(isSmallAround(body as unknown as IDataObject, [])).toBe(false);
		expect(looks).toEqual([]);
	});
});

describe('a list is split', () => {
	const [first, second] = [{ id: 'a' }, { id: 'b' }];

	test('into one event for each entry, with the fields around it', () => {
		const list = [first, second];
		const body = { event: 'x', data: { type: 'notify', messages: list } };
		expect(splitList(body, ['data', 'messages'], list)).toStrictEqual([
			{ record: first, raw: { event: 'x', data: { type: 'notify', messages: first } } },
			{ record: second, raw: { event: 'x', data: { type: 'notify', messages: second } } },
		]);
	});

	test('with the fields around it in the first event only, where they are many', () => {
		const list = [first, second, 'x'];
		const body = { note: 'x'.repeat(1000), data: { messages: list } };
		const events = splitList(body, ['data', 'messages'], list);
		expect(events[0].raw).toBe(body);
		expect(events.slice(1)).toStrictEqual([
			{ record: second, raw: { data: { messages: second } } },
			{ record: undefined, raw: { data: { messages: 'x' } } },
		]);
	});

	test('up to one entry more than are allowed (the delivery is refused anyway)', () => {
		const list = new Array<IDataObject>(1100).fill(first);
		expect(splitList({ list }, ['list'], list)).toHaveLength(1001);
	});
});

describe('records are found', () => {
	const record = { id: 'a' };

	test('in the first field that has one', () => {
		const body = { empty: [], words: 'x', odd: [1], second: record, third: { id: 'b' } };
		expect(recordsIn(body, ['missing', 'empty', 'words', 'odd', 'second', 'third'])).toStrictEqual([
			{ record, raw: body },
		]);
		expect(recordsIn(body, ['missing', 'empty', 'words', 'odd'])).toBeUndefined();
	});

	test('in a list, whose other entries are no records', () => {
		expect(recordsIn({ event: 'x', data: ['odd', record] }, ['data'])).toStrictEqual([
			{ record: undefined, raw: { event: 'x', data: 'odd' } },
			{ record, raw: { event: 'x', data: record } },
		]);
	});

	test.each(['messages', 'message'])('in the list %s inside the field', (field) => {
		expect(recordsIn({ event: 'x', data: { type: 'notify', [field]: [record, 'odd'] } }, ['data'])).toStrictEqual([
			{ record, raw: { event: 'x', data: { type: 'notify', [field]: record } } },
			{ record: undefined, raw: { event: 'x', data: { type: 'notify', [field]: 'odd' } } },
		]);
	});

	test.each([
		['in the field', { data: [record] }],
		['inside the field', { data: { messages: [record] } }],
	])('in a list of one %s, and the event stays as it came', (_name, body) => {
		const [enclosed] = recordsIn(body, ['data']) ?? [];
		expect(enclosed.record).toBe(record);
		expect(enclosed.raw).toBe(body);
	});

	test.each([
		['a list without records', { messages: [], message: ['x'] }],
		['words', { messages: 'hello', message: 5 }],
		["a client's record, whose message is its content", { key: { id: 'a' }, message: [record] }],
	])('but not inside %s', (_name, data) => {
		const body = { data } as unknown as IDataObject;
		expect(recordsIn(body, ['data'])).toStrictEqual([{ record: data, raw: body }]);
	});
});
