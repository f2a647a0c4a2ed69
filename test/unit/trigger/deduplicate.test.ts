import {
	countRemembered,
	forgetTrigger,
	keyOf,
	MAX_KEYS_IN_MEMORY,
	MAX_KEYS_IN_STATIC_DATA,
	STATIC_DATA_NAME,
	takeNew,
} from '../../../nodes/WhatsLoop/trigger/deduplicate';
import { emptyMessage, toEvent, type EventParts } from '../../../nodes/WhatsLoop/trigger/normalise/triggerEvent';

const event = (id: string | null, more: Partial<EventParts> = {}) =>
	toEvent({ event: 'message', message: { ...emptyMessage, id }, ...more }, {}, 0);

const ack = (id: string, status: string, level: number) => event(id, { event: 'ack', ack: { status, level } });

/** Each test has its own trigger, because the whole process shares what is remembered. */
let counter = 0;
const newTrigger = () => `workflow/${counter++}`;

const idsOf = (fresh: ReturnType<typeof takeNew>) => fresh.events.map(({ message }) => message?.id);

test('an event passes once', () => {
	const trigger = newTrigger();
	expect(idsOf(takeNew(trigger, [event('a'), event('b')], {}))).toEqual(['a', 'b']);
	expect(idsOf(takeNew(trigger, [event('b'), event('c')], {}))).toEqual(['c']);
});

test('a message that one batch has twice passes once', () => {
	expect(idsOf(takeNew(newTrigger(), [event('a'), event('a')], {}))).toEqual(['a']);
});

test('triggers are kept apart (two workflows may listen to one account)', () => {
	const [first, second] = [newTrigger(), newTrigger()];
	takeNew(first, [event('a')], {});
	expect(idsOf(takeNew(second, [event('a')], {}))).toEqual(['a']);
});

