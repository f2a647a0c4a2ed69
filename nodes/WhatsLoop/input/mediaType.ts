import { InputError } from './InputError';

/** Ways in which WhatsApp shows a file. */
export const MEDIA_TYPES = ['image', 'video', 'gif', 'document', 'audio', 'voice', 'sticker'] as const;

export type MediaType = (typeof MEDIA_TYPES)[number];

/** Whether a word names one of them. */
export const isMediaType = (word: string): word is MediaType => MEDIA_TYPES.some((mediaType) => mediaType === word);

/**
 * File extension → how WhatsApp shows it best. `ogg` and `opus` are what voice notes are recorded in, and they play in
 * the chat. `webp` is an image here, because web shops serve their product pictures so; a sticker is chosen by hand.
 */
const BY_EXTENSION: Record<string, MediaType> = {
	jpg: 'image',
	jpeg: 'image',
	png: 'image',
	webp: 'image',
	gif: 'gif',
	mp4: 'video',
	m4v: 'video',
	mov: 'video',
	'3gp': 'video',
	mp3: 'audio',
	m4a: 'audio',
	aac: 'audio',
	amr: 'audio',
	wav: 'audio',
	ogg: 'voice',
	oga: 'voice',
	opus: 'voice',
};

/** MIME types whose first word would give a wrong media type. */
const BY_MIME_TYPE: Record<string, MediaType> = {
	'image/gif': 'gif',
	'image/svg+xml': 'document',
	'image/tiff': 'document',
	'image/vnd.adobe.photoshop': 'document',
	'audio/ogg': 'voice',
	'audio/opus': 'voice',
};

const BY_MIME_WORD: Record<string, MediaType> = { image: 'image', video: 'video', audio: 'audio' };

/** Not `table[key]`, which finds `constructor` in every object. */
const entry = (table: Record<string, MediaType>, key: string) => (Object.hasOwn(table, key) ? table[key] : undefined);

/** @returns the media type for a MIME type such as `image/png` or `audio/ogg; codecs=opus`; else document */
export function mediaTypeOfMime(mimeType: string): MediaType {
	const essence = mimeType.split(';')[0].trim().toLowerCase();
	return entry(BY_MIME_TYPE, essence) ?? entry(BY_MIME_WORD, essence.split('/')[0]) ?? 'document';
}

/** The ending of the path in lower case, without its dot; empty where there is none. */
const extensionOf = (url: string): string =>
	/\.([a-z0-9]{1,10})$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? '';

/** @returns the media type for the file extension in the path of a URL, without its query; else document */
export function mediaTypeOfUrl(url: string): MediaType {
	return entry(BY_EXTENSION, extensionOf(url)) ?? 'document';
}

/** WhatsApp shows only WebP pictures as stickers. An address without a known ending may lead to one. */
export function checkStickerUrl(url: string): void {
	const extension = extensionOf(url);
	if (extension === 'webp' || !Object.hasOwn(BY_EXTENSION, extension)) return;
	throw new InputError(
		`A sticker is a WebP picture, and the address ends with .${extension}. Nothing was sent.`,
		'Use the address of a .webp file, or the Media Type Image.',
	);
}

/**
 * A URL that WhatsLoop can fetch: it has to be an absolute http(s) address.
 *
 * @param label of the field, for the message
 * @throws InputError
 */
export function checkMediaUrl(input: string, label: string): string {
	const url = input.trim();
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
		throw new InputError(
			`"${label}" is not a web address`,
			'Fill in an address that starts with https:// and that WhatsLoop can open without logging in.',
		);
	}
	return url;
}
