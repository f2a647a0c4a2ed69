import type { INodeProperties } from 'n8n-workflow';
import { readBinaryMedia } from '../input/binaryMedia';
import { checkMediaUrl, checkStickerUrl, mediaTypeOfUrl } from '../input/mediaType';
import type { ParameterReader } from '../input/ParameterReader';

const mediaType: INodeProperties = {
	displayName: 'Media Type',
	name: 'mediaType',
	type: 'options',
	options: [
		{ name: 'Audio', value: 'audio', description: 'A sound file to play' },
		{
			name: 'Automatic',
			value: 'auto',
			description: 'By the type of the file, or the ending of its URL; a document where that says nothing',
		},
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

const mediaSource: INodeProperties = {
	displayName: 'Media Source',
	name: 'mediaSource',
	type: 'options',
	options: [
		{
			name: 'Binary',
			value: 'binary',
			description: 'A file from the node before. WhatsLoop fetches it from n8n, which must be reachable from outside.',
		},
		{ name: 'URL', value: 'url', description: 'A file on the web' },
	],
	default: 'url',
	description: 'Where the file is',
};

const binaryPropertyName: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'Name of the input field with the file. WhatsLoop fetches it from n8n, which must have a public https address.',
	description: 'WhatsLoop fetches the file by an address that n8n signs and that works for a day',
	displayOptions: { show: { mediaSource: ['binary'] } },
};

/** No API has a known field for the name, and provider code of 2023 reads it only from the path of the address. */
const fileNameNotice: INodeProperties = {
	displayName:
		'A document may arrive under the name "signed" instead of its own: no field for the name is known. Where the name matters, choose the Media Source URL and an address that ends in it.',
	name: 'fileNameNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { mediaSource: ['binary'], mediaType: ['auto', 'document'] } },
};

const mediaUrl: INodeProperties = {
	displayName: 'Media URL',
	name: 'mediaUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/invoice.pdf',
	description: 'Web address of the file. WhatsLoop fetches it, so it must open without logging in.',
	displayOptions: { show: { mediaSource: ['url'] } },
};

export const caption: INodeProperties = {
	displayName: 'Caption',
	name: 'caption',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Your invoice for order 1042',
	description: 'Text under the file. Not every media type can have one.',
};

/** Which file a message carries, in the order of the panel. */
export const mediaFields: INodeProperties[] = [mediaType, mediaSource, mediaUrl, binaryPropertyName, fileNameNotice];

/** A file that WhatsLoop can fetch, and how WhatsApp shows it. */
interface Media {
	mediaUrl: string;
	mediaType: string;
}

function readFromUrl(read: ParameterReader, chosen: string): Media {
	const url = checkMediaUrl(read.text(mediaUrl), mediaUrl.displayName);
	if (chosen === 'sticker') checkStickerUrl(url);
	return { mediaUrl: url, mediaType: chosen === 'auto' ? mediaTypeOfUrl(url) : chosen };
}

function readFromBinary(read: ParameterReader, chosen: string): Media {
	const property = read.text(binaryPropertyName).trim();
	return readBinaryMedia(read.context, read.itemIndex, property, chosen);
}

/** @throws InputError where there is no file, or WhatsApp would not take it */
export function readMedia(read: ParameterReader): Media {
	const chosen = read.text(mediaType);
	return read.raw(mediaSource, 'url') === 'binary' ? readFromBinary(read, chosen) : readFromUrl(read, chosen);
}

export const readCaption = (read: ParameterReader): string | undefined => read.optionalText(caption);
