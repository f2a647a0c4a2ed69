import type { Sample, SampleFile } from '../sample';
import { direct, messageNewItem } from '../sampleRecords';

/** The record that `formatMessages` of the engine writes into `message-new`. */
const record = (more: object) => ({
	id: 'false_966501234567@c.us_3EB0AA',
	body: 'hello',
	type: 'text',
	fromMe: 'false',
	chatId: '966501234567@c.us',
	author: 'Sara A.',
	chatName: '966501234567',
	pushName: 'Sara A.',
	senderName: 'Sara A.',
	time: 1787429683,
	status: 2,
	statusText: 'Sent',
	deviceSentFrom: 'android',
	fileName: '',
	caption: '',
	dateObj: { date: '2026-08-22 20:14:43', dateTimeZone: 'Sat, 22 Aug 2026 20:14:43 GMT' },
	metadata: [],
	labelled: null,
	starred: 0,
	channel: '1234',
	...more,
});

const FILE = 'https://files.example.com/uploads/messages/1234/3EB0AA';

const CONTENTS: Array<[name: string, record: object, message: object]> = [
	['text', {}, { type: 'text', text: 'hello' }],
	['reply', { type: 'reply' }, { type: 'text', text: 'hello' }],
	['disappearing', { type: 'disappearing' }, { type: 'text', text: 'hello' }],
	[
		'picture',
		{ type: 'image', body: `${FILE}.jpeg`, caption: 'look', fileName: '3EB0AA.jpeg' },
		{ type: 'image', text: 'look', mediaUrl: `${FILE}.jpeg`, fileName: '3EB0AA.jpeg' },
	],
	[
		'document, whose caption is its file name',
		{ type: 'document', body: `${FILE}.pdf`, caption: 'invoice.pdf', fileName: 'invoice.pdf' },
		{ type: 'document', text: null, mediaUrl: `${FILE}.pdf`, fileName: 'invoice.pdf' },
	],
	['gif', { type: 'gif', body: `${FILE}.gif` }, { type: 'gif', mediaUrl: `${FILE}.gif` }],
	[
		'location without a body',
		{ type: 'location', body: '', metadata: { latitude: 24.7136, longitude: 46.6753 } },
		{ type: 'location', text: null, location: { latitude: 24.7136, longitude: 46.6753, name: null, address: null } },
	],
	[
		'contact',
		{ type: 'contact', body: { name: 'Ali', phone: '966509999999', organization: '' } },
		{ type: 'contact', text: 'Ali', contacts: [{ id: null, phone: '966509999999', name: 'Ali' }] },
	],
	[
		'tapped button',
		{ type: 'buttons_response', body: 'Yes', metadata: { selectedButtonID: 'id1', quotedMessageId: 'true_9665_BAE5' } },
		{ type: 'button', text: 'Yes', selectedId: 'id1', quotedMessageId: 'true_9665_BAE5' },
	],
	[
		'reaction without a body',
		{ type: 'reaction', body: '', metadata: { quotedMessageId: 'true_966501234567@c.us_BAE5' } },
		{ type: 'reaction', text: null, targetMessageId: 'true_966501234567@c.us_BAE5' },
	],
	['order', { type: 'order', body: '', metadata: { orderId: '1' } }, { type: 'order', text: null }],
];

const samples: Sample[] = [
	...CONTENTS.map(([name, content, message]): Sample => ({
		name,
		body: { event: 'message-new', messages: record(content) },
		items: [messageNewItem(message)],
	})),
	{
		name: 'an own message, whose author is called Me',
		body: {
			event: 'message-new',
			messages: record({
				id: 'true_966501234567@c.us_3EB0AB',
				fromMe: 'true',
				author: 'Me',
				senderName: 'Me',
				pushName: 'Me',
			}),
		},
		items: [{ ...direct, fromMe: true, contact: { id: null, phone: null, name: null } }],
	},
	{
		name: 'a message in a group, whose author is a number',
		body: {
			event: 'message-new',
			messages: record({
				id: 'false_1203@g.us_3EB0AC',
				chatId: '1203@g.us',
				author: '966505555555@c.us',
				chatName: '1203@g.us',
			}),
		},
		items: [
			{
				chatId: '1203@g.us',
				isGroup: true,
				phone: '966505555555',
				contact: { id: '966505555555@c.us', phone: '966505555555', name: 'Sara A.' },
			},
		],
	},
	{
		name: 'an empty message, which the engine sends as an empty list',
		body: { event: 'message-new', messages: [] },
		items: [{ event: 'message', eventType: 'message-new' }],
	},
	{
		name: 'a star on a message, which is no status',
		body: { event: 'message-status', ack: [{ id: 'true_1@c.us_A', status: 'starred', chatId: '1@c.us' }] },
		items: [{ event: 'ack', ack: null }],
	},
	{
		name: 'somebody who is typing',
		body: {
			event: 'dialog-presence',
			data: { chatId: '966501234567@c.us', presenceData: { phone: '966501234567', presence: 'typing' } },
		},
		items: [{ event: 'chat', eventType: 'dialog-presence', ...direct }],
	},
	{
		name: 'the state of the connection, which has no data',
		body: { event: 'connectionStatus', type: 'open' },
		items: [{ event: 'connection', eventType: 'connectionStatus' }],
	},
	{
		name: "an order in the shop, under a name that is none of the node's events",
		body: { event: 'orders-set', data: { id: '1', token: 't', time: 1787429683, chatId: '966501234567' } },
		items: [{ event: 'other', eventType: 'orders-set' }],
	},
];

export default {
	source: "The provider's engine of 2022-23: what its functions `formatMessages` and `MessagesWebhook` write",
	evidence: 'provider code',
	samples,
} satisfies SampleFile;
