import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INode } from 'n8n-workflow';
import type { CredentialReference } from '../../../scripts/n8n/clientTypes';
import type { Sandbox } from '../../../sandbox';
import { provideSandbox } from '../../support/provideSandbox';
import { samplePng } from '../../../sandbox/media/generatedSamples';
import { runBranches } from '../support/branches';
import { createCredential } from '../support/credentials';
import { sharedN8n } from '../support/n8n';
import { node, whatsLoop } from '../support/nodes';
import { hasN8n } from '../support/since';

interface Sample {
	/** The endpoint of the sandbox that the request has to reach. */
	endpoint: string;
	fileName: string;
	mimeType: string;
	bytes: Buffer;
}

/** n8n does not look at the bytes here, so random ones are enough. The image is a real PNG. */
const SAMPLES: Record<string, Sample> = {
	image: { endpoint: 'send/image', fileName: 'dunes.png', mimeType: 'image/png', bytes: samplePng() },
	video: { endpoint: 'send/video', fileName: 'clip.mp4', mimeType: 'video/mp4', bytes: randomBytes(3_000_000) },
	voice: { endpoint: 'send/ptt', fileName: 'note.ogg', mimeType: 'audio/ogg', bytes: randomBytes(40_000) },
	pdf: {
		endpoint: 'send/file',
		fileName: 'فاتورة رقم ١٢.pdf',
		mimeType: 'application/pdf',
		bytes: randomBytes(200_000),
	},
};

/** A little above the limit. n8n before 2.6 gives sizes only as rounded texts ("5.3 MB"). */
const LARGE_IMAGE = Buffer.concat([samplePng(), Buffer.alloc(hasN8n('2.6') ? 5 * 1024 * 1024 : 5_350_000)]);

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Serves the samples as any web server would. */
async function startFileServer(): Promise<Server> {
	const server = createServer((request, response) => {
		const sample = SAMPLES[(request.url ?? '').slice(1)] ?? {
			fileName: 'big.png',
			mimeType: 'image/png',
			bytes: LARGE_IMAGE,
		};
		response.setHeader('content-type', sample.mimeType);
		response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(sample.fileName)}`);
		response.end(sample.bytes);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}

describe('a file from a binary field', () => {
	const n8n = sharedN8n();
	let sandbox: Sandbox;
	provideSandbox('kept', (started) => (sandbox = started));
	let files: Server;
	let credential: CredentialReference;

	beforeAll(async () => {
		files = await startFileServer();
		credential = await createCredential(n8n.client, 'go', sandbox);
	});

	afterAll(async () => {
		files.close();
	});

	/** Fetches a file into `attachment` and sends it from there. */
	const branch = (name: string): INode[] => {
		const { port } = files.address() as AddressInfo;
		const options = { response: { response: { responseFormat: 'file', outputPropertyName: 'attachment' } } };
		const get = node(
			`Get ${name}`,
			'n8n-nodes-base.httpRequest',
			{ url: `http://127.0.0.1:${port}/${name}`, options },
			{ typeVersion: 4.2 },
		);
		const send = whatsLoop(
			{
				resource: 'message',
				operation: 'sendMedia',
				recipient: { __rl: true, mode: 'phone', value: '966501234567' },
				mediaSource: 'binary',
				binaryPropertyName: 'attachment',
			},
			credential,
		);
		return [get, { ...send, name: `Send ${name}` }];
	};

	test('reaches WhatsLoop byte for byte through an address that n8n signs: picture, video, voice message, Arabic PDF', async () => {
		const run = await runBranches(n8n.client, Object.keys(SAMPLES).map(branch));

		expect(run.error).toBeUndefined();
		for (const [name, { endpoint, fileName, mimeType, bytes }] of Object.entries(SAMPLES)) {
			const sent = sandbox.messages.find(({ id }) => id === run.json(`Send ${name}`)[0].messageId);
			expect(sent).toMatchObject({
				endpoint,
				mediaFetch: 'fetched',
				media: { statusCode: 200, contentType: mimeType, fileName, byteLength: bytes.length, sha256: sha256(bytes) },
			});
		}
		expect(sandbox.messages).toHaveLength(Object.keys(SAMPLES).length);
	});

	test('has an address that ends in its name (n8n still checks the signature)', async () => {
		sandbox.reset();
		await runBranches(n8n.client, [branch('pdf')]);
		const [{ content, mediaFetch }] = sandbox.messages;
		const address = content.mediaUrl ?? '';
		expect(mediaFetch).toBe('fetched');
		expect(address.split('/').pop()).toBe(encodeURIComponent(SAMPLES.pdf.fileName));
		const wrong = address.replace(/token=[^&]+/, (token) => `${token.slice(0, -3)}xyz`);
		expect([(await fetch(address)).status, (await fetch(wrong)).status]).toEqual([200, 400]);
	});

	test('is refused above the size limit of WhatsApp, before anything is sent', async () => {
		sandbox.reset();
		const run = await runBranches(n8n.client, [branch('large')]);
		expect(run.error?.message).toContain('WhatsApp takes 5 MB at most as "image". Nothing was sent.');
		expect(sandbox.requests).toHaveLength(0);
	});

	test('is refused before the call if WhatsLoop could not fetch it from this n8n', async () => {
		sandbox.reset();
		const outside = await createCredential(n8n.client, 'go', sandbox, { baseUrl: 'https://go-wloop.example/api/v1' });
		const [get, send] = branch('image');
		const run = await runBranches(n8n.client, [[get, { ...send, credentials: { whatsLoopApi: outside } }]]);
		expect(run.error?.message).toContain(
			"WhatsLoop can't fetch the file from this n8n: its address is http://127.0.0.1:",
		);
		expect(run.error?.description).toContain('WEBHOOK_URL');
	});
});
