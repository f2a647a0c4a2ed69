import { baileysAck, baileysMessage } from '../../../../../nodes/WhatsLoop/trigger/normalise/records/baileysRecord';
import { emptyMessage } from '../../../../../nodes/WhatsLoop/trigger/normalise/triggerEvent';
import { recordWith } from '../recordWith';

const PERSON = '966501234567@s.whatsapp.net';
const AUTHOR = '966505555555@s.whatsapp.net';
const HIDDEN = '99887766@lid';
const GROUP = '1203@g.us';
const SECONDS = 1787429683;
const MOMENT = '2026-08-22T20:14:43.000Z';

const record = (key: object, more: object = {}) =>
	({ key: { remoteJid: PERSON, fromMe: false, id: 'B', ...key }, message: { conversation: 'hi' }, ...more }) as never;
const ackRecord = (key: object, more: object = { status: 'READ' }) => record(key, { message: undefined, ...more });

describe('a message', () => {
	test('is read from its record', () => {
		expect(baileysMessage(record({}, { messageTimestamp: SECONDS, pushName: 'Sara' }))).toStrictEqual({
			event: 'message',
			chatId: PERSON,
			phone: '966501234567',
			isGroup: false,
			fromMe: false,
			timestamp: MOMENT,
			message: { ...emptyMessage, id: 'B', type: 'text', text: 'hi' },
			contact: { id: PERSON, phone: '966501234567', name: 'Sara' },
		});
	});

	test('is written by nobody else where the account wrote it', () => {
		expect(baileysMessage(record({ fromMe: true }))).toMatchObject({
			phone: '966501234567',
			fromMe: true,
			contact: { id: null, phone: null },
		});
		expect(baileysMessage(record({ fromMe: true, remoteJid: GROUP, participant: AUTHOR }))).toMatchObject({
			isGroup: true,
			phone: '966505555555',
			contact: { id: AUTHOR, phone: '966505555555' },
		});
	});

	test('is from somebody else where its key does not say', () => {
		expect(baileysMessage(record({ fromMe: undefined }))?.fromMe).toBe(false);
	});

	test.each(['remoteJidAlt', 'senderPn'])('in a chat that hides the number has it in %s', (field) => {
		expect(baileysMessage(record({ remoteJid: HIDDEN, [field]: PERSON }))).toMatchObject({
			chatId: HIDDEN,
			phone: '966501234567',
		});
	});

	test('in a chat that hides the number may have none', () => {
		expect(baileysMessage(record({ remoteJid: HIDDEN }))).toMatchObject({ chatId: HIDDEN, phone: null });
	});

	test.each(['participant', 'participantAlt', 'participantPn'])('in a group has its author in key.%s', (field) => {
		expect(baileysMessage(record({ remoteJid: GROUP, [field]: AUTHOR }))).toMatchObject({
			phone: '966505555555',
			contact: { id: AUTHOR, phone: '966505555555' },
		});
	});

	test('in a group may have its author beside the key, or none', () => {
		const contact = { id: AUTHOR, phone: '966505555555' };
		expect(baileysMessage(record({ remoteJid: GROUP }, { participant: AUTHOR }))).toMatchObject({ contact });
		expect(baileysMessage(record({ remoteJid: GROUP }))).toMatchObject({ phone: null, contact: { id: null } });
	});

	test('in a group with a hidden author has the number from beside it', () => {
		const key = { remoteJid: GROUP, participant: HIDDEN, participantPn: AUTHOR };
		expect(baileysMessage(record(key))?.contact).toMatchObject({ id: HIDDEN, phone: '966505555555' });
	});

	test.each(['messageTimestamp', 'update.messageTimestamp', 'timestamp', 'time'])('has its time in %s', (path) => {
		expect(baileysMessage(record({}, recordWith(path, SECONDS)))?.timestamp).toBe(MOMENT);
	});

	test.each(['pushName', 'verifiedBizName'])('has the name of its author in %s', (path) => {
		expect(baileysMessage(record({}, recordWith(path, 'Sara')))?.contact?.name).toBe('Sara');
	});

	test.each(['mediaUrl', 'media_url', 'fileUrl', 'file_url', 'media.url', 'message.mediaUrl'])(
		"has the address that WhatsLoop gives its file in %s (the client's own is encrypted)",
		(path) => {
			const { message, ...more } = recordWith(path, 'https://files.example.com/1') as { message?: object };
			const imageMessage = { url: 'https://mmg.whatsapp.net/a.enc' };
			const parts = baileysMessage(record({}, { ...more, message: { ...message, imageMessage } }));
			expect(parts?.message).toMatchObject({ type: 'image', mediaUrl: 'https://files.example.com/1' });
		},
	);

	test("has the client's address of its file where there is no other", () => {
		const message = { imageMessage: { url: 'https://files.example.com/a.jpg' } };
		expect(baileysMessage(record({}, { message }))?.message?.mediaUrl).toBe('https://files.example.com/a.jpg');
	});
});

