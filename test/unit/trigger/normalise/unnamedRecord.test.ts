import { unnamedRecord } from '../../../../nodes/WhatsLoop/trigger/normalise/shapes/unnamedRecord';

const ARRIVED = Date.UTC(2026, 10, 22, 12);
const PERSON = '966501234567@c.us';
const MESSAGE = { id: 'm', type: 'chat', body: 'hi', chatId: PERSON };

const read = (body: object) => unnamedRecord(body as never, ARRIVED);

test('a body may be a message itself, whose type is not the name of an event', () => {
	const [event, ...others] = read({ ...MESSAGE, eventId: 'evt_1' }) ?? [];
	expect(event).toMatchObject({ event: 'message', eventType: null, eventId: 'evt_1', message: { type: 'text' } });
	expect(event.raw).toEqual({ ...MESSAGE, eventId: 'evt_1' });
	expect(others).toEqual([]);
});

test.each(['data', 'messages', 'message', 'ack', 'acks'])('a message or an ack may be in the field %s', (field) => {
	const envelope = { type: 'notify', channelId: '5' };
	expect(read({ ...envelope, [field]: MESSAGE })).toMatchObject([
		{ event: 'message', eventType: 'notify', channelId: '5', message: { id: 'm' } },
	]);
	expect(read({ ...envelope, [field]: [{ id: 'm', status: 'read' }] })).toMatchObject([
		{ event: 'ack', eventType: 'notify', channelId: '5', ack: { status: 'read' } },
	]);
});

test.each(['contact', 'contacts'])('a contact may be in the field %s', (field) => {
	const body = { channelId: '5', data: { a: 1 }, [field]: { id: PERSON, name: 'Sara' } };
	expect(read(body)).toMatchObject([{ event: 'contact', channelId: '5', contact: { id: PERSON, name: 'Sara' } }]);
});

test('a message counts before a contact beside it', () => {
	expect(read({ data: MESSAGE, contact: { id: PERSON } })).toMatchObject([{ event: 'message' }]);
});

test.each([
	['data', MESSAGE, 'message'],
	['contacts', { id: PERSON }, 'contact'],
])('every entry of the list %s becomes an event, even one that says nothing', (field, record, event) => {
	expect(read({ type: 'notify', [field]: ['odd', record] })).toMatchObject([
		{ event: 'other', eventType: 'notify', raw: { [field]: 'odd' } },
		{ event, eventType: 'notify', raw: { [field]: record } },
	]);
});

test('a record in a list may say nothing beside one that does', () => {
	expect(read({ data: [{ a: 1 }, MESSAGE] })).toMatchObject([{ event: 'other', message: null }, { event: 'message' }]);
});

test.each([{}, { data: 'x' }, { data: { a: 1 } }, { data: [{ a: 1 }], contact: 'Sara' }, { other: MESSAGE }])(
	'nothing is recognised in %j',
	(body) => {
		expect(read(body)).toBeUndefined();
	},
);
