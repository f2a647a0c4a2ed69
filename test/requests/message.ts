import { messageButtons } from './messageButtons';
import { messageMedia } from './messageMedia';
import { get, post, row, type RequestRow } from './row';
import { byChatId, GROUP, MESSAGE_ID, OTHER_PHONE, PHONE, RESUME_URL, TEXT, toPerson } from './samples';

const QUESTION_LINK = `${RESUME_URL}?approved=true&signature=signed`;
const QUESTION = `Shall we come?\n\n*Approve*\n${QUESTION_LINK}`;

const SECTIONS = {
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
		{ title: 'المساء', rows: { row: [{ title: '17:30' }] } },
	],
};

const texts: RequestRow[] = [
	row('message.sendText', 'to a person', toPerson({ text: TEXT }), {
		go: post('message/send', { phone: PHONE, body: TEXT }),
		cloud: post('messages/send-text', { to: PHONE, message: TEXT }),
	}),
	row(
		'message.sendText',
		'to a group',
		{ recipient: byChatId, text: 'Hi' },
		{
			go: post('message/send', { phone: GROUP, body: 'Hi' }),
			cloud: post('messages/send-text', { to: GROUP, message: 'Hi' }),
		},
	),
	row(
		'message.sendText',
		'to a national number in Arabic digits',
		{
			recipient: { __rl: true, mode: 'phone', value: '٠٥٠ ١٢٣ ٤٥٦٧' },
			text: 'Hi',
			options: { defaultCountryCode: '+966' },
		},
		{
			go: post('message/send', { phone: PHONE, body: 'Hi' }),
			cloud: post('messages/send-text', { to: PHONE, message: 'Hi' }),
		},
	),
	row('message.sendText', 'as a reply', toPerson({ text: TEXT, options: { replyToMessageId: MESSAGE_ID } }), {
		go: post('message/send/reply', { phone: PHONE, body: TEXT, messageId: MESSAGE_ID }),
		cloud: post('messages/send-reply', { to: PHONE, message: TEXT, quoted_message_id: MESSAGE_ID }),
	}),
	row('message.sendText', 'that disappears', toPerson({ text: TEXT, options: { disappearAfter: 604_800 } }), {
		go: post('message/send/disappearing', { phone: PHONE, body: TEXT, duration: 604_800 }),
	}),
	row(
		'message.sendText',
		'with additional fields',
		toPerson({ text: 'Hi', options: { additionalFields: '{ "extra": { "deep": [1] } }' } }),
		{
			go: post('message/send', { phone: PHONE, body: 'Hi' }, { extra: { deep: [1] } }),
			cloud: post('messages/send-text', { to: PHONE, message: 'Hi' }, { extra: { deep: [1] } }),
		},
	),
];

const questions: RequestRow[] = [
	row(
		'message.sendAndWait',
		'with links in the text',
		toPerson({ text: 'Shall we come?' }),
		{
			go: post('message/send', { phone: PHONE, body: QUESTION }),
			cloud: post('messages/send-text', { to: PHONE, message: QUESTION }),
		},
		{ waits: true },
	),
	row(
		'message.sendAndWait',
		'with buttons',
		toPerson({ text: 'Shall we come?', answerBy: 'buttons' }),
		{
			go: post('button/template', {
				phone: PHONE,
				body: 'Shall we come?',
				footer: 'Tap to answer',
				buttons: [{ id: '1', title: 'Approve', type: 1, extra_data: QUESTION_LINK }],
			}),
		},
		{ waits: true },
	),
];

const others: RequestRow[] = [
	row('message.sendLocation', 'anywhere', toPerson({ latitude: 24.7136, longitude: -46.6753 }), {
		go: post('send/location', { phone: PHONE, lat: 24.7136, lng: -46.6753 }),
	}),
	row('message.sendLocation', 'where both coordinates are 0', toPerson({ latitude: 0, longitude: 0 }), {
		go: post('send/location', { phone: PHONE, lat: 0, lng: 0 }),
	}),
	row('message.sendContact', 'of a shop', toPerson({ contactPhone: '+966-50-765-4321', contactName: 'خدمة العملاء' }), {
		go: post('send/contact', { phone: PHONE, contact: OTHER_PHONE, name: 'خدمة العملاء' }),
	}),
	row(
		'message.sendList',
		'of times',
		toPerson({ text: TEXT, buttonText: 'Times', sections: SECTIONS, title: 'Visit', footer: 'Open daily' }),
		{
			go: post('list/message', {
				phone: PHONE,
				body: TEXT,
				title: 'Visit',
				footer: 'Open daily',
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
			}),
		},
	),
	row('message.sendReaction', 'of two code points', toPerson({ messageId: MESSAGE_ID, emoji: '👍🏽' }), {
		go: post('message/send/reaction', { phone: PHONE, reaction: '👍🏽', messageId: MESSAGE_ID }),
	}),
	row('message.sendMention', 'of a person', toPerson({ mentionedPhone: '966 50 765 4321' }), {
		go: post('message/send/mention', { phone: PHONE, mention: OTHER_PHONE }),
	}),
	row('message.sendCatalog', 'with words', toPerson({ catalogPhone: OTHER_PHONE, title: 'متجر', description: 'New' }), {
		go: post('share/catalog', { phone: PHONE, catalog: OTHER_PHONE, title: 'متجر', description: 'New' }),
	}),
	row('message.sendCatalog', 'without words', toPerson({ catalogPhone: OTHER_PHONE }), {
		go: post('share/catalog', { phone: PHONE, catalog: OTHER_PHONE }),
	}),
	row('message.get', 'by its ID', toPerson({ messageId: MESSAGE_ID }), {
		go: get('message/id', { phone: PHONE, messageID: MESSAGE_ID }),
	}),
	row('message.getAll', 'the usual number', {}, { go: get('message/fetch', { limit: 50 }) }),
	row('message.getAll', 'two', { limit: 2 }, { go: get('message/fetch', { limit: 2 }) }),
	row('message.getAll', 'all', { returnAll: true }, { go: get('message/fetch', { limit: 1000 }) }),
	row('message.delete', 'by its ID', toPerson({ messageId: MESSAGE_ID }), {
		go: { method: 'DELETE', path: 'message/delete', body: { phone: PHONE, messageID: MESSAGE_ID } },
	}),
];

export const messageRequests: RequestRow[] = [...texts, ...questions, ...messageMedia, ...messageButtons, ...others];
