import type { Sample, SampleFile } from '../sample';

const key = { remoteJid: '966501234567@s.whatsapp.net', fromMe: false, id: 'BAE5F00D' };

const record = (message: object, more: object = {}) => ({
	key,
	message,
	messageTimestamp: '1787429683',
	pushName: 'سارة',
	status: 'DELIVERY_ACK',
	...more,
});

/** Content of a record, and the message that is read from it. */
const CONTENTS: Array<[name: string, content: object, message: object]> = [
	['text', { conversation: 'مرحبا 👋' }, { type: 'text', text: 'مرحبا 👋' }],
	[
		'text with a link',
		{ extendedTextMessage: { text: 'see https://example.com', matchedText: 'https://example.com' } },
		{ type: 'text', text: 'see https://example.com' },
	],
	[
		'an answer',
		{ extendedTextMessage: { text: 'yes', contextInfo: { stanzaId: 'BAE5AAAA' } } },
		{ type: 'text', text: 'yes', quotedMessageId: 'BAE5AAAA' },
	],
	[
		'image',
		{ imageMessage: { url: 'https://files.example.com/a.jpg', mimetype: 'image/jpeg', caption: 'look' } },
		{ type: 'image', text: 'look', mediaUrl: 'https://files.example.com/a.jpg', mimeType: 'image/jpeg' },
	],
	[
		'video',
		{ videoMessage: { url: 'https://files.example.com/a.mp4', mimetype: 'video/mp4' } },
		{ type: 'video', text: null },
	],
	['moving picture', { videoMessage: { url: 'https://files.example.com/a.mp4', gifPlayback: true } }, { type: 'gif' }],
	[
		'audio',
		{ audioMessage: { url: 'https://files.example.com/a.mp3', mimetype: 'audio/mpeg', ptt: false } },
		{ type: 'audio' },
	],
	[
		'voice note',
		{ audioMessage: { url: 'https://files.example.com/a.ogg', mimetype: 'audio/ogg; codecs=opus', ptt: true } },
		{ type: 'voice', mimeType: 'audio/ogg; codecs=opus' },
	],
	[
		'document with words',
		{
			documentWithCaptionMessage: {
				message: {
					documentMessage: {
						url: 'https://files.example.com/1',
						fileName: 'invoice.pdf',
						mimetype: 'application/pdf',
						caption: 'due',
					},
				},
			},
		},
		{ type: 'document', text: 'due', fileName: 'invoice.pdf', mimeType: 'application/pdf' },
	],
	[
		'sticker',
		{ stickerMessage: { url: 'https://files.example.com/s.webp', mimetype: 'image/webp' } },
		{ type: 'sticker' },
	],
	[
		'location',
		{ locationMessage: { degreesLatitude: 24.7136, degreesLongitude: 46.6753, name: 'Office' } },
		{
			type: 'location',
			text: 'Office',
			location: { latitude: 24.7136, longitude: 46.6753, name: 'Office', address: null },
		},
	],
	[
		'contact',
		{
			contactMessage: {
				displayName: 'Ali',
				vcard: 'BEGIN:VCARD\nVERSION:3.0\nFN:Ali\nTEL;type=CELL;waid=966509999999:+966 50 999 9999\nEND:VCARD',
			},
		},
		{ type: 'contact', text: 'Ali', contacts: [{ id: null, phone: '966509999999', name: 'Ali' }] },
	],
	[
		'several contacts',
		{
			contactsArrayMessage: {
				contacts: [
					{ displayName: 'A', vcard: 'TEL:+1 555 0100100' },
					{ displayName: 'B', vcard: '' },
				],
			},
		},
		{
			type: 'contact',
			text: 'A, B',
			contacts: [
				{ id: null, phone: '15550100100', name: 'A' },
				{ id: null, phone: null, name: 'B' },
			],
		},
	],
	[
		'tapped button',
		{ buttonsResponseMessage: { selectedButtonId: 'yes', selectedDisplayText: 'Yes, please' } },
		{ type: 'button', text: 'Yes, please', selectedId: 'yes' },
	],
	[
		'tapped template button',
		{ templateButtonReplyMessage: { selectedId: 'id-1', selectedDisplayText: 'Call me' } },
		{ type: 'button', text: 'Call me', selectedId: 'id-1' },
	],
	[
		'tapped native button',
		{ interactiveResponseMessage: { body: { text: 'Go' }, nativeFlowResponseMessage: { paramsJson: '{"id":"go"}' } } },
		{ type: 'button', text: 'Go', selectedId: 'go' },
	],
	[
		'chosen row',
		{ listResponseMessage: { title: 'Large', singleSelectReply: { selectedRowId: 'size-l' } } },
		{ type: 'list', text: 'Large', selectedId: 'size-l' },
	],
	[
		'reaction',
		{ reactionMessage: { key: { id: 'BAE5BBBB' }, text: '👍' } },
		{ type: 'reaction', text: '👍', targetMessageId: 'BAE5BBBB' },
	],
	[
		'reaction taken back',
		{ reactionMessage: { key: { id: 'BAE5BBBB' }, text: '' } },
		{ type: 'reaction', text: null, targetMessageId: 'BAE5BBBB' },
	],
	[
		'edit',
		{
			editedMessage: {
				message: { protocolMessage: { type: 14, key: { id: 'BAE5CCCC' }, editedMessage: { conversation: 'better' } } },
			},
		},
		{ type: 'edited', text: 'better', targetMessageId: 'BAE5CCCC' },
	],
	[
		'deletion',
		{ protocolMessage: { type: 'REVOKE', key: { id: 'BAE5CCCC' } } },
		{ type: 'deleted', targetMessageId: 'BAE5CCCC' },
	],
	[
		'disappearing text',
		{ messageContextInfo: {}, ephemeralMessage: { message: { extendedTextMessage: { text: 'psst' } } } },
		{ type: 'text', text: 'psst' },
	],
	[
		'view-once picture',
		{ viewOnceMessageV2: { message: { imageMessage: { caption: 'once' } } } },
		{ type: 'image', text: 'once', mediaUrl: null },
	],
	['poll', { pollCreationMessageV3: { name: 'Lunch?' } }, { type: 'poll', text: 'Lunch?' }],
	[
		'kind that nobody knows yet',
		{ messageContextInfo: {}, hologramMessage: { depth: 3 } },
		{ type: 'hologramMessage', text: null },
	],
];

