import { normalise } from '../../../../nodes/WhatsLoop/trigger/normalise';
import type { TriggerEvent } from '../../../../nodes/WhatsLoop/trigger/normalise/triggerEvent';

const ARRIVED = Date.UTC(2026, 10, 22, 12);

const group = (id: string) => ({ event: 'group-new', data: { id } });
const cloud = (id: string) => ({ object: 'event', type: 'ping', id });

const read = (body: unknown) => normalise(body as never, ARRIVED);
const rawOf = (events: TriggerEvent[]) => events.map(({ raw }) => raw);

describe('several events in one delivery', () => {
	test('may be a list, whose odd entries are kept', () => {
		expect(rawOf(read([group('1@g.us'), 5, null]))).toStrictEqual([group('1@g.us'), { value: 5 }, { value: null }]);
	});

	test('may be in events, with fields around them that each gets where it has none itself', () => {
		const body = { channelId: '5', id: 'batch', events: [group('1@g.us'), cloud('evt_1')] };
		expect(rawOf(read(body))).toStrictEqual([
			{ channelId: '5', id: 'batch', ...group('1@g.us') },
			{ channelId: '5', ...cloud('evt_1') },
		]);
	});

	test('may have an entry in events that is no record', () => {
		expect(rawOf(read({ channelId: '5', events: ['odd', group('1@g.us')] }))).toStrictEqual([
			{ channelId: '5', events: 'odd' },
			{ channelId: '5', ...group('1@g.us') },
		]);
	});

	test("may be in data, if all of them are WhatsLoop Cloud's", () => {
		expect(read({ object: 'list', data: [cloud('evt_1'), cloud('evt_2')] })).toMatchObject([
			{ eventId: 'evt_1', eventType: 'ping' },
			{ eventId: 'evt_2', eventType: 'ping' },
		]);
	});

	test('may be in data beside a field events that has no records', () => {
		for (const events of ['x', [], ['x']]) {
			expect(read({ events, data: [cloud('evt_1'), cloud('evt_2')] })).toMatchObject([
				{ eventId: 'evt_1' },
				{ eventId: 'evt_2' },
			]);
		}
	});

	test.each([[{ id: 'a' }], [null], ['x'], [{ object: 'message' }]])(
		'are not in data with %j among them (these are parts of one event)',
		(odd) => {
			const body = { data: [cloud('evt_1'), odd] };
			expect(rawOf(read(body))).toStrictEqual([body]);
		},
	);

	test('share many fields around them only once (a thousand copies would fill the memory)', () => {
		const note = 'x'.repeat(1000);
		expect(rawOf(read({ note, events: [group('1@g.us'), group('2@g.us')] }))).toStrictEqual([
			{ note, ...group('1@g.us') },
			group('2@g.us'),
		]);
	});
});

test('a body of which nothing is known keeps its name, its id and its channel', () => {
	expect(read({ type: 'ping', eventId: 'evt_1', channelId: '5' })).toMatchObject([
		{ event: 'other', eventType: 'ping', eventId: 'evt_1', channelId: '5' },
	]);
});

describe('a delivery with too many records (it is refused as a whole)', () => {
	const records = (count: number) => Array.from({ length: count }, () => ({ event: 'group-new' }));

	test.each([
		[1000, 1000],
		[1001, 1001],
		[1500, 1001],
	])('of %i events in a list is read as %i', (count, items) => {
		expect(read(records(count))).toHaveLength(items);
		expect(read({ events: records(count) })).toHaveLength(items);
		expect(read({ event: 'group-new', data: records(count) })).toHaveLength(items);
	});

	test('is not looked at any further once it has one too many', () => {
		let isLookedAt = false;
		const last = {
			get event() {
				isLookedAt = true;
				return 'group-new';
			},
		};
		read({ events: [...records(1001), last] });
		read([...records(1001), last]);
		expect(isLookedAt).toBe(false);
	});
});