describe('what makes an event the same', () => {
	test('"read" after "delivered" is another event, "read" twice is not', () => {
		const trigger = newTrigger();
		takeNew(trigger, [ack('m', 'delivered', 3)], {});
		expect(takeNew(trigger, [ack('m', 'read', 4)], {}).events).toHaveLength(1);
		expect(takeNew(trigger, [ack('m', 'read', 4)], {}).events).toHaveLength(0);
	});

	test('is kept as eleven characters (n8n stores them with the workflow)', () => {
		expect(keyOf(event('m'))).toMatch(/^[\w-]{11}$/);
	});

	test('of a message does not change if its sender becomes known', () => {
		const contact = { id: '1@c.us', phone: '1', name: 'Sara' };
		expect(keyOf(event('m'))).toBe(keyOf(event('m', { contact })));
	});

	test('a message and its ack are two events', () => {
		expect(keyOf(event('m'))).not.toBe(keyOf(ack('m', 'sent', 2)));
	});

	test('the event id counts where there is one', () => {
		expect(keyOf(event('m', { eventId: 'evt_1' }))).not.toBe(keyOf(event('m', { eventId: 'evt_2' })));
	});

	const isNewAfter = (first: ReturnType<typeof event>, second: ReturnType<typeof event>) => {
		const trigger = newTrigger();
		takeNew(trigger, [first], {});
		return takeNew(trigger, [second], {}).events.length === 1;
	};
	const message = (more: object) =>
		event('m', { message: { ...emptyMessage, id: 'm', type: 'text', text: 'a', ...more } });
	const inGroup = (participant: string) => ({
		chatId: '1203@g.us',
		contact: { id: `${participant}@c.us`, phone: participant, name: null },
	});

	test.each<[string, ReturnType<typeof event>, ReturnType<typeof event>]>([
		['the deletion of a message', message({}), message({ type: 'deleted', targetMessageId: 'm', text: null })],
		['an edit', message({}), message({ type: 'edited', targetMessageId: 'm', text: 'b' })],
		['a second edit', message({ type: 'edited', text: 'b' }), message({ type: 'edited', text: 'c' })],
		['a reaction to another message', message({ targetMessageId: 'x' }), message({ targetMessageId: 'y' })],
		[
			'a file that is ready now',
			message({ type: 'image', text: null }),
			message({ type: 'image', text: null, mediaUrl: 'https://files.example.com/1' }),
		],
		['the same id in another chat', event('m', { chatId: '1@c.us' }), event('m', { chatId: '2@c.us' })],
		[
			"a second participant's status",
			event('m', { event: 'ack', ack: { status: 'delivered', level: 3 }, ...inGroup('966501111111') }),
			event('m', { event: 'ack', ack: { status: 'delivered', level: 3 }, ...inGroup('966502222222') }),
		],
		['a status that nobody knows', event('m', { event: 'ack' }), event('m', { event: 'ack' })],
	])('%s is new', (_name, first, second) => {
		expect(isNewAfter(first, second)).toBe(true);
	});

	test('of a long text only the length and both ends count (a few megabytes take long to compare)', () => {
		const text = (start: string, middle: string, end: string) =>
			message({ text: `${start}${'a'.repeat(6000)}${middle}${'a'.repeat(6000)}${end}` });
		const first = text('a', 'b', 'c');
		expect(isNewAfter(first, text('a', 'B', 'c'))).toBe(false);
		expect(isNewAfter(first, text('A', 'b', 'c'))).toBe(true);
		expect(isNewAfter(first, text('a', 'b', 'C'))).toBe(true);
		expect(isNewAfter(first, text('a', 'bb', 'c'))).toBe(true);
	});

	test('a text of ten thousand characters and one more counts in part only', () => {
		const text = (middle: string) => message({ text: `${'a'.repeat(5000)}${middle}${'a'.repeat(5000)}` });
		expect(isNewAfter(text('b'), text('c'))).toBe(false);
	});

	test.each([9999, 10_000])('a text of %i characters counts as a whole', (length) => {
		const text = (middle: string) => message({ text: `${'a'.repeat(length - 5001)}${middle}${'a'.repeat(5000)}` });
		expect(isNewAfter(text('b'), text('c'))).toBe(true);
	});

	test('the same file at another address is no new event (a signed address differs in each delivery)', () => {
		const file = (token: string) => message({ type: 'image', mediaUrl: `https://files.example.com/1?token=${token}` });
		expect(isNewAfter(file('a'), file('b'))).toBe(false);
	});

	test('a message that is sent again after it failed has all its statuses a second time, each once', () => {
		const trigger = newTrigger();
		const statuses: Array<[string, number]> = [
			['pending', 1],
			['sent', 2],
			['failed', 0],
			['failed', 0],
			['pending', 1],
			['sent', 2],
			['sent', 2],
			['failed', 0],
		];
		const passed = statuses.map(([status, level]) => takeNew(trigger, [ack('m', status, level)], {}).events.length);
		expect(passed).toEqual([1, 1, 1, 0, 1, 1, 0, 1]);
	});

	test('an event without any ID never counts as a repetition', () => {
		const trigger = newTrigger();
		expect(takeNew(trigger, [event(null), event(null)], {}).events).toHaveLength(2);
		expect(takeNew(trigger, [event(null)], {}).events).toHaveLength(1);
	});

	test('parts of one event without an ID are repetitions of their last delivery, but not of each other', () => {
		const trigger = newTrigger();
		const parts = [event(null, { eventId: 'evt_9' }), event(null, { eventId: 'evt_9' })];
		expect(takeNew(trigger, parts, {}).events).toHaveLength(2);
		expect(takeNew(trigger, parts, {}).events).toHaveLength(0);
	});
});

describe('what is remembered stays bounded', () => {
	const trigger = newTrigger();
	const staticData: Record<string, string> = {};
	const last = MAX_KEYS_IN_MEMORY + 499;

	beforeAll(() => {
		for (let id = 0; id <= last; id++) takeNew(trigger, [event(String(id))], staticData);
	});

	test('in memory', () => expect(countRemembered(trigger)).toBe(MAX_KEYS_IN_MEMORY));
	test('in static data', () => expect(staticData[STATIC_DATA_NAME].split(',')).toHaveLength(MAX_KEYS_IN_STATIC_DATA));
	test('in static data the newest are kept', () => {
		const ids = Array.from(
			{ length: MAX_KEYS_IN_STATIC_DATA },
			(_, index) => last - MAX_KEYS_IN_STATIC_DATA + 1 + index,
		);
		expect(staticData[STATIC_DATA_NAME].split(',')).toEqual(ids.map((id) => keyOf(event(String(id)))));
	});
	test('the newest are kept', () => expect(takeNew(trigger, [event(String(last))], staticData).events).toHaveLength(0));
});

