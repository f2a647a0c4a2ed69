import { readChats } from '../../../nodes/WhatsLoop/trigger/fields/chats';
import { passes, type Filters } from '../../../nodes/WhatsLoop/trigger/filter';
import { emptyMessage, toEvent, type EventParts } from '../../../nodes/WhatsLoop/trigger/normalise/triggerEvent';

const event = (parts: Partial<EventParts> = {}) =>
	toEvent(
		{
			event: 'message',
			chatId: '966501234567@c.us',
			phone: '966501234567',
			message: { ...emptyMessage, id: 'm', type: 'text' },
			...parts,
		},
		{},
		0,
	);

const filters = (more: Partial<Filters> = {}): Filters => ({
	events: new Set(['message']),
	ignoreOwn: true,
	ignoreGroups: false,
	...more,
});

const group = { chatId: '1203@g.us', isGroup: true };

describe('which events start the workflow', () => {
	test.each<[string, Partial<EventParts>, Partial<Filters>, boolean]>([
		['a message, wanted', {}, {}, true],
		['an ack, not wanted', { event: 'ack' }, {}, false],
		['an ack, wanted', { event: 'ack' }, { events: new Set(['ack']) }, true],
		['an own message', { fromMe: true }, {}, false],
		['an own message, wanted', { fromMe: true }, { ignoreOwn: false }, true],
		['the ack of an own message', { event: 'ack', fromMe: true }, { events: new Set(['ack']) }, true],
		['a message in a group', group, {}, true],
		['a message in a group, groups ignored', group, { ignoreGroups: true }, false],
		[
			'a new group, groups ignored (it was asked for)',
			{ event: 'group', ...group },
			{ ignoreGroups: true, events: new Set(['group']) },
			true,
		],
		['a wanted type', {}, { messageTypes: new Set(['text']) }, true],
		['another type', {}, { messageTypes: new Set(['image']) }, false],
		[
			'an ack, types chosen (they are about messages)',
			{ event: 'ack' },
			{ events: new Set(['ack']), messageTypes: new Set(['image']) },
			true,
		],
		[
			'a wanted status',
			{ event: 'ack', ack: { status: 'read', level: 4 } },
			{ events: new Set(['ack']), ackStatuses: new Set(['read']) },
			true,
		],
		[
			'another status',
			{ event: 'ack', ack: { status: 'sent', level: 2 } },
			{ events: new Set(['ack']), ackStatuses: new Set(['read']) },
			false,
		],
		[
			'a status that nobody knows',
			{ event: 'ack', ack: null },
			{ events: new Set(['ack']), ackStatuses: new Set(['read']) },
			false,
		],
		[
			'an ack of another chat, chats chosen',
			{ event: 'ack' },
			{ events: new Set(['ack']), chats: new Set(['1']) },
			false,
		],
		[
			'the change of another chat, chats chosen',
			{ event: 'chat' },
			{ events: new Set(['chat']), chats: new Set(['1']) },
			false,
		],
		['a chat that only begins like a chosen group', { chatId: '1203@g.us.x' }, { chats: new Set(['1203.x']) }, false],
		['a message, statuses chosen (they are about acks)', {}, { ackStatuses: new Set(['read']) }, true],
		['a message of no chat, chats chosen', { chatId: null, phone: null }, { chats: new Set(['966501234567']) }, false],
		[
			'a message whose number alone is known, chats chosen',
			{ chatId: null },
			{ chats: new Set(['966501234567']) },
			true,
		],
		['a message without a type, types chosen', { message: null }, { messageTypes: new Set(['text']) }, false],
		[
			'a connection, chats chosen (it is in no chat)',
			{ event: 'connection', chatId: null, phone: null },
			{ events: new Set(['connection']), chats: new Set(['1']) },
			true,
		],
	])('%s', (_name, parts, more, expected) => {
		expect(passes(event(parts), filters(more))).toBe(expected);
	});
});

describe('allowed chats', () => {
	test.each([
		['966501234567', true],
		['+966 50 123-4567', true],
		['00966501234567', true],
		['٩٦٦٥٠١٢٣٤٥٦٧', true],
		['966501234567@c.us', true],
		['966501234567@s.whatsapp.net', true],
		['966501234567:3@s.whatsapp.net', true],
		['15550100100, +966501234567', true],
		['15550100100، 966501234567', true],
		['15550100100', false],
	])('%s', (chats, expected) => {
		expect(passes(event(), filters({ chats: readChats(chats) }))).toBe(expected);
	});

	test.each([
		['1203@g.us', true],
		['120363000000000001@G.US', false],
		['966501234567', false], // the author's own chat is a different chat
	])('in a group: %s', (chats, expected) => {
		expect(passes(event(group), filters({ chats: readChats(chats) }))).toBe(expected);
	});

	test('find a group by the digits of its ID', () => {
		const chats = readChats('120363000000000001');
		expect(passes(event({ chatId: '120363000000000001@g.us', isGroup: true }), filters({ chats }))).toBe(true);
	});

	test('may be a list by expression, numbers included', () => {
		expect(readChats([966501234567, '1203@g.us'])).toEqual(new Set(['966501234567', '1203']));
	});

	test('let everybody in if they are an empty text, and nobody if they are an empty list (an expression may give one by mistake)', () => {
		expect(readChats('')).toBeUndefined();
		expect(readChats(undefined)).toBeUndefined();
		expect(readChats([])).toEqual(new Set());
	});

	test.each(['0501234567', 'Sara', '12'])('may not be %s, which is certainly no chat', (chat) => {
		expect(() => readChats(chat)).toThrow(/neither a phone number with country code nor a chat ID/);
	});
});
