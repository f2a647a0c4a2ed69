import type { Sample, SampleFile } from '../sample';
import { recorded } from '../sampleRecords';

const direct = (more: object, envelope: object = {}) => ({
	...recorded,
	...envelope,
	data: {
		object: {
			message_id: 'ACFF842C01',
			channel_id: 5,
			phone: '966501234567',
			type: 'text',
			content: 'hi',
			timestamp: '2026-08-22T20:14:43+00:00',
			...more,
		},
	},
});

const samples: Sample[] = [
	{
		name: 'a direct message, which names no chat',
		body: direct({}),
		items: [
			{
				chatId: '966501234567',
				phone: '966501234567',
				isGroup: false,
				contact: { id: null, phone: '966501234567', name: null },
			},
		],
	},
	{
		name: 'a channel that is only named outside',
		body: direct({ channel_id: null }, { channel_id: 7 }),
		items: [{ channelId: 7 }],
	},
	{
		name: 'a time that is only named outside',
		body: direct({ timestamp: undefined }),
		items: [{ timestamp: '2026-08-22T20:14:44.000Z' }],
	},
	{
		name: 'a picture with words',
		body: direct({
			type: 'image',
			content: 'look',
			media_url: 'https://files.example.com/a.jpg',
			mime_type: 'image/jpeg',
		}),
		items: [
			{ message: { type: 'image', text: 'look', mediaUrl: 'https://files.example.com/a.jpg', mimeType: 'image/jpeg' } },
		],
	},
	{
		name: 'a document whose content is an address, which is taken for words (anybody could write it)',
		body: direct({
			type: 'document',
			content: 'https://files.example.com/1',
			caption: 'due',
			file_name: 'invoice.pdf',
		}),
		items: [{ message: { type: 'document', text: 'due', mediaUrl: null, fileName: 'invoice.pdf' } }],
	},
	{
		name: 'a tapped button, which arrives as its text',
		body: direct({ content: 'Yes' }),
		items: [{ message: { type: 'text', text: 'Yes' } }],
	},
	{
		name: 'a type that nobody has seen passes by name',
		body: { ...recorded, type: 'conversation.assigned', data: { object: { conversation_id: 923, channel_id: 5 } } },
		items: [{ event: 'other', eventType: 'conversation.assigned', eventId: 'evt_01K3', channelId: 5, message: null }],
	},
	{
		name: 'an event without data',
		body: { id: 'evt_2', object: 'event', type: 'ping', created: 1787429684 },
		items: [{ event: 'other', eventType: 'ping', timestamp: '2026-08-22T20:14:44.000Z' }],
	},
	{
		name: 'a list of events',
		body: [recorded, direct({})],
		items: [{ message: { id: 'ACFF842C00' } }, { message: { id: 'ACFF842C01' } }],
	},
	{
		name: 'events in data',
		body: { object: 'list', data: [recorded, direct({})] },
		items: [{ message: { id: 'ACFF842C00' } }, { message: { id: 'ACFF842C01' } }],
	},
	{
		name: 'events in events',
		body: { events: [recorded, direct({})] },
		items: [{ message: { id: 'ACFF842C00' } }, { message: { id: 'ACFF842C01' } }],
	},
];

export default {
	source: 'WhatsLoop Cloud: other contents and batches, in the style of the recorded event',
	evidence: 'guess',
	samples,
} satisfies SampleFile;
