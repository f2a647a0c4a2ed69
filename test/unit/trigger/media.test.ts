import { describeMedia, hasMedia } from '../../../nodes/WhatsLoop/trigger/media';
import { emptyMessage, toEvent } from '../../../nodes/WhatsLoop/trigger/normalise/triggerEvent';
import type { FetchedMedia } from '../../../nodes/WhatsLoop/transport/fetchMedia';

const message = (more: object = {}) => ({ ...emptyMessage, ...more });
const withMessage = (parts: object | null) =>
	toEvent({ event: 'message', message: parts === null ? null : message(parts) }, {}, 0);

describe('an event has a file', () => {
	test.each<[string, object | null, boolean]>([
		['with an address, whatever its type', { mediaUrl: 'https://files.example.com/1' }, true],
		['with the type of a file, even without an address (the item then says why it has none)', { type: 'image' }, true],
		['not with another type', { type: 'text' }, false],
		['not without a type', {}, false],
		['not without a message', null, false],
	])('%s', (_name, parts, expected) => {
		expect(hasMedia(withMessage(parts))).toBe(expected);
	});
});

describe('the name of a file', () => {
	const nameOf = (own: object, served: object, address = 'https://files.example.com/a/b') =>
		describeMedia(message(own), { content: Buffer.alloc(0), ...served } as FetchedMedia, address).fileName;

	test.each<[string, object, object, string, string]>([
		['that of the message', { fileName: 'own.pdf' }, { fileName: 'served.pdf' }, 'https://x.com/url.pdf', 'own.pdf'],
		['else that of the server', {}, { fileName: 'served.pdf' }, 'https://x.com/url.pdf', 'served.pdf'],
		['else the end of the address', { type: 'image' }, {}, 'https://x.com/a/%D8%B3.pdf?token=1', 'س.pdf'],
		['else the type', { type: 'image' }, {}, 'https://x.com/a/', 'image'],
		['else that of the field', {}, {}, 'https://x.com', 'data'],
		['as it stands in the address, if it can not be decoded', {}, {}, 'https://x.com/%E0%A4%A', '%E0%A4%A'],
	])('is %s', (_name, own, served, address, expected) => {
		expect(nameOf(own, served, address)).toBe(expected);
	});

	test.each([
		['/etc/passwd', 'passwd'],
		['C:\\temp\\a.pdf', 'a.pdf'],
		['folder/', 'data'],
	])('has no directories: %s', (fileName, expected) => {
		expect(nameOf({ fileName }, {})).toBe(expected);
	});
});

describe('the type of a file', () => {
	const typeOf = (own: object, served: object) =>
		describeMedia(message(own), { content: Buffer.alloc(0), ...served } as FetchedMedia, 'https://x.com/a').mimeType;

	test.each<[string, object, object, string | undefined]>([
		['that of the message, without its parameters', { mimeType: 'audio/ogg ; codecs=opus' }, {}, 'audio/ogg'],
		['else that of the server, in lower case', {}, { mimeType: 'Image/PNG' }, 'image/png'],
		['open if the server does not know it', {}, { mimeType: 'Application/Octet-Stream' }, undefined],
		['open if the server calls it binary', {}, { mimeType: 'binary/octet-stream' }, undefined],
		['open if the server tells none', {}, {}, undefined],
	])('is %s', (_name, own, served, expected) => {
		expect(typeOf(own, served)).toBe(expected);
	});
});
