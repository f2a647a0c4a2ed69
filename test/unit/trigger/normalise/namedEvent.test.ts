import { envelopeOf, namedEvent } from '../../../../nodes/WhatsLoop/trigger/normalise/shapes/namedEvent';
import { recordWith, rowsOf } from './recordWith';

const ARRIVED = Date.UTC(2026, 10, 22, 12);
const PERSON = '966501234567@c.us';
const SECONDS = 1787429683;
const MOMENT = '2026-08-22T20:14:43.000Z';

const read = (body: object) => namedEvent(body as never, ARRIVED);

test.each(['event', 'eventType', 'event_type', 'eventName', 'type'])('the name of an event is read from %s', (path) => {
	expect(read(recordWith(path, 'group-new'))).toMatchObject([{ event: 'group', eventType: 'group-new' }]);
	expect(envelopeOf(recordWith(path, 'x')).eventType).toBe('x');
});

test('the type of a bare record is not the name of an event', () => {
	expect(envelopeOf({ type: 'image' }, true).eventType).toBeNull();
	expect(envelopeOf({ event: 'x', type: 'image' }, true).eventType).toBe('x');
});

test('of several names the first one that is known counts', () => {
	const body = { event: 'notification', eventName: 5, type: 'group-new' };
	expect(read(body)).toMatchObject([{ event: 'group', eventType: 'group-new' }]);
});

test.each([{}, { event: 'payment-received' }, { event: { a: 1 } }, { event: 'x'.repeat(65) }, { name: 'group-new' }])(
	'%j has no known name',
	(body) => {
		expect(read(body)).toBeUndefined();
	},
);

test.each(['eventId', 'event_id'])('the id of an event is read from %s', (path) => {
	expect(read(recordWith(path, 'evt_1', { event: 'group-new' }))).toMatchObject([{ eventId: 'evt_1' }]);
});

test.each(['channelId', 'channel_id', 'instanceId', 'instance_id'])('the channel is read from %s', (path) => {
	expect(read(recordWith(path, '5', { event: 'group-new' }))).toMatchObject([{ channelId: '5' }]);
});

describe('the record of an event', () => {
	test.each(rowsOf({ 'message-new': ['messages', 'message', 'data'] }))('%s is in the field %s', (event, field) => {
		const body = { event, [field]: { id: 'm', body: 'hi' } };
		expect(read(body)).toMatchObject([{ event: 'message', message: { id: 'm', text: 'hi' } }]);
	});

	test.each(rowsOf({ 'message-status': ['ack', 'acks', 'statuses', 'messages', 'data'] }))(
		'%s is in the field %s',
		(event, field) => {
			const body = { event, [field]: { id: 'm', status: 'read' } };
			expect(read(body)).toMatchObject([{ event: 'ack', message: { id: 'm' }, ack: { status: 'read' } }]);
		},
	);

	test.each(
		rowsOf({
			'dialog-update': ['messages', 'message', 'chats', 'chat', 'dialog', 'data'],
			'new-contact': ['contacts', 'contact', 'data'],
			'group-new': ['groups', 'group', 'data'],
		}),
	)('%s is in the field %s', (event, field) => {
		expect(read({ event, [field]: { id: PERSON } })).toMatchObject([{ contact: { id: PERSON } }]);
	});

	test('connectionStatus is in the field data', () => {
		const body = { event: 'connectionStatus', data: { phone: '966501234567' } };
		expect(read(body)).toMatchObject([{ event: 'connection', phone: '966501234567' }]);
	});

	test('is the body itself where no field has one', () => {
		const body = { event: 'message-new', id: 'm', body: 'hi' };
		const [event] = read(body) ?? [];
		expect(event.message).toMatchObject({ id: 'm', text: 'hi' });
		expect(event.raw).toBe(body);
	});
});

test('an entry of a list that is no record becomes an event of its own, of which only the envelope is known', () => {
	const body = { event: 'message-new', eventId: 'evt_1', messages: [{ id: 'm', body: 'hi' }, 'odd'] };
	expect(read(body)).toMatchObject([
		{ event: 'message', eventId: 'evt_1', raw: { messages: { id: 'm' } } },
		{ event: 'other', eventType: 'message-new', eventId: 'evt_1', message: null, raw: { messages: 'odd' } },
	]);
});

test.each(['time', 'timestamp'])('a record without a time has that of the event, in %s', (path) => {
	const data = { id: '1203@g.us' };
	expect(read(recordWith(path, SECONDS, { event: 'group-new', data }))).toMatchObject([{ timestamp: MOMENT }]);
	const dated = { event: 'group-new', data: { ...data, time: SECONDS } };
	expect(read(recordWith(path, 5, dated))).toMatchObject([{ timestamp: MOMENT }]);
});

test('an event without any time has that of its arrival', () => {
	expect(read({ event: 'group-new' })).toMatchObject([{ timestamp: '2026-11-22T12:00:00.000Z' }]);
});
