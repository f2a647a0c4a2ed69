import type { Sample, SampleFile } from '../sample';

/** The seven fields that the consumer reads. There is no id among them. */
const fields = (more: object) => ({
	fromMe: false,
	body: 'hello',
	messageType: 'text',
	author: '966501234567',
	remoteJid: '966501234567@s.whatsapp.net',
	pushName: 'Sara',
	chatName: '966501234567',
	...more,
});

const direct = { chatId: '966501234567@s.whatsapp.net', phone: '966501234567', isGroup: false };

const samples: Sample[] = [
	{
		name: 'a text, which is a message without an id',
		body: { event: 'message_notification', data: fields({}) },
		items: [
			{
				event: 'message',
				eventType: 'message_notification',
				...direct,
				fromMe: false,
				timestamp: '2026-11-22T12:00:00.000Z',
				contact: { id: '966501234567@s.whatsapp.net', phone: '966501234567', name: 'Sara' },
				message: { id: null, type: 'text', text: 'hello' },
			},
		],
	},
	{
		name: 'a picture, whose body is the address of its file',
		body: {
			event: 'message_notification',
			data: fields({ messageType: 'image', body: 'https://files.example.com/1.jpg' }),
		},
		items: [{ message: { type: 'image', text: null, mediaUrl: 'https://files.example.com/1.jpg' } }],
	},
	{
		name: 'a text with nothing but a link, which is no file',
		body: { event: 'message_notification', data: fields({ body: 'https://files.example.com/1.jpg' }) },
		items: [{ message: { type: 'text', text: 'https://files.example.com/1.jpg', mediaUrl: null } }],
	},
	{
		name: 'an own message, of which only the author tells so',
		body: { event: 'message_notification', data: fields({ fromMe: undefined, author: 'Me' }) },
		items: [{ ...direct, fromMe: true, contact: { id: null, phone: null, name: 'Sara' } }],
	},
	{
		name: 'the fields beside the name',
		body: { event: 'message_notification', ...fields({}) },
		items: [{ event: 'message', eventType: 'message_notification', ...direct, message: { text: 'hello' } }],
	},
];

export default {
	source: '`message_notification` of the sibling platform, with the fields that its one known consumer reads',
	evidence: 'sibling',
	samples,
} satisfies SampleFile;
