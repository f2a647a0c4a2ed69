import type { Sample, SampleFile } from '../sample';

/** The whole record: what the engine's `reformatMessageObj` writes. */
const record = (more: object) => ({
	id: 'BAE5F00D',
	body: 'hello',
	caption: '',
	messageType: 'text',
	fileName: '',
	fromMe: false,
	author: '966501234567',
	chatName: '966501234567',
	pushName: 'سارة',
	time: 1787429683,
	timeFormatted: 'Sat, 22 Aug 2026 20:14:43 GMT',
	status: 2,
	statusText: 'Sent',
	deviceSentFrom: 'android',
	expirationFormatted: '',
	expiration: '',
	remoteJid: '966501234567@s.whatsapp.net',
	...more,
});

const FILE = 'https://files.example.com/uploads/messages/1234/BAE5F00D';

const CONTENTS: Array<[name: string, record: object, message: object]> = [
	['text', {}, { type: 'text', text: 'hello' }],
	['answer or forwarded text', { messageType: 'chat' }, { type: 'text', text: 'hello' }],
	['disappearing text', { messageType: 'disappearingMessage' }, { type: 'text', text: 'hello' }],
	[
		'text with a mention',
		{ messageType: 'mentionMessage', body: { text: '@1 hi', mentions: ['1'] } },
		{ type: 'text', text: '@1 hi' },
	],
	[
		'answer',
		{ messageType: 'replyMessage', body: { text: 'yes', quotedMessage: { id: 'BAE5AA' } } },
		{ type: 'text', text: 'yes', quotedMessageId: 'BAE5AA' },
	],
	[
		'picture',
		{ messageType: 'image', body: `${FILE}.jpeg`, caption: 'look', fileName: 'BAE5F00D.jpeg' },
		{ type: 'image', text: 'look', mediaUrl: `${FILE}.jpeg`, fileName: 'BAE5F00D.jpeg' },
	],
	[
		'video',
		{ messageType: 'video', body: `${FILE}.mp4`, caption: undefined },
		{ type: 'video', text: null, mediaUrl: `${FILE}.mp4` },
	],
	['gif', { messageType: 'gifMessage', body: `${FILE}.gif` }, { type: 'gif', mediaUrl: `${FILE}.gif` }],
	['audio', { messageType: 'audio', body: `${FILE}.oga` }, { type: 'audio', mediaUrl: `${FILE}.oga` }],
	['sticker', { messageType: 'sticker', body: `${FILE}.webp` }, { type: 'sticker', mediaUrl: `${FILE}.webp` }],
	[
		'document, whose caption is its file name',
		{ messageType: 'document', body: `${FILE}.pdf`, caption: 'فاتورة 1.pdf', fileName: 'فاتورة 1.pdf' },
		{ type: 'document', text: null, mediaUrl: `${FILE}.pdf`, fileName: 'فاتورة 1.pdf' },
	],
	[
		'document with its caption alone',
		{ messageType: 'document', body: `${FILE}.pdf`, caption: 'invoice.pdf' },
		{ type: 'document', text: null, fileName: 'invoice.pdf' },
	],
	[
		'location',
		{ messageType: 'locationMessage', body: { latitude: 24.7136, longitude: 46.6753 } },
		{ type: 'location', text: null, location: { latitude: 24.7136, longitude: 46.6753, name: null, address: null } },
	],
	[
		'contact',
		{ messageType: 'contactMessage', body: { name: 'Ali', phone: '966509999999', organization: 'Shop' } },
		{ type: 'contact', text: 'Ali', contacts: [{ id: null, phone: '966509999999', name: 'Ali' }] },
	],
	[
		'reaction',
		{ messageType: 'reactionMessage', body: { reaction: '👍', message: { id: 'BAE5BB', fromMe: true } } },
		{ type: 'reaction', text: '👍', targetMessageId: 'BAE5BB' },
	],
	[
		'reaction taken back',
		{ messageType: 'reactionMessage', body: { reaction: '', message: { id: 'BAE5BB' } } },
		{ type: 'reaction', text: null, targetMessageId: 'BAE5BB' },
	],
	[
		'tapped button',
		{
			messageType: 'buttons_response',
			body: {
				selectedButtonID: 'id2',
				selectedButtonText: 'نعم',
				quotedMsgId: 'BAE5CC',
				quotedChatId: '966501234567@s.whatsapp.net',
				type: 1,
			},
		},
		{ type: 'button', text: 'نعم', selectedId: 'id2', quotedMessageId: 'BAE5CC' },
	],
	[
		'buttons that the account sent',
		{
			messageType: 'buttonsMessage',
			body: { title: 'Hello', content: 'Shall we come?', buttons: [{ id: '1', title: 'Yes', type: 1 }] },
		},
		{ type: 'buttons', text: 'Shall we come?' },
	],
	[
		'list that the account sent',
		{ messageType: 'listMessage', body: { title: 'Sizes', description: 'Choose one', sections: [] } },
		{ type: 'list', text: 'Choose one' },
	],
];

const direct = { chatId: '966501234567@s.whatsapp.net', phone: '966501234567', isGroup: false };

const samples: Sample[] = [
	...CONTENTS.map(([name, content, message]): Sample => ({
		name,
		body: { event: 'message_notification', data: record(content) },
		items: [
			{
				event: 'message',
				eventType: 'message_notification',
				...direct,
				fromMe: false,
				timestamp: '2026-08-22T20:14:43.000Z',
				contact: { id: '966501234567@s.whatsapp.net', phone: '966501234567', name: 'سارة' },
				message: { id: 'BAE5F00D', ...message },
			},
		],
	})),
	{
		name: 'an own message, whose author is called Me',
		body: { event: 'message_notification', data: record({ fromMe: true, author: 'Me', pushName: 'Me' }) },
		items: [{ ...direct, fromMe: true, contact: { id: null, phone: null, name: null } }],
	},
	{
		name: 'a message in a group, with its author',
		body: {
			event: 'message_notification',
			data: record({ remoteJid: '1203@g.us', author: '966505555555', chatName: '1203@g.us' }),
		},
		items: [
			{
				chatId: '1203@g.us',
				isGroup: true,
				phone: '966505555555',
				contact: { id: null, phone: '966505555555', name: 'سارة' },
			},
		],
	},
	{
		name: 'several messages in one event',
		body: { event: 'message_notification', data: [record({ id: 'A' }), record({ id: 'B' })] },
		items: [{ message: { id: 'A' } }, { message: { id: 'B' } }],
	},
];

export default {
	source:
		"`message_notification` with the whole record of the provider's engine, `reformatMessageObj` of February 2023",
	evidence: 'deduced',
	samples,
} satisfies SampleFile;
