import type { IBinaryData, IDataObject } from 'n8n-workflow';
import { pathOf, runNode } from '../support/fakeNode';

const MB = 1024 * 1024;
const url = 'https://n8n.example.com/rest/binary-data/signed?token=abc';
/** A signed address with the name of the file at its end. */
const NAMED = `${url}&file=/${encodeURIComponent('فاتورة.pdf')}`;
const REAL = { apiVersion: 'go', baseUrl: 'https://go-wloop.net/api/v1', apiToken: 'a-token' };

const file = (mimeType: string, bytes = 1000, more: Partial<IBinaryData> = {}): IBinaryData => ({
	id: 'filesystem-v2:file',
	data: 'filesystem-v2',
	mimeType,
	bytes,
	fileName: 'فاتورة.pdf',
	...more,
});

const send = async (binary: IBinaryData, parameters: IDataObject = {}, signedBinaryUrl = url, credential = REAL) =>
	await runNode(
		{
			resource: 'message',
			operation: 'sendMedia',
			recipient: { mode: 'phone', value: '966501234567' },
			mediaSource: 'binary',
			...parameters,
		},
		{ items: [{ json: {}, binary: { data: binary } }], signedBinaryUrl, credential },
	);

describe('a file from a binary field', () => {
	test.each([
		['image/png', 'send/image'],
		['image/jpeg; charset=binary', 'send/image'],
		['image/gif', 'send/gif'],
		['video/mp4', 'send/video'],
		['audio/mpeg', 'send/audio'],
		['audio/ogg; codecs=opus', 'send/ptt'],
		['application/pdf', 'send/file'],
		['audio/wav', 'send/file'],
		['image/tiff', 'send/file'],
		['video/x-msvideo', 'send/file'],
	])('of the type %s goes to %s (a file that WhatsApp does not play is a document)', async (mimeType, path) => {
		const { requests } = await send(file(mimeType));
		expect(requests.map(pathOf)).toEqual([path]);
		expect(Object.values(requests[0].body as IDataObject)).toContain(NAMED);
	});

	test.each([
		['image', 'image/png', 5 * MB],
		['video', 'video/mp4', 16 * MB],
		['audio', 'audio/mpeg', 16 * MB],
		['voice', 'audio/ogg', 16 * MB],
		['sticker', 'image/webp', 500 * 1024],
		['document', 'application/zip', 100 * MB],
	])(
		'as %s is taken up to the limit of WhatsApp, and refused one byte above it',
		async (mediaType, mimeType, limit) => {
			expect((await send(file(mimeType, limit), { mediaType })).requests).toHaveLength(1);
			await expect(send(file(mimeType, limit + 1), { mediaType })).rejects.toThrow(/at most as .* Nothing was sent/);
		},
	);

	test.each([
		['image', 'application/pdf'],
		['sticker', 'image/png'],
		['voice', 'video/mp4'],
	])(
		'chosen to be sent as %s is refused with the type %s, and the error says what to choose',
		async (mediaType, mimeType) => {
			await expect(send(file(mimeType), { mediaType })).rejects.toMatchObject({
				message: expect.stringContaining(mimeType),
				description: expect.stringContaining('Document'),
			});
		},
	);

	test.each([
		[{ fileName: 'invoice 12.pdf' }, '&file=/invoice%2012.pdf'],
		[{ fileName: 'C:\\bills\\may.pdf' }, '&file=/may.pdf'],
		[{ fileName: '/tmp/a&b=c.pdf' }, '&file=/a%26b%3Dc.pdf'],
		[{ fileName: undefined, fileExtension: 'pdf' }, '&file=/file.pdf'],
		[{ fileName: undefined }, ''],
	])('has an address that ends in its name (%j), because receivers read the name there', async (names, ending) => {
		const { requests } = await send(file('application/pdf', 1000, names));
		expect(requests[0].body).toMatchObject({ url: `${url}${ending}` });
	});

	test('is measured by the size text if n8n gives no bytes', async () => {
		await expect(send(file('image/png', undefined, { bytes: undefined, fileSize: '5.6 MB' }))).rejects.toThrow(
			'at most',
		);
		expect((await send(file('image/png', undefined, { bytes: undefined, fileSize: '980 kB' }))).requests).toHaveLength(
			1,
		);
	});

	test.each(['about 5.6 MB', '5.6 MB or more', '5.6 pages', ''])(
		'is sent if its size text can not be read (%p)',
		async (fileSize) => {
			expect((await send(file('image/png', undefined, { bytes: undefined, fileSize }))).requests).toHaveLength(1);
		},
	);

	test('has a size text without a space, too', async () => {
		const binary = file('image/png', undefined, { bytes: undefined, fileSize: '5.6MB' });
		await expect(send(binary)).rejects.toThrow('at most');
	});

	test("in n8n's memory is refused with what to switch on", async () => {
		await expect(send(file('image/png', 1000, { id: undefined }))).rejects.toMatchObject({
			message: expect.stringContaining('in memory'),
			description: expect.stringContaining('N8N_DEFAULT_BINARY_DATA_MODE=filesystem'),
		});
	});

	test('that does not exist in an item without files is refused with what the node before has to do', async () => {
		const run = runNode(
			{
				resource: 'message',
				operation: 'sendMedia',
				recipient: { mode: 'phone', value: '966501234567' },
				mediaSource: 'binary',
			},
			{ items: [{ json: {} }], credential: REAL },
		);
		await expect(run).rejects.toMatchObject({
			description: expect.stringContaining('The node before has to give a file'),
		});
	});

	test('that does not exist is refused with the names of the existing ones', async () => {
		await expect(send(file('image/png'), { binaryPropertyName: 'photo' })).rejects.toMatchObject({
			message: 'The item has no file in the field "photo"',
			description: expect.stringContaining('data'),
		});
	});
});

describe('a file that WhatsLoop can not fetch', () => {
	const local = 'http://localhost:5678/rest/binary-data/signed?token=secret';

	test.each([
		'http://localhost:5678',
		'http://127.0.0.1:5678',
		'http://192.168.1.5',
		'http://n8n:5678',
		'http://[::1]:5678',
		'http://172.20.0.2',
	])('because n8n is at %s, is refused before the call with what to set', async (origin) => {
		await expect(send(file('image/png'), {}, `${origin}/rest/binary-data/signed?token=secret`)).rejects.toMatchObject({
			message: expect.stringContaining(origin),
			description: expect.stringContaining('WEBHOOK_URL'),
		});
	});

	test('is refused without the signature in the error (it opens the file)', async () => {
		const error: unknown = await send(file('image/png'), {}, local).catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(Error);
		expect(JSON.stringify(error) + (error as Error).message).not.toContain('secret');
	});

	test('is accepted if WhatsLoop runs on the same machine, such as the sandbox', async () => {
		const credential = { ...REAL, baseUrl: 'http://127.0.0.1:3939/api/v1' };
		expect((await send(file('image/png'), {}, local, credential)).requests).toHaveLength(1);
	});

	test('is also refused if it is given as a URL', async () => {
		const run = send(file('image/png'), { mediaSource: 'url', mediaUrl: 'http://10.0.0.8/a.png' });
		await expect(run).rejects.toThrow("WhatsLoop can't fetch the file: http://10.0.0.8 can't be opened from outside");
	});

	test.each([
		'https://n8n.example.com/a.png',
		'https://8.8.8.8/a.png',
		'https://172.32.0.1/a.png',
		'https://fd.example.com/a.png',
	])('is not %s', async (mediaUrl) => {
		expect((await send(file('image/png'), { mediaSource: 'url', mediaUrl })).requests).toHaveLength(1);
	});
});
