import type { Sample, SampleFile } from '../sample';

const status = (more: object) => ({
	id: 'BAE5F00D',
	status: 3,
	statusText: 'Delivered',
	fromMe: true,
	chatId: '966501234567@s.whatsapp.net',
	...more,
});

const direct = { chatId: '966501234567@s.whatsapp.net', phone: '966501234567', isGroup: false };

const samples: Sample[] = [
	{
		name: 'ack_notification',
		body: { event: 'ack_notification', data: status({}) },
		items: [
			{
				event: 'ack',
				eventType: 'ack_notification',
				...direct,
				fromMe: true,
				message: { id: 'BAE5F00D' },
				ack: { status: 'delivered', level: 3 },
			},
		],
	},
	{
		name: 'ack_notification with several statuses',
		body: {
			event: 'ack_notification',
			data: [status({}), status({ id: 'BAE5F00E', status: 4, statusText: 'Viewed' })],
		},
		items: [{ ack: { status: 'delivered', level: 3 } }, { ack: { status: 'read', level: 4 } }],
	},
	{
		name: 'ack_notification of a deleted message, whose status is in its text alone',
		body: { event: 'ack_notification', data: status({ status: null, statusText: 'deleted' }) },
		items: [{ event: 'ack', ack: { status: 'deleted', level: 6 } }],
	},
	{
		name: 'chat_notification',
		body: { event: 'chat_notification', data: { id: '966501234567@s.whatsapp.net', name: 'Sara' } },
		items: [{ event: 'chat', eventType: 'chat_notification', ...direct }],
	},
	{
		name: 'contact_notification',
		body: { event: 'contact_notification', data: { id: '966501234567@s.whatsapp.net', name: 'Sara' } },
		items: [
			{
				event: 'contact',
				eventType: 'contact_notification',
				phone: '966501234567',
				contact: { id: '966501234567@s.whatsapp.net', phone: '966501234567', name: 'Sara' },
			},
		],
	},
	{
		name: 'a name that is not known, with a message in it',
		body: {
			event: 'something_notification',
			data: { ...status({ status: undefined }), body: 'hi', messageType: 'text' },
		},
		items: [{ event: 'message', eventType: 'something_notification', ...direct, message: { text: 'hi' } }],
	},
];

export default {
	source:
		"Names in the style of `message_notification`; the provider's settings are called `ackNotifications`, `chatNotifications`",
	evidence: 'guess',
	samples,
} satisfies SampleFile;
