import {
	ackRecord,
	chatRecord,
	connectionRecord,
	contactRecord,
	flatAck,
	groupRecord,
	messageRecord,
	recogniseRecord,
} from '../../../../nodes/WhatsLoop/trigger/normalise/recordReaders';
import { emptyMessage } from '../../../../nodes/WhatsLoop/trigger/normalise/triggerEvent';
import { recordWith } from './recordWith';

const PERSON = '966501234567@c.us';
const PHONE = '966501234567';
const GROUP = '1203@g.us';
const SECONDS = 1787429683;
const MOMENT = '2026-08-22T20:14:43.000Z';

const clientKey = { remoteJid: PERSON, fromMe: true, id: 'B' };

describe('an ack', () => {
	test('is read from its record', () => {
		expect(flatAck({ id: 'm', status: 3, chatId: PERSON, time: SECONDS, fromMe: false })).toStrictEqual({
			event: 'ack',
			chatId: PERSON,
			phone: PHONE,
			contact: null,
			isGroup: false,
			fromMe: false,
			timestamp: MOMENT,
			message: { ...emptyMessage, id: 'm' },
			ack: { status: 'delivered', level: 3 },
		});
	});

	test('is about an own message where nothing is known of it', () => {
		expect(flatAck({})).toStrictEqual({
			event: 'ack',
			chatId: null,
			phone: null,
			contact: null,
			isGroup: false,
			fromMe: true,
			timestamp: null,
			message: emptyMessage,
			ack: null,
		});
	});

	test('knows its chat and its sender by a composed id, unless the record says otherwise', () => {
		const id = `false_${PERSON}_A`;
		expect(flatAck({ id })).toMatchObject({ chatId: PERSON, phone: PHONE, fromMe: false });
		expect(flatAck({ id, chatId: '1@c.us', fromMe: true })).toMatchObject({ chatId: '1@c.us', fromMe: true });
	});

	test.each(['id', 'messageId', 'message_id'])('has the id of its message in %s', (path) => {
		expect(flatAck(recordWith(path, 'm')).message?.id).toBe('m');
	});

	test.each(['chatId', 'chat_id', 'remoteJid', 'phone'])('has its chat in %s', (path) => {
		expect(flatAck(recordWith(path, PERSON)).chatId).toBe(PERSON);
	});

	test.each(['participant', 'author', 'userJid', 'recipient'])('in a group has its participant in %s', (path) => {
		expect(flatAck(recordWith(path, PERSON, { chatId: GROUP }))).toMatchObject({
			isGroup: true,
			phone: PHONE,
			contact: { id: PERSON, phone: PHONE, name: null },
		});
		expect(flatAck(recordWith(path, PERSON)).contact).toBeNull();
	});

	test('in a group has no number without a participant', () => {
		expect(flatAck({ chatId: GROUP })).toMatchObject({ phone: null, contact: null });
	});

	test.each(['time', 'timestamp'])('has its time in %s', (path) => {
		expect(flatAck(recordWith(path, SECONDS)).timestamp).toBe(MOMENT);
	});

	test.each(['status', 'ack', 'statusText'])('has its status in %s', (path) => {
		expect(flatAck(recordWith(path, 'read')).ack?.status).toBe('read');
	});

	test('has the first status that is one', () => {
		expect(flatAck({ status: 'starred', ack: 3, statusText: 'read' }).ack?.status).toBe('delivered');
		expect(flatAck({ status: 'sent', ack: 3 }).ack?.status).toBe('sent');
	});

	test("may be a client's", () => {
		expect(ackRecord({ key: clientKey, status: 'READ' })).toMatchObject({ chatId: PERSON, ack: { status: 'read' } });
		expect(ackRecord({ id: 'm', status: 'sent' })).toMatchObject({ message: { id: 'm' }, ack: { status: 'sent' } });
	});
});

describe('a record without a name', () => {
	test.each<[string, object, string]>([
		["is a message if it is a client's", { key: clientKey, message: { conversation: 'hi' } }, 'message'],
		["is an ack if it is a client's", { key: clientKey, status: 2 }, 'ack'],
		['is a message with words and a chat', { id: 'm', body: 'hi', chatId: PERSON }, 'message'],
		['is a message with words and a person', { id: 'm', text: 'hi', author: PERSON }, 'message'],
		['is a message with a type', { id: 'm', messageType: 'x', chatId: PERSON }, 'message'],
		['is a message with a caption', { id: 'm', caption: 'hi', chatId: PERSON }, 'message'],
		['is an ack with a status', { id: 'm', status: 'sent' }, 'ack'],
	])('%s', (_name, record, event) => {
		expect(recogniseRecord(record as never)?.event).toBe(event);
	});

	test.each<[string, object]>([
		['without an id', { body: 'hi', chatId: PERSON, status: 2 }],
		['with words, but neither a chat nor a person', { id: 'm', body: 'hi', status: 2 }],
		['with nothing but an id and a chat', { id: 'm', chatId: PERSON }],
		['with an unknown status', { id: 'm', status: 'starred' }],
	])('is unknown %s', (_name, record) => {
		expect(recogniseRecord(record as never)).toBeUndefined();
	});
});

