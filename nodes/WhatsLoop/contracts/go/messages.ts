import type { OperationTable, RequestVariant } from '../contract';
import { buttonVariants } from './buttons';
import { listLimits } from './listLimits';

const post = (path: string, fields: RequestVariant['fields'], rest: Partial<RequestVariant> = {}): RequestVariant => ({
	evidence: 'sibling',
	method: 'POST',
	path,
	fields,
	...rest,
});

/** Each media type has a path of its own, and they disagree on the name of the URL and on whether a caption exists. */
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
		media('document', 'send/file', { url: 'mediaUrl' }),
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
	'message.get': [
		{ evidence: 'sibling', method: 'GET', path: 'message/id', fields: { phone: 'recipient', messageID: 'messageId' } },
	],
	'message.getAll': [{ evidence: 'sibling', method: 'GET', path: 'message/fetch', fields: { limit: 'limit' } }],
	'message.delete': [
		{
			evidence: 'sibling',
			method: 'DELETE',
			path: 'message/delete',
			fields: { phone: 'recipient', messageID: 'messageId' },
		},
	],
};
