import type { Sample, SampleFile } from '../sample';
import { direct, flat, messageNewItem } from '../sampleRecords';

const CONTENTS: Array<[name: string, record: object, message: object]> = [
	['text', {}, { type: 'text', text: 'hello', mediaUrl: null }],
	[
		'picture whose body is its address',
		{ type: 'image', body: 'https://files.example.com/a.jpg', caption: 'look' },
		{ type: 'image', text: 'look', mediaUrl: 'https://files.example.com/a.jpg' },
	],
	[
		'picture without words',
		{ type: 'image', body: 'https://files.example.com/a.jpg' },
		{ type: 'image', text: null, mediaUrl: 'https://files.example.com/a.jpg' },
	],
	[
		'document',
		{ type: 'document', body: 'https://files.example.com/1', fileName: 'invoice.pdf' },
		{ type: 'document', fileName: 'invoice.pdf' },
	],
	['voice note', { type: 'ptt', body: 'https://files.example.com/a.ogg' }, { type: 'voice' }],
	['video, audio in capitals', { type: 'AUDIO', body: 'https://files.example.com/a.mp3' }, { type: 'audio' }],
	[
		'location in its body',
		{ type: 'location', body: '24.7136;46.6753' },
		{ type: 'location', text: null, location: { latitude: 24.7136, longitude: 46.6753, name: null, address: null } },
	],
	[
		'location in fields',
		{ type: 'location', body: '', metadata: { latitude: 24.5, longitude: 46.5 } },
		{ location: { latitude: 24.5, longitude: 46.5, name: null, address: null } },
	],
	[
		'contact',
		{ type: 'vcard', body: 'BEGIN:VCARD\nFN:Ali\nTEL;waid=966509999999:+966\nEND:VCARD' },
		{ type: 'contact', text: 'Ali', contacts: [{ id: null, phone: '966509999999', name: 'Ali' }] },
	],
	[
		'tapped button',
		{ type: 'buttons_response', body: 'Yes', metadata: { selectedButtonId: 'yes' } },
		{ type: 'button', text: 'Yes', selectedId: 'yes' },
	],
	[
		'chosen row',
		{ type: 'list_response', body: 'Large', metadata: { selectedRowId: 'l' } },
		{ type: 'list', text: 'Large', selectedId: 'l' },
	],
	[
		'reaction',
		{ type: 'reaction', body: '👍', metadata: { messageId: '3EB0BB' } },
		{ type: 'reaction', text: '👍', targetMessageId: '3EB0BB' },
	],
	['call', { type: 'call_log', body: '' }, { type: 'call_log', text: null }],
	['answer', { quotedMsgId: '3EB0CC' }, { quotedMessageId: '3EB0CC' }],
];

const samples: Sample[] = [
	...CONTENTS.map(([name, record, message]): Sample => ({
		name: `message-new: ${name}`,
		body: { event: 'message-new', messages: flat(record) },
		items: [messageNewItem(message)],
	})),
	{
		name: 'message-new with several messages',
		body: { event: 'message-new', messages: [flat({ id: 'a' }), flat({ id: 'b', fromMe: 'true' })] },
		items: [
			{ message: { id: 'a' }, fromMe: false },
			{ message: { id: 'b' }, fromMe: true },
		],
	},
	{
		name: 'message-new in a group, with its author',
		body: {
			event: 'message-new',
			messages: flat({ chatId: '966500000000-1500000000@g.us', author: '966505555555@c.us' }),
		},
		items: [{ chatId: '966500000000-1500000000@g.us', isGroup: true, phone: '966505555555' }],
	},
	{
		name: 'who sent it, told by the message id alone',
		body: { event: 'message-new', messages: { id: 'true_966501234567@c.us_3EB0AA', body: 'x', type: 'chat' } },
		items: [{ fromMe: true, ...direct }],
	},
	{
		name: 'message-status for several messages',
		body: {
			event: 'message-status',
			ack: ['sent', 'delivered', 'viewed', 'deleted', 'failed', 5].map((status, index) => ({
				id: `m${index}`,
				status,
				chatId: '966501234567@c.us',
			})),
		},
		items: [
			['sent', 2],
			['delivered', 3],
			['read', 4],
			['deleted', 6],
			['failed', 0],
			['played', 5],
		].map(([status, level], index) => ({
			event: 'ack' as const,
			eventType: 'message-status',
			...direct,
			fromMe: true,
			message: { id: `m${index}` },
			ack: { status: status as string, level: level as number },
		})),
	},
	{
		name: 'a status that nobody knows',
		body: { event: 'message-status', ack: [{ id: 'm', status: 'teleported', chatId: '1' }] },
		items: [{ event: 'ack', ack: null }],
	},
	{
		name: 'dialog-update',
		body: { event: 'dialog-update', data: { chatId: '966501234567@c.us', name: 'Sara' } },
		items: [
			{
				event: 'chat',
				eventType: 'dialog-update',
				...direct,
				contact: { id: '966501234567@c.us', phone: '966501234567', name: 'Sara' },
			},
		],
	},
	{
		name: 'dialog-delete',
		body: { event: 'dialog-delete', data: { chatId: '966501234567@c.us' } },
		items: [{ event: 'chat', eventType: 'dialog-delete', ...direct }],
	},
	{
		name: 'dialog-presence',
		body: { event: 'dialog-presence', data: { chatId: '966501234567@c.us', presence: 'composing' } },
		items: [{ event: 'chat', eventType: 'dialog-presence' }],
	},
	{
		name: 'group-new',
		body: { event: 'group-new', data: { id: '1203@g.us', subject: 'Team' } },
		items: [
			{ event: 'group', chatId: '1203@g.us', isGroup: true, contact: { id: '1203@g.us', phone: null, name: 'Team' } },
		],
	},
	{
		name: 'group-update',
		body: { event: 'group-update', data: { id: '1203@g.us', subject: 'Team' } },
		items: [{ event: 'group', eventType: 'group-update' }],
	},
	{
		name: 'connectionStatus',
		body: { event: 'connectionStatus', data: { status: 'disconnected' } },
		items: [{ event: 'connection', eventType: 'connectionStatus', message: null }],
	},
	{
		name: 'connectionStatus without data',
		body: { event: 'connectionStatus', status: 'connected' },
		items: [{ event: 'connection' }],
	},
];

export default {
	source: "The provider's engine of 2022-23; its message types are of both generations of its code",
	evidence: 'provider code',
	samples,
} satisfies SampleFile;