test("a message may be a client's, or have its fields side by side, even without an id", () => {
	const client = { key: clientKey, message: { conversation: 'hi' } };
	expect(messageRecord(client)).toMatchObject({ event: 'message', message: { id: 'B', text: 'hi' } });
	expect(messageRecord({ body: 'hi' })).toMatchObject({ event: 'message', message: { id: null, text: 'hi' } });
});

describe('a chat', () => {
	test('is read from its record', () => {
		expect(chatRecord({ id: PERSON, name: 'Sara', time: SECONDS })).toStrictEqual({
			event: 'chat',
			chatId: PERSON,
			phone: PHONE,
			isGroup: false,
			timestamp: MOMENT,
			contact: { id: PERSON, phone: PHONE, name: 'Sara' },
		});
	});

	test('may be a group, a number alone, or unknown', () => {
		expect(chatRecord({ id: GROUP })).toMatchObject({ isGroup: true, phone: null, contact: { id: GROUP } });
		expect(chatRecord({ id: PHONE })).toMatchObject({ chatId: PHONE, phone: PHONE, contact: { id: null } });
		expect(chatRecord({})).toMatchObject({
			event: 'chat',
			chatId: null,
			phone: null,
			contact: { id: null, name: null },
		});
	});

	test('that comes with a message is the message, but with a status it is still a chat', () => {
		expect(chatRecord({ id: 'm', body: 'hi', chatId: PERSON }).event).toBe('message');
		expect(chatRecord({ id: 'm', status: 'sent' }).event).toBe('chat');
	});

	test.each(['chatId', 'id', 'jid', 'remoteJid', 'phone'])('has its id in %s', (path) => {
		expect(chatRecord(recordWith(path, PERSON)).chatId).toBe(PERSON);
	});

	test.each(['name', 'chatName', 'pushName', 'title'])('has its name in %s', (path) => {
		expect(chatRecord(recordWith(path, 'Sara')).contact?.name).toBe('Sara');
	});

	test.each(['time', 'timestamp', 'last_time', 'conversationTimestamp'])('has its time in %s', (path) => {
		expect(chatRecord(recordWith(path, SECONDS)).timestamp).toBe(MOMENT);
	});
});

describe('a contact', () => {
	test('is read from its record', () => {
		expect(contactRecord({ id: PERSON, name: 'Sara', time: SECONDS })).toStrictEqual({
			event: 'contact',
			chatId: PERSON,
			phone: PHONE,
			isGroup: false,
			timestamp: MOMENT,
			contact: { id: PERSON, phone: PHONE, name: 'Sara' },
		});
	});

	test.each(['id', 'contactId', 'jid', 'chatId', 'phone', 'number'])('has its id in %s', (path) => {
		expect(contactRecord(recordWith(path, PERSON))).toMatchObject({ chatId: PERSON, phone: PHONE });
	});

	test.each(['phone', 'number'])('has its number in %s, whatever its id is', (path) => {
		expect(contactRecord(recordWith(path, '+966 50 123 4567', { id: '99@lid' }))).toMatchObject({
			chatId: '99@lid',
			phone: PHONE,
		});
	});

	test('with an id that is no address is written to at its number', () => {
		expect(contactRecord({ id: '17', phone: PHONE })).toMatchObject({
			chatId: PHONE,
			contact: { id: null, phone: PHONE },
		});
		expect(contactRecord({})).toMatchObject({ chatId: null, phone: null, contact: { id: null } });
	});

	test('may be a group', () => {
		expect(contactRecord({ id: GROUP })).toMatchObject({ isGroup: true, chatId: GROUP, phone: null });
	});

	test.each(['name', 'pushName', 'notify', 'contactName', 'verifiedName'])('has its name in %s', (path) => {
		expect(contactRecord(recordWith(path, 'Sara')).contact?.name).toBe('Sara');
	});

	test.each(['time', 'timestamp'])('has its time in %s', (path) => {
		expect(contactRecord(recordWith(path, SECONDS)).timestamp).toBe(MOMENT);
	});
});

describe('a group', () => {
	test('is read from its record', () => {
		expect(groupRecord({ id: GROUP, author: PERSON, subject: 'Family', time: SECONDS })).toStrictEqual({
			event: 'group',
			chatId: GROUP,
			phone: PHONE,
			isGroup: true,
			timestamp: MOMENT,
			contact: { id: GROUP, phone: null, name: 'Family' },
		});
	});

	test.each(['id', 'groupId', 'jid', 'chatId'])('has its id in %s', (path) => {
		expect(groupRecord(recordWith(path, GROUP)).chatId).toBe(GROUP);
	});

	test.each(['author', 'participant', 'owner'])('has the person in %s', (path) => {
		expect(groupRecord(recordWith(path, PERSON)).phone).toBe(PHONE);
	});

	test.each(['subject', 'name'])('has its name in %s', (path) => {
		expect(groupRecord(recordWith(path, 'Family')).contact?.name).toBe('Family');
	});

	test.each(['time', 'timestamp', 'creation'])('has its time in %s', (path) => {
		expect(groupRecord(recordWith(path, SECONDS)).timestamp).toBe(MOMENT);
	});
});

test.each(['time', 'timestamp'])('a connection has the number of the account, and its time in %s', (path) => {
	expect(connectionRecord(recordWith(path, SECONDS, { phone: PHONE }))).toStrictEqual({
		event: 'connection',
		phone: PHONE,
		timestamp: MOMENT,
	});
});
