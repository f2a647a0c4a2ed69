import { InputError } from './InputError';
import type { MediaType } from './mediaType';

interface MediaLimit {
	maxBytes: number;
	/** MIME types that WhatsApp shows or plays as this; undefined for any. */
	mimeTypes?: string[];
}

const KB = 1024;
const MB = 1024 * KB;

/**
 * What WhatsApp takes. Sizes and types: Meta, WhatsApp Business Platform, Cloud API reference, "Media", supported media
 * types. Beyond it: WebP counts as an image, because WhatsApp shows it; a GIF is a short MP4 or a GIF file; a document can
 * be any file. WhatsLoop names no limits of its own.
 */
const MEDIA_LIMITS: Record<MediaType, MediaLimit> = {
	image: { maxBytes: 5 * MB, mimeTypes: ['image/jpeg', 'image/png', 'image/webp'] },
	video: { maxBytes: 16 * MB, mimeTypes: ['video/mp4', 'video/3gpp', 'video/3gp'] },
	gif: { maxBytes: 16 * MB, mimeTypes: ['image/gif', 'video/mp4'] },
	audio: {
		maxBytes: 16 * MB,
		mimeTypes: [
			'audio/aac',
			'audio/amr',
			'audio/mpeg',
			'audio/mp3',
			'audio/mp4',
			'audio/x-m4a',
			'audio/ogg',
			'audio/opus',
		],
	},
	voice: {
		maxBytes: 16 * MB,
		mimeTypes: [
			'audio/ogg',
			'audio/opus',
			'audio/aac',
			'audio/amr',
			'audio/mpeg',
			'audio/mp3',
			'audio/mp4',
			'audio/x-m4a',
		],
	},
	/** The limit of animated stickers. Still ones have 100 KB, but the type does not tell which one it is. */
	sticker: { maxBytes: 500 * KB, mimeTypes: ['image/webp'] },
	document: { maxBytes: 100 * MB },
};

const essenceOf = (mimeType: string) => mimeType.split(';')[0].trim().toLowerCase();

/** Whether WhatsApp shows or plays files of this MIME type as this media type. */
export function takesMimeType(mediaType: MediaType, mimeType: string): boolean {
	const { mimeTypes } = MEDIA_LIMITS[mediaType];
	return mimeTypes === undefined || mimeTypes.includes(essenceOf(mimeType));
}

function formatBytes(bytes: number): string {
	return bytes < MB ? `${Math.ceil(bytes / KB)} KB` : `${Math.ceil((bytes / MB) * 10) / 10} MB`;
}

/**
 * Refuses a file that WhatsApp would not take as this media type, before anything is sent.
 *
 * @param bytes undefined where the size is not known
 * @throws InputError
 */
export function checkMedia(mediaType: MediaType, mimeType: string, bytes: number | undefined): void {
	const { maxBytes, mimeTypes } = MEDIA_LIMITS[mediaType];
	if (!takesMimeType(mediaType, mimeType)) {
		throw new InputError(
			`WhatsApp does not take a file of the type ${essenceOf(mimeType)} as "${mediaType}". Nothing was sent.`,
			`It takes ${(mimeTypes ?? []).join(', ')}. Choose the Media Type Document to send the file as it is.`,
		);
	}
	if (bytes !== undefined && bytes > maxBytes) {
		throw new InputError(
			`The file has ${formatBytes(bytes)}, WhatsApp takes ${formatBytes(maxBytes)} at most as "${mediaType}". Nothing was sent.`,
			mediaType === 'document'
				? 'Make it smaller, or send a link to it.'
				: 'Make it smaller, or choose the Media Type Document, which may have 100 MB.',
		);
	}
}
