import { checkMedia, takesMimeType } from '../../../nodes/WhatsLoop/input/mediaLimits';
import type { MediaType } from '../../../nodes/WhatsLoop/input/mediaType';

const MB = 1024 * 1024;

const SOUNDS = ['aac', 'amr', 'mpeg', 'mp3', 'mp4', 'x-m4a', 'ogg', 'opus'].map((kind) => `audio/${kind}`);

test.each<[MediaType, string[]]>([
	['image', ['image/jpeg', 'image/png', 'image/webp']],
	['video', ['video/mp4', 'video/3gpp', 'video/3gp']],
	['gif', ['image/gif', 'video/mp4']],
	['audio', SOUNDS],
	['voice', SOUNDS],
	['sticker', ['image/webp']],
	['document', ['application/zip', 'image/tiff', '']],
])('WhatsApp takes as %s: %j', (mediaType, mimeTypes) => {
	expect(mimeTypes.filter((mimeType) => !takesMimeType(mediaType, mimeType))).toEqual([]);
});

test('the case of a MIME type and what follows it make no difference', () => {
	expect(takesMimeType('image', 'IMAGE/PNG ; q=1')).toBe(true);
});

test('a file of an unknown size is let through (WhatsLoop sees the size)', () => {
	expect(() => checkMedia('sticker', 'image/webp', undefined)).not.toThrow();
});

test('a GIF may have 16 MB', () => {
	expect(() => checkMedia('gif', 'image/gif', 16 * MB)).not.toThrow();
	expect(() => checkMedia('gif', 'image/gif', 16 * MB + 1)).toThrow('at most as "gif"');
});

test('sizes are in KB below one MB, and in MB from there on, rounded up (the limit itself must not look larger)', () => {
	expect(() => checkMedia('sticker', 'image/webp', MB - 1)).toThrow('1024 KB, WhatsApp takes 500 KB at most');
	expect(() => checkMedia('sticker', 'image/webp', MB)).toThrow('1 MB, WhatsApp takes 500 KB at most');
	expect(() => checkMedia('image', 'image/png', 5 * MB + 1)).toThrow('5.1 MB, WhatsApp takes 5 MB at most');
});

test('a file that is no document can be sent as a document instead', () => {
	const advice = (mediaType: MediaType, mimeType: string) => {
		try {
			checkMedia(mediaType, mimeType, 200 * MB);
		} catch (error) {
			return (error as { description: string }).description;
		}
		return undefined;
	};
	expect(advice('image', 'image/png')).toContain('Media Type Document');
	expect(advice('document', 'image/png')).not.toContain('Media Type Document');
});
