import { message } from '../../../nodes/WhatsLoop/actions/message';
import { buildRequest } from '../../../nodes/WhatsLoop/contracts/buildRequest';
import type { Values } from '../../../nodes/WhatsLoop/contracts/contract';
import { go } from '../../../nodes/WhatsLoop/contracts/go';
import { askedOperation } from './askedOperation';
import { GROUP, linkButtons, mixedButtons, OTHER_PHONE, PHONE, replyButtons, SECTIONS, URL } from './sampleValues';

type Row = [operation: string, values: Values, request: string, fields: Record<string, unknown>];

const media = (mediaType: string, more: Values = {}): Values => ({
	recipient: PHONE,
	mediaUrl: URL,
	mediaType,
	...more,
});

const REPLIES = [{ id: '1', title: 'Yes', type: 3 }];
const LINKS = [
	{ id: '2', title: 'Shop', type: 1, extra_data: 'https://example.com/' },
	{ id: '3', title: 'Call', type: 2, extra_data: OTHER_PHONE },
];

/** What the documentation of the API lists, written down by hand: method, path and fields of every request. */
const TABLE: Row[] = [
	['sendText', { recipient: PHONE, text: 'Hi' }, 'POST message/send', { phone: PHONE, body: 'Hi' }],
	['sendText', { recipient: GROUP, text: 'Hi' }, 'POST message/send', { phone: GROUP, body: 'Hi' }],
	[
		'sendText',
		{ recipient: PHONE, text: 'Hi', replyToMessageId: 'BAE5' },
		'POST message/send/reply',
		{ phone: PHONE, body: 'Hi', messageId: 'BAE5' },
	],
	[
		'sendText',
		{ recipient: PHONE, text: 'Hi', disappearAfter: 604_800 },
		'POST message/send/disappearing',
		{ phone: PHONE, body: 'Hi', duration: 604_800 },
	],
	['sendAndWait', { recipient: PHONE, text: 'Hi' }, 'POST message/send', { phone: PHONE, body: 'Hi' }],
	[
		'sendAndWait',
		{ recipient: PHONE, text: 'Hi', buttons: linkButtons().buttons, footer: 'Tap' },
		'POST button/template',
		{ phone: PHONE, body: 'Hi', footer: 'Tap', buttons: LINKS },
	],
	['sendMedia', media('image'), 'POST send/image', { phone: PHONE, url: URL }],
	['sendMedia', media('image', { caption: 'Look' }), 'POST send/image', { phone: PHONE, url: URL, caption: 'Look' }],
	['sendMedia', media('video', { caption: 'Look' }), 'POST send/video', { phone: PHONE, url: URL, caption: 'Look' }],
	['sendMedia', media('gif', { caption: 'Look' }), 'POST send/gif', { phone: PHONE, url: URL, caption: 'Look' }],
	['sendMedia', media('document'), 'POST send/file', { phone: PHONE, url: URL }],
	[
		'sendMedia',
		media('document', { caption: 'Invoice' }),
		'POST send/file',
		{ phone: PHONE, url: URL, caption: 'Invoice' },
	],
	[
		'sendMedia',
		media('audio', { caption: 'Listen' }),
		'POST send/audio',
		{ phone: PHONE, audio: URL, caption: 'Listen' },
	],
	['sendMedia', media('voice'), 'POST send/ptt', { phone: PHONE, url: URL }],
	['sendMedia', media('sticker'), 'POST message/send/sticker', { phone: PHONE, url: URL }],
	[
		'sendLocation',
		{ recipient: PHONE, latitude: 24.7, longitude: 46.6 },
		'POST send/location',
		{ phone: PHONE, lat: 24.7, lng: 46.6 },
	],
	[
		'sendLocation',
		{ recipient: PHONE, latitude: 0, longitude: 0 },
		'POST send/location',
		{ phone: PHONE, lat: 0, lng: 0 },
	],
	[
		'sendContact',
		{ recipient: PHONE, contactPhone: OTHER_PHONE, contactName: 'Omar' },
		'POST send/contact',
		{ phone: PHONE, contact: OTHER_PHONE, name: 'Omar' },
	],
	[
		'sendReaction',
		{ recipient: PHONE, messageId: 'BAE5', emoji: '👍' },
		'POST message/send/reaction',
		{ phone: PHONE, reaction: '👍', messageId: 'BAE5' },
	],
	[
		'sendMention',
		{ recipient: PHONE, mentionedPhone: OTHER_PHONE },
		'POST message/send/mention',
		{ phone: PHONE, mention: OTHER_PHONE },
	],
	[
		'sendCatalog',
		{ recipient: PHONE, catalogPhone: OTHER_PHONE, title: 'Spring', description: 'New' },
		'POST share/catalog',
		{ phone: PHONE, catalog: OTHER_PHONE, title: 'Spring', description: 'New' },
	],
	[
		'sendCatalog',
		{ recipient: PHONE, catalogPhone: OTHER_PHONE },
		'POST share/catalog',
		{ phone: PHONE, catalog: OTHER_PHONE },
	],
	[
		'sendList',
		{ recipient: PHONE, text: 'When?', buttonText: 'Times', sections: SECTIONS, title: 'Visit', footer: 'Daily' },
		'POST list/message',
		{ phone: PHONE, body: 'When?', buttonText: 'Times', sections: SECTIONS, title: 'Visit', footer: 'Daily' },
	],
	['sendButtons', replyButtons(), 'POST button', { phone: PHONE, body: 'Choose', buttons: REPLIES }],
	[
		'sendButtons',
		replyButtons({ headerText: 'Order', footer: 'Shop' }),
		'POST button',
		{ phone: PHONE, title: 'Order', body: 'Choose', footer: 'Shop', buttons: REPLIES },
	],
	[
		'sendButtons',
		mixedButtons(),
		'POST button/template',
		{
			phone: PHONE,
			body: 'Choose',
			buttons: [{ id: '1', title: 'Yes', type: 3, extra_data: '1' }, LINKS[0]],
		},
	],
	[
		'sendButtons',
		linkButtons({ headerText: 'Order', footer: 'Shop' }),
		'POST button/template',
		{ phone: PHONE, title: 'Order', body: 'Choose', footer: 'Shop', buttons: LINKS },
	],
	...['image', 'video', 'document'].flatMap((header): Row[] => [
		[
			'sendButtons',
			replyButtons({ header, headerUrl: URL, footer: 'Shop' }),
			`POST button/${header}`,
			{ phone: PHONE, [header]: URL, caption: 'Choose', footer: 'Shop', buttons: REPLIES },
		],
		[
			'sendButtons',
			linkButtons({ header, headerUrl: URL }),
			`POST button/${header}/template`,
			{ phone: PHONE, [header]: URL, caption: 'Choose', buttons: LINKS },
		],
	]),
	[
		'sendButtons',
		replyButtons({ header: 'location', headerLatitude: 1.5, headerLongitude: 2.5 }),
		'POST button/location',
		{ phone: PHONE, lat: 1.5, lng: 2.5, caption: 'Choose', buttons: REPLIES },
	],
	[
		'sendButtons',
		linkButtons({ header: 'location', headerLatitude: 0, headerLongitude: 0, footer: 'Shop' }),
		'POST button/location/template',
		{ phone: PHONE, lat: 0, lng: 0, caption: 'Choose', footer: 'Shop', buttons: LINKS },
	],
	['get', { recipient: PHONE, messageId: 'BAE5' }, 'GET message/id', { phone: PHONE, messageID: 'BAE5' }],
	['getAll', { limit: 50 }, 'GET message/fetch', { limit: 50 }],
	['getAll', {}, 'GET message/fetch', {}],
	['delete', { recipient: PHONE, messageId: 'BAE5' }, 'DELETE message/delete', { phone: PHONE, messageID: 'BAE5' }],
];

test.each(TABLE)('%s %j is %s', (operation, values, request, fields) => {
	const call = buildRequest(go, askedOperation(`message.${operation}`), values, { channelId: 5 });
	expect(`${call.method} ${call.path}`).toBe(request);
	// JSON drops what is undefined, and so does what is sent
	const sent = JSON.parse(JSON.stringify(call.method === 'GET' ? call.query : call.body)) as unknown;
	expect(sent).toEqual(fields);
	expect(call.method === 'GET' ? call.body : call.query).toBeUndefined();
});

test('the table has every request that the contract can make', () => {
	const made = new Set(TABLE.map(([operation, , request]) => `message.${operation} ${request}`));
	const possible = Object.entries(go.operations)
		.filter(([operation]) => operation.startsWith('message.'))
		.flatMap(([operation, variants]) => variants.map(({ method, path }) => `${operation} ${method} ${path}`));
	expect([...made].sort()).toEqual([...new Set(possible)].sort());
});

test('every operation of the panel for messages is available', () => {
	for (const { value } of message.operations) expect(go.operations[`message.${value}`]?.length).toBeGreaterThan(0);
});
