import { emptyMessage, toEvent, type EventParts } from '../../../../nodes/WhatsLoop/trigger/normalise/triggerEvent';

const RAW = { a: 1 };
const ARRIVED = Date.UTC(2026, 10, 22, 12);

test('what a reader did not find is null or false, and the time is that of the arrival', () => {
	expect(toEvent({ event: 'other' }, RAW, ARRIVED)).toStrictEqual({
		event: 'other',
		phone: null,
		message: null,
		contact: null,
		chatId: null,
		isGroup: false,
		fromMe: false,
		ack: null,
		timestamp: '2026-11-22T12:00:00.000Z',
		eventType: null,
		eventId: null,
		channelId: null,
		raw: RAW,
	});
});

test('what a reader found is kept', () => {
	const parts: EventParts = {
		event: 'message',
		phone: '966501234567',
		message: { ...emptyMessage, id: 'm' },
		contact: { id: null, phone: '966501234567', name: 'Sara' },
		chatId: '1203@g.us',
		isGroup: true,
		fromMe: true,
		ack: { status: 'sent', level: 2 },
		timestamp: '2026-08-22T20:14:43.000Z',
		eventType: 'message-new',
		eventId: 'evt_1',
		channelId: 5,
	};
	expect(toEvent(parts, RAW, ARRIVED)).toStrictEqual({ ...parts, raw: RAW });
});

test('an empty message has all fields that every message has', () => {
	expect(emptyMessage).toStrictEqual({
		id: null,
		type: null,
		text: null,
		mediaUrl: null,
		mimeType: null,
		fileName: null,
		quotedMessageId: null,
	});
});
