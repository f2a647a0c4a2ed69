import type { MessageKind } from '../../state/message';
import type { Endpoint } from '../endpoint';
import {
	degrees,
	httpUrl,
	optional,
	phone,
	present,
	required,
	requiredByOlderCode,
	text,
	wholeNumber,
} from '../fields';
import { send } from './send';

const SEVEN_DAYS_SECONDS = 7 * 24 * 60 * 60;

const sendMedia = (path: string, kind: MessageKind, urlField = 'url'): Endpoint =>
	send(path, { [urlField]: required(httpUrl) }, (fields) => ({ kind, mediaUrl: fields.text(urlField) }));

const sendCaptionedMedia = (path: string, kind: MessageKind, urlField = 'url'): Endpoint =>
	send(path, { [urlField]: required(httpUrl), caption: optional(text()) }, (fields) => ({
		kind,
		mediaUrl: fields.text(urlField),
		caption: fields.optionalText('caption'),
	}));

/** Everything that sends a message without buttons or a list. */
export const messageSends: Endpoint[] = [
	send('message/send', { body: required(text()) }, (fields) => ({ kind: 'text', text: fields.text('body') })),
	send('message/send/reply', { body: required(text()), messageId: required(text()) }, (fields) => ({
		kind: 'text',
		text: fields.text('body'),
		quotedMessageId: fields.text('messageId'),
	})),
	// An empty reaction takes the earlier one back.
	send('message/send/reaction', { reaction: present(text()), messageId: required(text()) }, (fields) => ({
		kind: 'reaction',
		reaction: { emoji: fields.text('reaction'), messageId: fields.text('messageId') },
	})),
	send('message/send/mention', { mention: required(phone) }, (fields) => ({
		kind: 'mention',
		text: `@${fields.text('mention')}`,
		mentionedPhone: fields.text('mention'),
	})),
	sendMedia('message/send/sticker', 'sticker'),
	send(
		'message/send/disappearing',
		{ body: required(text()), duration: requiredByOlderCode(wholeNumber(1), 'Message Expiration') },
		(fields) => ({
			kind: 'text',
			text: fields.text('body'),
			disappearAfterSeconds: fields.optionalNumber('duration') ?? SEVEN_DAYS_SECONDS,
		}),
	),
	send(
		'share/catalog',
		{
			catalog: required(phone),
			title: optional(text()),
			body: optional(text()),
			description: optional(text()),
		},
		(fields) => ({
			kind: 'catalog',
			title: fields.optionalText('title'),
			text: fields.optionalText('body'),
			catalog: { phone: fields.text('catalog'), description: fields.optionalText('description') },
		}),
	),
	sendCaptionedMedia('send/image', 'image'),
	sendCaptionedMedia('send/video', 'video'),
	sendCaptionedMedia('send/gif', 'gif'),
	// one client sends a caption with it; whether it is shown is not known
	sendCaptionedMedia('send/file', 'document'),
	sendCaptionedMedia('send/audio', 'audio', 'audio'),
	sendMedia('send/ptt', 'voice'),
	send('send/location', { lat: required(degrees(90)), lng: required(degrees(180)) }, (fields) => ({
		kind: 'location',
		location: { latitude: fields.number('lat'), longitude: fields.number('lng') },
	})),
	send(
		'send/contact',
		{
			contact: required(phone),
			name: requiredByOlderCode(text(), 'Contact Name'),
			description: optional(text()),
		},
		(fields) => ({
			kind: 'contact',
			contact: {
				phone: fields.text('contact'),
				name: fields.optionalText('name'),
				description: fields.optionalText('description'),
			},
		}),
	),
];
