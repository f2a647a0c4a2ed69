import { chatsToMark } from '../../../nodes/WhatsLoop/trigger/markRead';
import { toEvent, type EventParts } from '../../../nodes/WhatsLoop/trigger/normalise/triggerEvent';

const CHAT = { chatId: '966501234567@c.us', phone: '966501234567' };

const chatsOf = (...all: Array<Partial<EventParts>>) =>
	chatsToMark(all.map((parts) => toEvent({ event: 'message', ...parts }, {}, 0)));

test('a person is marked by the number, a group by its ID', () => {
	expect(chatsOf(CHAT)).toEqual(['966501234567']);
	expect(chatsOf({ chatId: '1203@g.us', phone: '966501234567', isGroup: true })).toEqual(['1203@g.us']);
});

test('a person whose number is hidden is marked by the chat ID', () => {
	expect(chatsOf({ chatId: '12345@lid' })).toEqual(['12345@lid']);
});

test('own messages, other events and messages without a chat mark nothing', () => {
	expect(chatsOf({ ...CHAT, fromMe: true }, { ...CHAT, event: 'ack' }, {})).toEqual([]);
});

test('each chat is marked once, as it was written first', () => {
	expect(
		chatsOf({ phone: '+966501234567' }, CHAT, { chatId: '966501234567@s.whatsapp.net' }, { phone: '966507654321' }),
	).toEqual(['+966501234567', '966507654321']);
});
