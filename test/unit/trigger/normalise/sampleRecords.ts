// Records that several files of samples build on.

/** A message as the provider's engine and panel send it: its fields stand side by side. */
export const flat = (more: object) => ({
	id: 'false_966501234567@c.us_3EB0AA',
	body: 'hello',
	type: 'chat',
	fromMe: 'false',
	author: '966501234567@c.us',
	chatId: '966501234567@c.us',
	chatName: 'Sara',
	pushName: 'Sara A.',
	time: 1787429683,
	...more,
});

/** The fields that are read about the chat of `flat`. */
export const direct = { chatId: '966501234567@c.us', phone: '966501234567', isGroup: false };

/** The fields that are read from a `message-new` event with one message in the chat of `flat`. */
export const messageNewItem = (message: object) => ({
	event: 'message' as const,
	eventType: 'message-new',
	...direct,
	fromMe: false,
	timestamp: '2026-08-22T20:14:43.000Z',
	contact: { id: '966501234567@c.us', phone: '966501234567', name: 'Sara A.' },
	message: { id: 'false_966501234567@c.us_3EB0AA', ...message },
});

/** The one event of WhatsLoop Cloud that was recorded: a text in a group, the number masked. */
export const recorded = {
	id: 'evt_01K3',
	object: 'event',
	type: 'message.received',
	api_version: '2026-06-01',
	created: 1787429684,
	tenant_id: '7b1f5c1e-0000-4000-8000-000000000000',
	channel_id: null,
	data: {
		object: {
			message_id: 'ACFF842C00',
			platform_message_id: 50796,
			channel_id: 5,
			conversation_id: 923,
			contact_id: null,
			group_id: '120363000000000001@g.us',
			group_jid: '120363000000000001@g.us',
			phone: '9665XXXXXXXX',
			type: 'text',
			content: 'Peace be upon you',
			timestamp: '2026-08-22T20:14:43+00:00',
		},
	},
};
