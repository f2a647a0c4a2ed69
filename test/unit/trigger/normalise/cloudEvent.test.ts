import { cloudEvent } from '../../../../nodes/WhatsLoop/trigger/normalise/shapes/cloudEvent';
import { recordWith, rowsOf } from './recordWith';

const ARRIVED = Date.UTC(2026, 10, 22, 12);

const received = (object: unknown, more: object = {}) =>
	cloudEvent({ object: 'event', type: 'message.received', data: { object }, ...more } as never, ARRIVED) ?? [];

test.each(
	rowsOf({
		id: ['message_id', 'id'],
		type: ['type'],
		text: ['content', 'content.text', 'content.body', 'text', 'body', 'caption', 'content.caption'],
		quotedMessageId: ['quoted_message_id', 'context.message_id'],
	}),
)('the %s of a message is read from %s', (field, path) => {
	expect(received(recordWith(path, 'value'))[0].message).toHaveProperty(field, 'value');
});

test.each(
	rowsOf({
		mediaUrl: ['media_url', 'media.url', 'file_url', 'content.url', 'content.media_url', 'url'],
		mimeType: ['mime_type', 'media.mime_type', 'content.mime_type', 'mimetype'],
		fileName: ['file_name', 'media.file_name', 'content.file_name', 'filename'],
	}),
)('the %s of a file is read from %s', (field, path) => {
	expect(received(recordWith(path, 'value', { type: 'image' }))[0].message).toHaveProperty(field, 'value');
});

test.each(['target_message_id', 'reaction.message_id', 'quoted_message_id'])(
	'the message of a reaction is read from %s',
	(path) => {
		expect(received(recordWith(path, 'value', { type: 'reaction' }))[0].message?.targetMessageId).toBe('value');
	},
);

test.each(['selected_id', 'button_id', 'row_id', 'interactive.id'])(
	'the id of a tapped button is read from %s',
	(path) => {
		expect(received(recordWith(path, 'value', { type: 'button' }))[0].message?.selectedId).toBe('value');
	},
);

test.each([
	['latitude', 'longitude'],
	['lat', 'lng'],
	['location.latitude', 'content.longitude'],
	['content.latitude', 'location.longitude'],
])('a place is read from %s and %s', (latitude, longitude) => {
	const record = recordWith(latitude, 24.5, recordWith(longitude, 46.5, { type: 'location' }));
	expect(received(record)[0].message?.location).toMatchObject({ latitude: 24.5, longitude: 46.5 });
});

test('a contact is read from its content', () => {
	const object = { type: 'contact', content: { phone: '966509999999', name: 'Ali' } };
	expect(received(object)[0].message?.contacts).toEqual([{ id: null, phone: '966509999999', name: 'Ali' }]);
});

test.each(['group_id', 'group_jid', 'chat_id', 'chat_jid'])('the chat is read from %s', (path) => {
	expect(received(recordWith(path, '1203@g.us'))[0].chatId).toBe('1203@g.us');
});

test.each(['phone', 'from', 'contact.phone'])('the number of the person is read from %s', (path) => {
	expect(received(recordWith(path, '966501234567'))[0].phone).toBe('966501234567');
});

test.each(['contact_name', 'push_name', 'sender_name', 'contact.name'])(
	'the name of the person is read from %s',
	(path) => {
		expect(received(recordWith(path, 'Sara'))[0].contact?.name).toBe('Sara');
	},
);

test('whether the account wrote it is read from from_me', () => {
	expect(received({ from_me: true })[0].fromMe).toBe(true);
});

test.each(['timestamp', 'created_at'])('the time is read from %s, of a message and of any other event', (path) => {
	const object = recordWith(path, 1787429683);
	const more = { created: 1787429999 };
	expect(received(object, more)[0].timestamp).toBe('2026-08-22T20:14:43.000Z');
	expect(received(object, { ...more, type: 'ping' })[0].timestamp).toBe('2026-08-22T20:14:43.000Z');
});

test('an event that is no message has only what every event has', () => {
	const [event] = received({ content: 'hi', phone: '966501234567' }, { type: 'message.sent', id: 'evt_1' });
	expect(event).toMatchObject({
		event: 'other',
		eventType: 'message.sent',
		eventId: 'evt_1',
		phone: null,
		message: null,
	});
});

test.each<[string, object]>([
	['that is called an event', { object: 'event' }],
	['whose object is a record', { type: 'x', data: { object: {} } }],
	['whose object is a list', { type: 'x', data: { object: [] } }],
])('a body %s is an event of WhatsLoop Cloud', (_name, body) => {
	expect(cloudEvent(body as never, ARRIVED)).toEqual([expect.objectContaining({ event: 'other', raw: body })]);
});

test.each<[string, object]>([
	['with nothing in it', {}],
	['without a type', { data: { object: {} } }],
	['whose type is a number', { type: 5, data: { object: {} } }],
	['whose object is a text', { type: 'x', data: { object: 'y' } }],
	['without an object', { type: 'x', data: {} }],
	['that is called something else', { object: 'list' }],
])('a body %s is none', (_name, body) => {
	expect(cloudEvent(body as never, ARRIVED)).toBeUndefined();
});

test.each([[null], ['words'], [['words']]])('the object %j has nothing to read', (object) => {
	expect(received(object)).toEqual([expect.objectContaining({ chatId: null, channelId: null })]);
});

test('a list becomes one event for each entry, even for one that is no record', () => {
	const envelope = { object: 'event', type: 'message.received' };
	const [first, second, ...others] = received([{ id: 'a' }, 'odd']);
	expect(first).toMatchObject({ message: { id: 'a' }, raw: { ...envelope, data: { object: { id: 'a' } } } });
	expect(second).toMatchObject({ message: { id: null }, raw: { ...envelope, data: { object: 'odd' } } });
	expect(others).toEqual([]);
});

describe('the channel', () => {
	test.each<[unknown, unknown, unknown]>([
		[5, 7, 5],
		['5', 7, '5'],
		[null, 7, 7],
		[undefined, '7', '7'],
		['', null, null],
		[{ id: 5 }, [7], null],
	])('%j of the record, and %j of the event, is %j', (inside, outside, channelId) => {
		expect(received({ channel_id: inside }, { channel_id: outside })[0].channelId).toBe(channelId);
	});
});
