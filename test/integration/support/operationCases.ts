import type { INodeParameters } from 'n8n-workflow';
import { chatId, phone } from './harness';

export const message = (operation: string, more: INodeParameters): INodeParameters => ({
	resource: 'message',
	operation,
	recipient: phone('+966 50 123 4567'),
	...more,
});

/** Parameters as the panel stores them, and the one request that has to leave n8n. */
export type Case = [
	name: string,
	parameters: INodeParameters,
	request: { method?: string; path: string; query?: object; body?: object },
];

const url = 'https://example.com/files/picture.jpg';
export const to = '966501234567';

const buttons = (...button: INodeParameters[]): INodeParameters => ({ text: 'Choose', buttons: { button } });
const reply = { type: 'reply', text: 'Yes' };
const link = { type: 'url', text: 'Shop', url: 'https://example.com/' };
const call = { type: 'call', text: 'Call us', phone: '00966 50 765 4321', id: 'tel' };

export const GO_CASES: Case[] = [
	['a text', message('sendText', { text: 'Hi' }), { path: '/message/send', body: { phone: to, body: 'Hi' } }],
	[
		'a text to a group',
		{ ...message('sendText', { text: 'Hi' }), recipient: chatId('120363041234567890@g.us') },
		{ path: '/message/send', body: { phone: '120363041234567890@g.us', body: 'Hi' } },
	],
	[
		'a reply',
		message('sendText', { text: 'Hi', options: { replyToMessageId: 'BAE5AA' } }),
		{ path: '/message/send/reply', body: { phone: to, body: 'Hi', messageId: 'BAE5AA' } },
	],
	[
		'a text that disappears',
		message('sendText', { text: 'Hi', options: { disappearAfter: 86_400 } }),
		{ path: '/message/send/disappearing', body: { phone: to, body: 'Hi', duration: 86_400 } },
	],
	[
		'a picture',
		message('sendMedia', { mediaUrl: url, caption: 'Look' }),
		{ path: '/send/image', body: { phone: to, url, caption: 'Look' } },
	],
	[
		'a picture by choice',
		message('sendMedia', { mediaType: 'document', mediaUrl: url }),
		{ path: '/send/file', body: { phone: to, url } },
	],
	[
		'a voice message',
		message('sendMedia', { mediaType: 'voice', mediaUrl: url }),
		{ path: '/send/ptt', body: { phone: to, url } },
	],
	[
		'an audio file',
		message('sendMedia', { mediaUrl: 'https://example.com/a.mp3' }),
		{ path: '/send/audio', body: { phone: to, audio: 'https://example.com/a.mp3' } },
	],
	[
		'a sticker',
		message('sendMedia', { mediaType: 'sticker', mediaUrl: 'https://example.com/files/sticker.webp' }),
		{ path: '/message/send/sticker', body: { phone: to, url: 'https://example.com/files/sticker.webp' } },
	],
	[
		'a place',
		message('sendLocation', { latitude: 24.7136, longitude: -46.6753 }),
		{ path: '/send/location', body: { phone: to, lat: 24.7136, lng: -46.6753 } },
	],
	[
		'the place where both are 0',
		message('sendLocation', { latitude: 0, longitude: 0 }),
		{ path: '/send/location', body: { phone: to, lat: 0, lng: 0 } },
	],
	[
		'a contact',
		message('sendContact', { contactPhone: '+966-50-765-4321', contactName: 'Omar' }),
		{ path: '/send/contact', body: { phone: to, contact: '966507654321', name: 'Omar' } },
	],
	[
		'reply buttons under a text',
		message('sendButtons', {
			...buttons(reply, { ...reply, text: 'No' }),
			headerType: 'text',
			headerText: 'Order',
			footer: 'Shop',
		}),
		{
			path: '/button',
			body: {
				phone: to,
				title: 'Order',
				body: 'Choose',
				footer: 'Shop',
				buttons: [
					{ id: '1', title: 'Yes', type: 3 },
					{ id: '2', title: 'No', type: 3 },
				],
			},
		},
	],
	[
		'link and call buttons under a picture',
		message('sendButtons', { ...buttons(link, call), headerType: 'image', headerUrl: url }),
		{
			path: '/button/image/template',
			body: {
				phone: to,
				image: url,
				caption: 'Choose',
				buttons: [
					{ id: '1', title: 'Shop', type: 1, extra_data: 'https://example.com/' },
					{ id: 'tel', title: 'Call us', type: 2, extra_data: '966507654321' },
				],
			},
		},
	],
	[
		'reply buttons under a place',
		message('sendButtons', { ...buttons(reply), headerType: 'location', headerLatitude: 1.5, headerLongitude: 2.5 }),
		{
			path: '/button/location',
			body: { phone: to, lat: 1.5, lng: 2.5, caption: 'Choose', buttons: [{ id: '1', title: 'Yes', type: 3 }] },
		},
	],
	[
		'a list',
		message('sendList', {
			text: 'When?',
			buttonText: 'Times',
			title: 'Visit',
			footer: 'Open daily',
			sections: {
				section: [
					{ title: 'Monday', rows: { row: [{ title: '9:00', description: 'Early', id: 'mon9' }, { title: '10:00' }] } },
				],
			},
		}),
		{
			path: '/list/message',
			body: {
				phone: to,
				body: 'When?',
				buttonText: 'Times',
				title: 'Visit',
				footer: 'Open daily',
				sections: [
					{
						title: 'Monday',
						rows: [
							{ id: 'mon9', title: '9:00', description: 'Early' },
							{ id: '2', title: '10:00' },
						],
					},
				],
			},
		},
	],
	[
		'a reaction',
		message('sendReaction', { messageId: 'BAE5AA', emoji: '👍' }),
		{ path: '/message/send/reaction', body: { phone: to, messageId: 'BAE5AA', reaction: '👍' } },
	],
	[
		'a mention',
		message('sendMention', { mentionedPhone: '966507654321' }),
		{ path: '/message/send/mention', body: { phone: to, mention: '966507654321' } },
	],
	[
		'a catalog',
		message('sendCatalog', { catalogPhone: '966507654321', title: 'Spring', description: 'New' }),
		{ path: '/share/catalog', body: { phone: to, catalog: '966507654321', title: 'Spring', description: 'New' } },
	],
	[
		'one message',
		message('get', { messageId: 'BAE5AA' }),
		{ method: 'GET', path: '/message/id', query: { phone: to, messageID: 'BAE5AA' } },
	],
	[
		'the latest messages',
		{ resource: 'message', operation: 'getAll' },
		{ method: 'GET', path: '/message/fetch', query: { limit: '50' } },
	],
	[
		'the end of a message',
		message('delete', { messageId: 'BAE5AA' }),
		{ method: 'DELETE', path: '/message/delete', body: { phone: to, messageID: 'BAE5AA' } },
	],
];

export const CLOUD_CASES: Case[] = [
	['a text', message('sendText', { text: 'Hi' }), { path: '/messages/send-text', body: { to, message: 'Hi' } }],
	[
		'a reply',
		message('sendText', { text: 'Hi', options: { replyToMessageId: 'ACFF' } }),
		{ path: '/messages/send-reply', body: { to, message: 'Hi', quoted_message_id: 'ACFF' } },
	],
	[
		'a document',
		message('sendMedia', { mediaUrl: 'https://example.com/a.pdf', caption: 'Invoice' }),
		{
			path: '/messages/send',
			body: { to, type: 'document', media_url: 'https://example.com/a.pdf', caption: 'Invoice' },
		},
	],
	[
		'a picture',
		message('sendMedia', { mediaUrl: url }),
		{ path: '/messages/send', body: { to, type: 'image', media_url: url } },
	],
	[
		'buttons',
		message('sendButtons', buttons(reply, { ...reply, text: 'No', id: 'no' })),
		{
			path: '/messages/send-buttons',
			body: {
				to,
				text: 'Choose',
				buttons: [
					{ id: '1', text: 'Yes' },
					{ id: 'no', text: 'No' },
				],
			},
		},
	],
];
