import { Readable } from 'node:stream';
import type { INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { addAllMedia, describeMedia, hasMedia } from '../../../nodes/WhatsLoop/trigger/media';
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

describe('the files of several messages', () => {
	/** Fetches files that come after a moment, and notes how many were on their way at most. */
	async function add(mediaUrls: Array<string | null>) {
		const onTheWay = { now: 0, most: 0, requested: [] as string[] };
		const warnings: string[] = [];
		const httpRequest = async ({ url }: { url: string }) => {
			onTheWay.requested.push(url);
			onTheWay.most = Math.max(onTheWay.most, ++onTheWay.now);
			for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
			onTheWay.now--;
			return { statusCode: 200, headers: {}, body: Readable.from(['file']) };
		};
		const prepareBinaryData = async (_content: Buffer, fileName: string) => {
			if (fileName === 'full') throw new Error('ENOSPC');
			return { data: '', fileName, mimeType: 'image/png' };
		};
		const context = {
			helpers: { httpRequest, prepareBinaryData },
			logger: { warn: (text: string) => warnings.push(text) },
		};
		const events = mediaUrls.map((mediaUrl) => withMessage({ type: mediaUrl === null ? 'text' : 'image', mediaUrl }));
		const items = events.map(() => ({ json: {} }) as INodeExecutionData);
		await addAllMedia(context as unknown as IWebhookFunctions, items, events, {});
		return { items, warnings, ...onTheWay };
	}

	const url = (name: string | number) => `https://files.example.com/${name}`;

	test('go to their own items, and those without one stay as they are', async () => {
		const { items, requested } = await add([null, url('a'), null, url('b')]);
		expect(items.map(({ binary }) => binary?.data.fileName)).toEqual([undefined, 'a', undefined, 'b']);
		expect(items.map(({ json }) => json)).toEqual([{}, {}, {}, {}]);
		expect(requested).toHaveLength(2);
	});

	test('are fetched four at a time, each once (more would fill the memory)', async () => {
		const { most, requested } = await add(Array.from({ length: 10 }, (_, index) => url(index)));
		expect(most).toBe(4);
		expect(requested).toHaveLength(10);
	});

	test.each([
		['https://mmg.whatsapp.net/a', 'WhatsLoop sent only the encrypted address on the servers of WhatsApp'],
		['https://whatsapp.net/a', 'WhatsLoop sent only the encrypted address on the servers of WhatsApp'],
		['nothing', 'The address of the file is not a web address'],
		[url('full'), 'The file could not be stored in n8n'],
	])('that can not be had are named in their item and in the log: %s', async (address, reason) => {
		const { items, warnings } = await add([address]);
		expect(items).toEqual([{ json: { mediaError: reason } }]);
		expect(warnings).toEqual([`WhatsLoop Trigger: ${reason}`]);
	});

	test.each(['https://whatsapp.net.example.com/a', 'https://notwhatsapp.net/a'])(
		'are fetched from %s, which only looks like a server of WhatsApp',
		async (address) => {
			expect((await add([address])).items[0].binary).toBeDefined();
		},
	);

	test('that have no address say so', async () => {
		const item: INodeExecutionData = { json: {} };
		const context = { logger: { warn: () => undefined } } as unknown as IWebhookFunctions;
		await addAllMedia(context, [item], [withMessage({ type: 'image' })], {});
		expect(item.json).toEqual({ mediaError: 'WhatsLoop sent no address for the file' });
	});
});
