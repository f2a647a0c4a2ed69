import type { Sample, SampleFile } from '../sample';
import { direct, flat } from '../sampleRecords';

const samples: Sample[] = [
	{
		name: 'New Chats with a message in it',
		body: { event: 'New Chats', data: flat({}) },
		items: [{ event: 'message', eventType: 'New Chats', message: { text: 'hello' } }],
	},
	{
		name: 'New Chats with a chat in it',
		body: { event: 'New Chats', data: { id: '966501234567@c.us', name: 'Sara' } },
		items: [{ event: 'chat', eventType: 'New Chats', ...direct }],
	},
	{
		name: 'new_contact',
		body: { type: 'new_contact', contact: { id: '966501234567@c.us', name: 'Sara' } },
		items: [
			{
				event: 'contact',
				eventType: 'new_contact',
				phone: '966501234567',
				contact: { id: '966501234567@c.us', phone: '966501234567', name: 'Sara' },
			},
		],
	},
	{
		name: 'New Contact with a number only',
		body: { event: 'New Contact', data: { phone: '+966 50 123 4567', name: 'Sara' } },
		items: [{ event: 'contact', chatId: '966501234567', phone: '966501234567' }],
	},
	{
		name: 'New Ack',
		body: { event: 'New Ack', data: [{ id: 'm', status: 3, chatId: '966501234567@c.us' }] },
		items: [{ event: 'ack', eventType: 'New Ack', ack: { status: 'delivered', level: 3 } }],
	},
	{
		name: 'New Ack from a client',
		body: {
			event: 'New Ack',
			data: { key: { remoteJid: '966501234567@s.whatsapp.net', fromMe: true, id: 'B' }, update: { status: 'READ' } },
		},
		items: [{ event: 'ack', ack: { status: 'read', level: 4 } }],
	},
];

export default {
	source: "The three events that WhatsLoop's documentation names, with the contents that its family of software sends",
	evidence: 'deduced',
	samples,
} satisfies SampleFile;
