import fc from 'fast-check';
import { InputError } from '../../../nodes/WhatsLoop/input/InputError';
import {
	checkStickerUrl,
	checkMediaUrl,
	isMediaType,
	mediaTypeOfMime,
	mediaTypeOfUrl,
} from '../../../nodes/WhatsLoop/input/mediaType';

const TYPES = ['image', 'video', 'gif', 'document', 'audio', 'voice', 'sticker'];

describe('by the address of a file', () => {
	test.each([
		['https://example.com/a.jpg', 'image'],
		['https://example.com/a.JPEG', 'image'],
		['https://example.com/a.png?width=100', 'image'],
		['https://example.com/a.webp', 'image'],
		['https://example.com/a.gif', 'gif'],
		['https://example.com/a.mp4#t=5', 'video'],
		['https://example.com/a.m4v', 'video'],
		['https://example.com/a.mov', 'video'],
		['https://example.com/a.3gp', 'video'],
		['https://example.com/a.mp3', 'audio'],
		['https://example.com/a.m4a', 'audio'],
		['https://example.com/a.aac', 'audio'],
		['https://example.com/a.amr', 'audio'],
		['https://example.com/a.wav', 'audio'],
		['https://example.com/a.oga', 'voice'],
		['https://example.com/a.ogg', 'voice'],
		['https://example.com/a.opus', 'voice'],
		['https://example.com/a.pdf', 'document'],
		['https://example.com/a.jpg.zip', 'document'],
		['https://example.com/a', 'document'],
		['https://example.com/', 'document'],
		['https://example.com/folder.jpg/a', 'document'],
		['https://example.com/?file=a.jpg', 'document'],
		['https://example.jpg', 'document'],
		['https://example.com/صورة.png', 'image'],
		['https://example.com/a.constructor', 'document'],
		['https://example.com/a.tostring', 'document'],
	])('%s is shown as %s', (url, type) => {
		expect(mediaTypeOfUrl(url)).toBe(type);
	});

	test('every address has one of the known types', () => {
		fc.assert(
			fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string(), (url, ending) => {
				fc.pre(URL.canParse(`${url}.${ending}`));
				expect(TYPES).toContain(mediaTypeOfUrl(`${url}.${ending}`));
			}),
		);
	});
});

describe('by a MIME type', () => {
	test.each([
		['image/png', 'image'],
		['IMAGE/PNG', 'image'],
		['image/gif', 'gif'],
		['image/svg+xml', 'document'],
		['video/mp4', 'video'],
		['audio/mpeg', 'audio'],
		['audio/ogg; codecs=opus', 'voice'],
		['audio/opus', 'voice'],
		['image/gif ; q=1', 'gif'],
		['image/tiff', 'document'],
		['image/vnd.adobe.photoshop', 'document'],
		['application/pdf', 'document'],
		['text/plain', 'document'],
		['', 'document'],
		['constructor', 'document'],
		['toString/x', 'document'],
	])('%p is shown as %s', (mime, type) => {
		expect(mediaTypeOfMime(mime)).toBe(type);
	});
});

test('only the names of the known types are accepted', () => {
	expect([...TYPES, 'Image', 'text', ''].filter(isMediaType)).toEqual(TYPES);
});

describe('an address that WhatsLoop can fetch', () => {
	test.each([
		'https://example.com/a.jpg',
		'http://example.com',
		' https://example.com/a b.jpg ',
		'https://example.com/صورة.png',
	])('%p is one', (url) => {
		expect(checkMediaUrl(url, 'Media URL')).toBe(url.trim());
	});

	test.each([
		'example.com/a.jpg',
		'/a.jpg',
		'file:///etc/passwd',
		'data:image/png;base64,AA',
		'javascript:alert(1)',
		'https://',
		'ftp://example.com/a',
		'see https://example.com/a',
		'file:https://example.com/a',
	])('%p is none', (url) => {
		expect(() => checkMediaUrl(url, 'Media URL')).toThrow(InputError);
		expect(() => checkMediaUrl(url, 'Media URL')).toThrow('"Media URL" is not a web address');
	});
});

describe('the address of a sticker', () => {
	test.each([
		'https://example.com/a.webp',
		'https://example.com/A.WEBP?size=1',
		'https://example.com/sticker/12',
		'https://example.com/get.php?id=1',
	])('may be %s', (url) => {
		expect(() => checkStickerUrl(url)).not.toThrow();
	});

	test.each(['https://example.com/a.png', 'https://example.com/a.JPG?x=.webp', 'https://example.com/a.mp4'])(
		'is not %s (WhatsApp shows WebP alone)',
		(url) => {
			expect(() => checkStickerUrl(url)).toThrow('A sticker is a WebP picture');
		},
	);
});
