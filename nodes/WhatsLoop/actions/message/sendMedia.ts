import type { INodeProperties } from 'n8n-workflow';
import { options } from '../../fields/options';
import { recipient } from '../../fields/recipient';
import { checkMediaUrl, mediaTypeOfUrl } from '../../input/mediaType';
import type { Operation } from '../operation';

const mediaType: INodeProperties = {
	displayName: 'Media Type',
	name: 'mediaType',
	type: 'options',
	options: [
		{ name: 'Audio', value: 'audio', description: 'A sound file to play' },
		{ name: 'Automatic', value: 'auto', description: 'By the ending of the file name; a document where that says nothing' },
		{ name: 'Document', value: 'document', description: 'A file to open or save' },
		{ name: 'GIF', value: 'gif', description: 'A short moving picture that repeats' },
		{ name: 'Image', value: 'image', description: 'A picture shown in the chat' },
		{ name: 'Sticker', value: 'sticker', description: 'A WebP picture without a frame' },
		{ name: 'Video', value: 'video', description: 'A film to play in the chat' },
		{ name: 'Voice Message', value: 'voice', description: 'A sound that looks as if recorded in the chat' },
	],
	default: 'auto',
	description: 'How WhatsApp shows the file',
};

const mediaUrl: INodeProperties = {
	displayName: 'Media URL',
	name: 'mediaUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/invoice.pdf',
	description: 'Web address of the file. WhatsLoop fetches it, so it must open without logging in.',
};

const caption: INodeProperties = {
	displayName: 'Caption',
	name: 'caption',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	description: 'Text under the file. Not every media type can have one.',
};

export const sendMedia: Operation = {
	value: 'sendMedia',
	name: 'Send Media',
	action: 'Send an image video document or audio',
	description: 'Send a picture, video, document, audio file, voice message or sticker by its web address',
	kind: 'send',
	fields: [recipient, mediaType, mediaUrl, caption, options],
	readValues: (read) => {
		const url = checkMediaUrl(read.text('mediaUrl', 'Media URL'), 'Media URL');
		const chosen = read.text('mediaType', 'Media Type');
		return {
			recipient: read.recipient(),
			mediaUrl: url,
			mediaType: chosen === 'auto' ? mediaTypeOfUrl(url) : chosen,
			caption: read.optionalText('caption'),
		};
	},
};
