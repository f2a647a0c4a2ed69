import type { OperationTable, RequestVariant } from '../contract';
import { templateButtons, buttonVariants } from './buttons';
import { listLimits } from './listLimits';
import { get, post } from './variant';

/** Each media type has its own path. The paths differ in the name of the URL field, and some have no caption. */
const media = (mediaType: string, path: string, fields: RequestVariant['fields'], rest: Partial<RequestVariant> = {}) =>
	post(path, { phone: 'recipient', ...fields }, { label: mediaType, when: { mediaType }, ...rest });

export const messageOperations: OperationTable = {
	'message.sendText': [
		post('message/send', { phone: 'recipient', body: 'text' }, { evidence: 'seen' }),
		post('message/send/reply', { phone: 'recipient', body: 'text', messageId: 'replyToMessageId' }, { label: 'reply' }),
		post(
			'message/send/disappearing',
			{ phone: 'recipient', body: 'text', duration: 'disappearAfter' },
			{ label: 'disappearing' },
		),
	],
	'message.sendMedia': [
		media('image', 'send/image', { url: 'mediaUrl', caption: 'caption' }, { evidence: 'seen' }),
		media('video', 'send/video', { url: 'mediaUrl', caption: 'caption' }),
		media('gif', 'send/gif', { url: 'mediaUrl', caption: 'caption' }),
		media('document', 'send/file', { url: 'mediaUrl' }, { evidence: 'seen' }),
		// one client sends a caption, as the only text of the message; whether WhatsApp shows it is not known
		media(
			'document',
			'send/file',
			{ url: 'mediaUrl', caption: 'caption' },
			{ evidence: 'unproven', label: 'document with a caption' },
		),
		media('audio', 'send/audio', { audio: 'mediaUrl', caption: 'caption' }),
		media('voice', 'send/ptt', { url: 'mediaUrl' }),
		media('sticker', 'message/send/sticker', { url: 'mediaUrl' }),
	],
	'message.sendLocation': [post('send/location', { phone: 'recipient', lat: 'latitude', lng: 'longitude' })],
	'message.sendContact': [post('send/contact', { phone: 'recipient', contact: 'contactPhone', name: 'contactName' })],
	'message.sendButtons': buttonVariants,
	'message.sendList': [
		post(
			'list/message',
			{
				phone: 'recipient',
				body: 'text',
				title: 'title',
				footer: 'footer',
				buttonText: 'buttonText',
				sections: 'sections',
			},
			{ limits: listLimits },
		),
	],
	'message.sendReaction': [
		post('message/send/reaction', { phone: 'recipient', reaction: 'emoji', messageId: 'messageId' }),
	],
	'message.sendMention': [post('message/send/mention', { phone: 'recipient', mention: 'mentionedPhone' })],
	'message.sendCatalog': [
		post('share/catalog', {
			phone: 'recipient',
			catalog: 'catalogPhone',
			title: 'title',
			description: 'description',
		}),
	],
	// links are part of the text, buttons are URL buttons
	'message.sendAndWait': [
		post('message/send', { phone: 'recipient', body: 'text' }, { label: 'links', evidence: 'seen' }),
		post(
			'button/template',
			{ phone: 'recipient', body: 'text', footer: 'footer', buttons: templateButtons },
			{ label: 'buttons' },
		),
	],
	'message.get': [get('message/id', { phone: 'recipient', messageID: 'messageId' })],
	'message.getAll': [get('message/fetch', { limit: 'limit' })],
	'message.delete': [post('message/delete', { phone: 'recipient', messageID: 'messageId' }, { method: 'DELETE' })],
};