describe('a stub', () => {
	test.each([1, '1', 'REVOKE'])('of the type %j is a deleted message', (messageStubType) => {
		expect(baileysMessage(record({}, { message: null, messageStubType }))).toMatchObject({
			event: 'message',
			message: { ...emptyMessage, id: 'B', type: 'deleted', targetMessageId: 'B' },
		});
	});

	test('of another type is a change of its group, or unknown', () => {
		const stub = { message: null, messageStubType: 27, messageTimestamp: SECONDS };
		const expected = { isGroup: true, fromMe: false, timestamp: MOMENT };
		expect(baileysMessage(record({ remoteJid: GROUP, participant: AUTHOR }, stub))).toStrictEqual({
			event: 'group',
			chatId: GROUP,
			phone: '966505555555',
			...expected,
		});
		expect(baileysMessage(record({}, stub))).toMatchObject({ event: 'other', chatId: PERSON });
	});

	test('with a content is that message', () => {
		expect(baileysMessage(record({}, { messageStubType: 2 }))).toMatchObject({
			event: 'message',
			message: { text: 'hi' },
		});
	});
});

test.each<[string, object]>([
	['a key', { message: { conversation: 'hi' }, messageStubType: 1 }],
	['a key that is a record', { key: 'B', message: { conversation: 'hi' } }],
	['a content and a stub', { key: { id: 'B' }, message: 'hi' }],
])('a record without %s is no message', (_name, body) => {
	expect(baileysMessage(body as never)).toBeUndefined();
});

describe('an ack', () => {
	test('is read from its record', () => {
		expect(baileysAck(ackRecord({ fromMe: true }, { status: 3, messageTimestamp: SECONDS }))).toStrictEqual({
			event: 'ack',
			chatId: PERSON,
			phone: '966501234567',
			isGroup: false,
			fromMe: true,
			timestamp: MOMENT,
			contact: null,
			ack: { status: 'delivered', level: 3 },
			message: { ...emptyMessage, id: 'B' },
		});
	});

	test.each(['update.status', 'status', 'ack'])('has its status in %s', (path) => {
		expect(baileysAck(ackRecord({}, recordWith(path, 'READ')))?.ack?.status).toBe('read');
	});

	test('has the first status that is one', () => {
		expect(baileysAck(ackRecord({}, { update: { status: 4 }, status: 3, ack: 2 }))?.ack?.level).toBe(4);
		expect(baileysAck(ackRecord({}, { update: { status: 'x' }, status: 'x', ack: 2 }))?.ack?.level).toBe(2);
	});

	test('in a group has its participant', () => {
		expect(baileysAck(ackRecord({ remoteJid: GROUP, participant: AUTHOR }))?.contact).toStrictEqual({
			id: AUTHOR,
			phone: '966505555555',
			name: null,
		});
		expect(baileysAck(ackRecord({ remoteJid: GROUP }))?.contact).toBeNull();
		expect(baileysAck(ackRecord({ participant: AUTHOR }))?.contact).toBeNull();
	});

	test.each<[string, object]>([
		['a key', { status: 'READ' }],
		['a status', { key: { id: 'B' } }],
		['a known status', { key: { id: 'B' }, status: 'starred' }],
	])('is none without %s', (_name, body) => {
		expect(baileysAck(body as never)).toBeUndefined();
	});

	test('is none with the content of a message', () => {
		expect(baileysAck(record({}, { status: 'READ' }))).toBeUndefined();
	});
});
