import fc from 'fast-check';
import { normalise } from '../../../nodes/WhatsLoop/trigger/normalise';
import { baileysShapes } from './shapes/baileys';
import { cloudShapes, recorded } from './shapes/cloud';
import { engineShapes } from './shapes/engine';
import { unknownShapes } from './shapes/unknown';

const ARRIVED = Date.UTC(2026, 10, 22, 12);
const FIELDS = [
	'event',
	'eventType',
	'eventId',
	'timestamp',
	'channelId',
	'chatId',
	'phone',
	'isGroup',
	'fromMe',
	'message',
	'ack',
	'contact',
	'raw',
];

const ALL = [...baileysShapes, ...engineShapes, ...cloudShapes, ...unknownShapes];

describe('an event becomes items with the same fields, whatever its shape', () => {
	it.each(ALL.map((shape) => [shape.name, shape] as const))('%s', (_name, { body, items }) => {
		const events = normalise(body as never, ARRIVED);
		expect(events).toHaveLength(items.length);
		expect(events).toMatchObject(items);
		for (const event of events) expect(Object.keys(event)).toEqual(FIELDS);
	});
});

describe('what WhatsLoop sent stays at hand', () => {
	it('as it came, for an event with one part', () => {
		expect(normalise(recorded as never, ARRIVED)[0].raw).toBe(recorded);
	});

	it('as if each part had come alone, for a batch (a hundred copies of the batch would fill the memory)', () => {
		const body = {
			event: 'message-status',
			ack: [
				{ id: 'a', status: 'sent' },
				{ id: 'b', status: 'sent' },
			],
		};
		expect(normalise(body, ARRIVED).map(({ raw }) => raw)).toEqual([
			{ event: 'message-status', ack: { id: 'a', status: 'sent' } },
			{ event: 'message-status', ack: { id: 'b', status: 'sent' } },
		]);
	});
});

it('stands in the time of arrival for an event without a time', () => {
	expect(normalise({ event: 'group-new', data: { id: '1@g.us' } }, ARRIVED)[0].timestamp).toBe(
		'2026-11-22T12:00:00.000Z',
	);
});

it.each([[[]], [['no record']]])(
	'takes a WhatsLoop Cloud event whose list holds no record, %j, for one of unknown content (it must not vanish)',
	(object) => {
		const body = { object: 'event', type: 'message.received', data: { object } };
		expect(normalise(body as never, ARRIVED)).toEqual([expect.objectContaining({ raw: body })]);
	},
);

it('never throws and always gives something, whatever JSON comes in', () => {
	const json = fc.jsonValue({ maxDepth: 5 });
	const names = fc.constantFrom(
		'event',
		'type',
		'data',
		'messages',
		'message',
		'ack',
		'key',
		'id',
		'status',
		'object',
		'contact',
		'body',
		'chatId',
		'update',
		'messageStubType',
	);
	const body = fc.dictionary(
		names,
		fc.oneof(json, fc.dictionary(names, json), fc.array(fc.dictionary(names, json), { minLength: 1, maxLength: 3 })),
	);
	fc.assert(
		fc.property(body, (value) => normalise(value as never, ARRIVED).length >= 1),
		{ numRuns: 2000 },
	);
});

it('gives up on records nested without end instead of following them', () => {
	let message: object = { conversation: 'deep' };
	for (let depth = 0; depth < 50_000; depth++) message = { ephemeralMessage: { message } };
	const [event] = normalise({ key: { id: 'x', remoteJid: '1@c.us' }, message } as never, ARRIVED);
	expect(event).toMatchObject({ event: 'message', message: { id: 'x', text: null } });
});