describe('static data', () => {
	test('is used by a process that starts again', () => {
		const staticData = {};
		const trigger = newTrigger();
		takeNew(trigger, [event('a')], staticData);
		const afterRestart = newTrigger();
		expect(takeNew(afterRestart, [event('a')], { ...staticData }).events).toHaveLength(0);
	});

	test('has only what was not forgotten again', () => {
		const trigger = newTrigger();
		takeNew(trigger, [event('a')], {});
		takeNew(trigger, [event('b')], {}).forget();
		const staticData: Record<string, string> = {};
		takeNew(trigger, [event('c')], staticData);
		expect(staticData[STATIC_DATA_NAME]).toBe(`${keyOf(event('a'))},${keyOf(event('c'))}`);
	});

	test('is not written if nothing is new', () => {
		const trigger = newTrigger();
		takeNew(trigger, [event('a')], {});
		const staticData = {};
		takeNew(trigger, [event('a'), event(null)], staticData);
		expect(staticData).toEqual({});
	});

	test('that is empty holds no event', () => {
		const trigger = newTrigger();
		for (const empty of ['', ',']) takeNew(trigger, [], { [STATIC_DATA_NAME]: empty });
		expect(countRemembered(trigger)).toBe(0);
	});

	test('adds to what the process knows, each once', () => {
		const trigger = newTrigger();
		takeNew(trigger, [event('a')], {});
		const stored = `${keyOf(event('a'))},${keyOf(event('b'))}`;
		const staticData: Record<string, string> = { [STATIC_DATA_NAME]: stored };
		takeNew(trigger, [event('c')], staticData);
		expect(staticData[STATIC_DATA_NAME]).toBe(`${stored},${keyOf(event('c'))}`);
	});

	test('of an older state does not make the process forget (n8n loads it anew for each event)', () => {
		const trigger = newTrigger();
		takeNew(trigger, [event('a')], {});
		const later: Record<string, string> = {};
		takeNew(trigger, [event('b')], later);
		expect(later[STATIC_DATA_NAME].split(',')).toEqual([keyOf(event('a')), keyOf(event('b'))]);
	});

	test('is written for every event at an ordinary rate, and for one in ten in a burst (each write is one to the database)', () => {
		const trigger = newTrigger();
		const isWritten = (id: string, nowMs: number) => {
			const staticData = {};
			takeNew(trigger, [event(id)], staticData, nowMs);
			return STATIC_DATA_NAME in staticData;
		};
		const written = Array.from({ length: 60 }, (_, index) => isWritten(`burst ${index}`, index));
		expect(written.slice(0, 20)).toEqual(Array(20).fill(true));
		expect(written.slice(20).filter(Boolean)).toHaveLength(4);
		expect(isWritten('a second later', 1000)).toBe(true);
	});

	test.each([[5], [null], [['x']], [{ a: 1 }]])('that is damaged (%p) does no harm', (damaged) => {
		const staticData = { [STATIC_DATA_NAME]: damaged } as never;
		expect(takeNew(newTrigger(), [event('a')], staticData).events).toHaveLength(1);
	});
});

test('an event passes again if no execution could be started for it', () => {
	const trigger = newTrigger();
	takeNew(trigger, [event('a')], {}).forget();
	expect(takeNew(trigger, [event('a')], {}).events).toHaveLength(1);
});

test('of more than a thousand triggers, the one without an event for the longest time is forgotten', () => {
	const [oldest, busy, ...others] = Array.from({ length: 1001 }, newTrigger);
	for (const trigger of [oldest, busy]) takeNew(trigger, [event('a')], {});
	for (const trigger of others.slice(0, -1)) takeNew(trigger, [event('a')], {});
	expect(countRemembered(oldest)).toBe(1);
	takeNew(busy, [event('b')], {});
	takeNew(others[others.length - 1], [event('a')], {});
	expect([countRemembered(oldest), countRemembered(busy)]).toEqual([0, 2]);
});

test('a forgotten trigger leaves nothing in the static data', () => {
	const trigger = newTrigger();
	const staticData = {};
	takeNew(trigger, [event('a')], staticData);
	forgetTrigger(trigger, staticData);
	expect(staticData).toEqual({});
	expect(countRemembered(trigger)).toBe(0);
});