const direct = { chatId: '966501234567@s.whatsapp.net', phone: '966501234567', isGroup: false, fromMe: false };

const samples: Sample[] = [
	...CONTENTS.map(([name, content, message]): Sample => ({
		name: `a client's record: ${name}`,
		body: record(content),
		items: [
			{
				event: 'message',
				eventType: null,
				...direct,
				timestamp: '2026-08-22T20:14:43.000Z',
				message: { id: 'BAE5F00D', ...message },
			},
		],
	})),
	{
		name: "a client's record in a group, with its author",
		body: record(
			{ conversation: 'hi all' },
			{ key: { ...key, remoteJid: '120363000000000001@g.us', participant: '966505555555:7@s.whatsapp.net' } },
		),
		items: [
			{
				event: 'message',
				chatId: '120363000000000001@g.us',
				isGroup: true,
				phone: '966505555555',
				contact: { id: '966505555555:7@s.whatsapp.net', phone: '966505555555', name: 'سارة' },
			},
		],
	},
	{
		name: 'a record whose ids hide the number, with the number beside them',
		body: record(
			{ conversation: 'hi' },
			{ key: { ...key, remoteJid: '99887766@lid', remoteJidAlt: '966501234567@s.whatsapp.net' } },
		),
		items: [{ chatId: '99887766@lid', phone: '966501234567' }],
	},
	{
		name: 'a message from the own phone',
		body: record({ conversation: 'on my way' }, { key: { ...key, fromMe: true } }),
		items: [{ event: 'message', ...direct, fromMe: true, contact: { id: null, phone: null, name: 'سارة' } }],
	},
	{
		name: 'a time in two halves',
		body: record({ conversation: 'x' }, { messageTimestamp: { low: 1787429683, high: 0, unsigned: true } }),
		items: [{ timestamp: '2026-08-22T20:14:43.000Z' }],
	},
	{
		name: 'a message deleted for everyone, as a stub',
		body: { key, messageStubType: 'REVOKE', messageTimestamp: 1787429683 },
		items: [{ event: 'message', message: { id: 'BAE5F00D', type: 'deleted', targetMessageId: 'BAE5F00D' } }],
	},
	{
		name: 'somebody added to a group, as a stub',
		body: {
			key: { ...key, remoteJid: '1203@g.us' },
			messageStubType: 27,
			messageStubParameters: ['966509999999@s.whatsapp.net'],
		},
		items: [{ event: 'group', chatId: '1203@g.us', isGroup: true, message: null }],
	},
	{
		name: 'an update of a status by number',
		body: { key: { ...key, fromMe: true }, update: { status: 4 } },
		items: [{ event: 'ack', fromMe: true, ack: { status: 'read', level: 4 }, message: { id: 'BAE5F00D' } }],
	},
	{
		name: 'a status by name',
		body: { key, status: 'SERVER_ACK' },
		items: [{ event: 'ack', ack: { status: 'sent', level: 2 } }],
	},
	{
		name: 'a list of records without a name, as one event',
		body: {
			type: 'notify',
			messages: [record({ conversation: 'one' }), record({ conversation: 'two' }, { key: { ...key, id: 'BAE5F00E' } })],
		},
		items: [{ message: { id: 'BAE5F00D', text: 'one' } }, { message: { id: 'BAE5F00E', text: 'two' } }],
	},
	{
		name: 'messages.upsert around a list',
		body: { event: 'messages.upsert', data: { type: 'notify', messages: [record({ conversation: 'one' })] } },
		items: [{ event: 'message', eventType: 'messages.upsert', message: { text: 'one' } }],
	},
	{
		name: 'records in a bare list',
		body: [record({ conversation: 'one' }), record({ conversation: 'two' })],
		items: [{ message: { text: 'one' } }, { message: { text: 'two' } }],
	},
];

export default {
	source: 'The message record of a WhatsApp client, which the documented success answer carries in `data`',
	evidence: 'deduced',
	samples,
} satisfies SampleFile;
