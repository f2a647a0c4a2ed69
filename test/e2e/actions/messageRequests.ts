import type { INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox';

/** An operation as a user fills it in, and the request that has to arrive: method, path and every byte of the body. */
export interface Case {
	name: string;
	parameters: INodeParameters;
	method?: 'GET' | 'POST' | 'DELETE';
	path: string;
	body?: object;
	query?: Record<string, string>;
}

const PHONE = '966501234567';
const GROUP = '120363041234567890@g.us';

const byPhone = { __rl: true, mode: 'phone', value: '+966 50 123 4567' };
const byChatId = { __rl: true, mode: 'chatId', value: GROUP };

const TEXT = 'طلبك رقم ١٠٤٢ في الطريق إليك 🚚\nشكرًا "لك" \\ *مهم*';

/** Three buttons as the panel stores them; a reply button without an ID gets its number. */
const buttons = {
	button: [
		{ type: 'url', text: 'تتبع', id: 'track', url: 'https://example.com/t?id=1&x=ع' },
		{ type: 'call', text: 'Call', id: 'call', phone: '+966 11 222 3333' },
		{ type: 'reply', text: 'OK', id: '' },
	],
};
const replyButtons = {
	button: [
		{ type: 'reply', text: 'نعم', id: 'yes' },
		{ type: 'reply', text: 'لا', id: '' },
	],
};

const apiButtons = [
	{ id: 'track', title: 'تتبع', type: 1, extra_data: 'https://example.com/t?id=1&x=ع' },
	{ id: 'call', title: 'Call', type: 2, extra_data: '966112223333' },
	{ id: '3', title: 'OK', type: 3, extra_data: '3' },
];
const apiReplyButtons = [
	{ id: 'yes', title: 'نعم', type: 3 },
	{ id: '2', title: 'لا', type: 3 },
];

const sections = {
	section: [
		{
			title: 'Morning',
			rows: {
				row: [
					{ id: 'a', title: '09:00', description: 'Dr. Huda' },
					{ id: '', title: '10:00', description: '' },
				],
			},
		},
		{ title: 'المساء', rows: { row: [{ id: '', title: '17:30', description: '' }] } },
	],
};

const send = (operation: string, parameters: INodeParameters): INodeParameters => ({
	resource: 'message',
	operation,
	recipient: byPhone,
	...parameters,
});

const media = (mediaType: string, mediaUrl: string, more: INodeParameters = {}) =>
	send('sendMedia', { mediaType, mediaUrl, ...more });

/** The id that the first node of the workflow got for its message. */
const FIRST_ID = "={{ $('go text').item.json.messageId }}";

/** Every request that the node can make on WhatsLoop v1. @param firstId id of the first message, for what refers to it */
export function goCases({ mediaUrl }: Sandbox, firstId: () => string): Case[] {
	const png = mediaUrl('sample.png');
	const webp = mediaUrl('sample.webp');
	const withHeader = (headerType: string, set: object, header: INodeParameters, withLinks: boolean): Case => ({
		name: `go buttons under ${headerType}${withLinks ? ' with links' : ''}`,
		parameters: send('sendButtons', {
			text: TEXT,
			buttons: withLinks ? buttons : replyButtons,
			headerType,
			footer: 'ذيل',
			...header,
		}),
		path: `button/${headerType}${withLinks ? '/template' : ''}`,
		body: { phone: PHONE, ...set, caption: TEXT, footer: 'ذيل', buttons: withLinks ? apiButtons : apiReplyButtons },
	});
	const headers = ['image', 'video', 'document'].flatMap((kind) =>
		[false, true].map((withLinks) => withHeader(kind, { [kind]: png }, { headerUrl: png }, withLinks)),
	);
	const places = [false, true].map((withLinks) =>
		withHeader(
			'location',
			{ lat: 24.7136, lng: 46.6753 },
			{ headerLatitude: 24.7136, headerLongitude: 46.6753 },
			withLinks,
		),
	);
	return [
		{
			name: 'go text',
			parameters: send('sendText', { text: TEXT }),
			path: 'message/send',
			body: { phone: PHONE, body: TEXT },
		},
		{
			name: 'go text to a group',
			parameters: send('sendText', { recipient: byChatId, text: 'hi' }),
			path: 'message/send',
			body: { phone: GROUP, body: 'hi' },
		},
		{
			name: 'go national number in Arabic digits',
			parameters: send('sendText', {
				recipient: { __rl: true, mode: 'phone', value: '٠٥٠ ١٢٣ ٤٥٦٧' },
				text: 'hi',
				options: { defaultCountryCode: '+966' },
			}),
			path: 'message/send',
			body: { phone: PHONE, body: 'hi' },
		},
		{
			name: 'go reply',
			parameters: send('sendText', { text: TEXT, options: { replyToMessageId: FIRST_ID } }),
			path: 'message/send/reply',
			body: { phone: PHONE, body: TEXT, messageId: firstId() },
		},
		{
			name: 'go disappearing text',
			parameters: send('sendText', { text: TEXT, options: { disappearAfter: 3600 } }),
			path: 'message/send/disappearing',
			body: { phone: PHONE, body: TEXT, duration: 3600 },
		},
		{
			name: 'go additional fields',
			parameters: send('sendText', { text: 'hi', options: { additionalFields: '{ "extra": { "deep": [1] } }' } }),
			path: 'message/send',
			body: { phone: PHONE, body: 'hi', extra: { deep: [1] } },
		},
		{
			name: 'go image by its ending',
			parameters: media('auto', `${png}?size=big.mp4`, { caption: 'صورة' }),
			path: 'send/image',
			body: { phone: PHONE, url: `${png}?size=big.mp4`, caption: 'صورة' },
		},
		{
			name: 'go video',
			parameters: media('video', png, { caption: 'c' }),
			path: 'send/video',
			body: { phone: PHONE, url: png, caption: 'c' },
		},
		{ name: 'go gif', parameters: media('gif', png), path: 'send/gif', body: { phone: PHONE, url: png } },
		{ name: 'go document', parameters: media('document', png), path: 'send/file', body: { phone: PHONE, url: png } },
		{
			name: 'go audio',
			parameters: media('audio', png, { caption: 'c' }),
			path: 'send/audio',
			body: { phone: PHONE, audio: png, caption: 'c' },
		},
		{ name: 'go voice', parameters: media('voice', png), path: 'send/ptt', body: { phone: PHONE, url: png } },
		{
			name: 'go sticker',
			parameters: media('sticker', webp),
			path: 'message/send/sticker',
			body: { phone: PHONE, url: webp },
		},
		{
			name: 'go location',
			parameters: send('sendLocation', { latitude: 24.7136, longitude: -46.6753 }),
			path: 'send/location',
			body: { phone: PHONE, lat: 24.7136, lng: -46.6753 },
		},
		{
			name: 'go contact',
			parameters: send('sendContact', { contactPhone: '00966 55 000 1111', contactName: 'خدمة العملاء' }),
			path: 'send/contact',
			body: { phone: PHONE, contact: '966550001111', name: 'خدمة العملاء' },
		},
		{
			name: 'go buttons',
			parameters: send('sendButtons', {
				text: TEXT,
				buttons: replyButtons,
				headerType: 'text',
				headerText: 'عنوان',
				footer: 'ذيل',
			}),
			path: 'button',
			body: { phone: PHONE, title: 'عنوان', body: TEXT, footer: 'ذيل', buttons: apiReplyButtons },
		},
		{
			name: 'go buttons with links',
			parameters: send('sendButtons', { text: TEXT, buttons }),
			path: 'button/template',
			body: { phone: PHONE, body: TEXT, buttons: apiButtons },
		},
		...headers,
		...places,
		{
			name: 'go list',
			parameters: send('sendList', { text: TEXT, buttonText: 'Times', sections, title: 'T', footer: 'F' }),
			path: 'list/message',
			body: {
				phone: PHONE,
				body: TEXT,
				title: 'T',
				footer: 'F',
				buttonText: 'Times',
				sections: [
					{
						title: 'Morning',
						rows: [
							{ id: 'a', title: '09:00', description: 'Dr. Huda' },
							{ id: '2', title: '10:00' },
						],
					},
					{ title: 'المساء', rows: [{ id: '3', title: '17:30' }] },
				],
			},
		},
		{
			name: 'go reaction',
			parameters: send('sendReaction', { messageId: FIRST_ID, emoji: '👍🏽' }),
			path: 'message/send/reaction',
			body: { phone: PHONE, reaction: '👍🏽', messageId: firstId() },
		},
		{
			name: 'go mention',
			parameters: send('sendMention', { mentionedPhone: '966 55 000 1111' }),
			path: 'message/send/mention',
			body: { phone: PHONE, mention: '966550001111' },
		},
		{
			name: 'go catalog',
			parameters: send('sendCatalog', { catalogPhone: '966550001111', title: 'متجر', description: 'd' }),
			path: 'share/catalog',
			body: { phone: PHONE, catalog: '966550001111', title: 'متجر', description: 'd' },
		},
		{
			name: 'go get',
			parameters: send('get', { messageId: FIRST_ID }),
			method: 'GET',
			path: 'message/id',
			query: { phone: PHONE, messageID: firstId() },
		},
		{
			name: 'go delete',
			parameters: send('delete', { messageId: FIRST_ID }),
			method: 'DELETE',
			path: 'message/delete',
			body: { phone: PHONE, messageID: firstId() },
		},
		{
			name: 'go get many',
			parameters: { resource: 'message', operation: 'getAll', limit: 2 },
			method: 'GET',
			path: 'message/fetch',
			query: { limit: '2' },
		},
	];
}

/** Every request that the node can make on WhatsLoop Cloud, from an account with a channel. */
export function cloudCases({ mediaUrl }: Sandbox): Case[] {
	const channel = { channel_id: 5 };
	const url = mediaUrl('sample.pdf');
	return [
		{
			name: 'cloud text',
			parameters: send('sendText', { text: TEXT }),
			path: 'messages/send-text',
			body: { to: PHONE, message: TEXT, ...channel },
		},
		{
			name: 'cloud text to a group',
			parameters: send('sendText', { recipient: byChatId, text: 'hi' }),
			path: 'messages/send-text',
			body: { to: GROUP, message: 'hi', ...channel },
		},
		{
			name: 'cloud reply',
			parameters: send('sendText', { text: TEXT, options: { replyToMessageId: 'ACFF842C' } }),
			path: 'messages/send-reply',
			body: { to: PHONE, message: TEXT, quoted_message_id: 'ACFF842C', ...channel },
		},
		...['document', 'image', 'video', 'audio'].map((type) => ({
			name: `cloud ${type}`,
			parameters: media(type, url, { caption: 'ملف' }),
			path: 'messages/send',
			body: { type, to: PHONE, media_url: url, caption: 'ملف', ...channel },
		})),
		{
			name: 'cloud buttons',
			parameters: send('sendButtons', { text: TEXT, buttons: replyButtons }),
			path: 'messages/send-buttons',
			body: {
				to: PHONE,
				text: TEXT,
				buttons: [
					{ id: 'yes', text: 'نعم' },
					{ id: '2', text: 'لا' },
				],
				...channel,
			},
		},
	];
}

/** What WhatsLoop Cloud does not have, each with the beginning of the error. */
export const cloudRefusals: Array<{ operation: string; parameters: INodeParameters; error: string }> = [
	{
		operation: 'sendLocation',
		parameters: { latitude: 1, longitude: 2 },
		error: '"Send Location" is not available on WhatsLoop Cloud.',
	},
	{
		operation: 'sendContact',
		parameters: { contactPhone: PHONE, contactName: 'x' },
		error: '"Send Contact" is not available on WhatsLoop Cloud.',
	},
	{
		operation: 'sendReaction',
		parameters: { messageId: 'x', emoji: '👍' },
		error: '"Send Reaction" is not available on WhatsLoop Cloud.',
	},
	{
		operation: 'sendMention',
		parameters: { mentionedPhone: PHONE },
		error: '"Send Mention" is not available on WhatsLoop Cloud.',
	},
	{
		operation: 'sendCatalog',
		parameters: { catalogPhone: PHONE },
		error: '"Send Catalog" is not available on WhatsLoop Cloud.',
	},
	{
		operation: 'sendList',
		parameters: { text: 'x', buttonText: 'y', sections },
		error: '"Send List" is not available on WhatsLoop Cloud.',
	},
	{ operation: 'get', parameters: { messageId: 'x' }, error: '"Get" is not available on WhatsLoop Cloud.' },
	{ operation: 'delete', parameters: { messageId: 'x' }, error: '"Delete" is not available on WhatsLoop Cloud.' },
	{ operation: 'getAll', parameters: {}, error: '"Get Many" is not available on WhatsLoop Cloud.' },
].map(({ operation, parameters, error }) => ({ operation, error, parameters: send(operation, parameters) }));
