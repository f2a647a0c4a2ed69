import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axios from 'axios';
import type { Sandbox } from '../../../../sandbox';
import { provideSandbox } from '../../../support/provideSandbox';
import { PHONE, sendText, until } from '../client';

interface Received {
	body: string;
	headers: IncomingHttpHeaders;
	at: number;
}

describe('webhooks of the sandbox', () => {
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));
	let receiver: Server;
	let url: string;
	const received: Received[] = [];
	/** Statuses to answer with, in order; 200 after the last. */
	const answers: number[] = [];

	beforeAll(async () => {
		receiver = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				received.push({ body: Buffer.concat(chunks).toString(), headers: request.headers, at: performance.now() });
				response.writeHead(answers.shift() ?? 200).end('{}');
			});
		});
		await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
		url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
	});
	beforeEach(() => {
		received.length = 0;
		answers.length = 0;
	});
	afterAll(async () => {
		receiver.close();
	});

	const control = async <Data = unknown>(path: string, body: unknown) =>
		await axios.post<Data>(sandbox.controlUrl(path), body, { validateStatus: () => true, proxy: false });

	test('bring a message from the phone to the registered URL, with a signature over its bytes', async () => {
		await control('webhook', { url, secret: 'سر' });
		const { data: message } = await control<{ id: string }>('incoming', { from: PHONE, name: 'سارة', text: 'سلام' });
		await until(() => received.length === 1);
		const [{ body, headers }] = received;
		expect(JSON.parse(body)).toMatchObject({
			event: 'message-new',
			messages: {
				id: `false_${PHONE}@c.us_${message.id}`,
				body: 'سلام',
				type: 'text',
				fromMe: 'false',
				chatId: `${PHONE}@c.us`,
				pushName: 'سارة',
			},
		});
		expect(headers['x-webhook-signature']).toBe(createHmac('sha256', 'سر').update(body).digest('hex'));
	});

	test('have no signature without a secret', async () => {
		sandbox.setWebhook({ url });
		sandbox.receive({ from: PHONE, text: 'x' });
		await until(() => received.length === 1);
		expect(received[0].headers).not.toHaveProperty('x-webhook-signature');
	});

	test.each([
		['notification', { event: 'message_notification', data: { body: 'x', messageType: 'text', author: PHONE } }],
		['panel', { data: { body: 'x' } }],
		['baileys', { key: { remoteJid: `${PHONE}@s.whatsapp.net`, fromMe: false }, message: { conversation: 'x' } }],
	] as const)('have the other known shapes (%s)', async (shape, expected) => {
		sandbox.setWebhook({ url, shape });
		sandbox.receive({ from: PHONE, text: 'x' });
		await until(() => received.length === 1);
		expect(JSON.parse(received[0].body)).toMatchObject(expected);
	});

	test('have the shape of cloud, with the channel inside and without the name of a direct chat', async () => {
		sandbox.setWebhook({ account: 'cloud', url });
		sandbox.receive({ account: 'cloud', from: PHONE, text: 'x' });
		await until(() => received.length === 1);
		const event = JSON.parse(received[0].body) as { data: { object: object } };
		expect(event).toMatchObject({
			id: expect.stringMatching(/^evt_/),
			object: 'event',
			type: 'message.received',
			channel_id: null,
			data: { object: { channel_id: 5, phone: PHONE, content: 'x' } },
		});
		expect(event.data.object).not.toHaveProperty('group_id');
	});

	test.each([
		['go', undefined, 2],
		['cloud', undefined, 1],
		['cloud', true, 2],
		['go', false, 1],
	] as const)(
		'include own messages on go, and on cloud only if asked for (none was ever seen there): %s, %s',
		async (account, ownMessages, count) => {
			sandbox.setWebhook({ account, url, ownMessages });
			sandbox.receive({ account, from: PHONE, text: 'from our own phone', fromMe: true });
			sandbox.receive({ account, from: PHONE, text: 'from somebody else' });
			await until(() => received.length === count);
			expect(sandbox.deliveries).toHaveLength(count);
			expect(received.at(-1)?.body).toContain('from somebody else');
			expect(sandbox.messages).toHaveLength(2);
		},
	);

	test('come again until they are accepted, with growing waits', async () => {
		answers.push(500, 401);
		sandbox.setWebhook({ url, retries: 5, backOffMs: 20 });
		sandbox.receive({ from: PHONE, text: 'x' });
		await until(() => sandbox.deliveries[0]?.state === 'delivered');
		expect(sandbox.deliveries[0].attempts.map(({ statusCode }) => statusCode)).toEqual([500, 401, 200]);
		const [first, second, third] = received.map(({ at }) => at);
		expect(second - first).toBeGreaterThanOrEqual(19);
		expect(third - second).toBeGreaterThanOrEqual(39);
		expect(new Set(received.map(({ body }) => body)).size).toBe(1);
	});

	test('are given up after the last attempt', async () => {
		answers.push(500, 500);
		sandbox.setWebhook({ url, retries: 1, backOffMs: 1 });
		sandbox.receive({ from: PHONE, text: 'x' });
		await until(() => sandbox.deliveries[0]?.state === 'given up');
		expect(received).toHaveLength(2);
	});

	test('come several times on request, and in any form', async () => {
		sandbox.setWebhook({ url, secret: 's' });
		sandbox.receive({ from: PHONE, text: 'x', times: 3 });
		await control('dispatch', { body: '{"cut": ', contentType: 'text/plain', signature: 'wrong' });
		await until(() => received.length === 4);
		const odd = received.find(({ body }) => body === '{"cut": ');
		expect(odd?.headers['content-type']).toBe('text/plain');
		expect(odd?.headers['x-webhook-signature']).toMatch(/^[0-9a-f]{64}$/);
		expect(odd?.headers['x-webhook-signature']).not.toBe(createHmac('sha256', 's').update('{"cut": ').digest('hex'));
	});

	test('report the status of messages, several in one event', async () => {
		sandbox.setWebhook({ url });
		await sendText(sandbox);
		await sendText(sandbox);
		const messageIds = sandbox.messages.map(({ id }) => id);
		await control('ack', { messageIds, status: 'read' });
		await until(() => received.length === 1);
		expect(JSON.parse(received[0].body)).toEqual({
			event: 'message-status',
			ack: messageIds.map((id) => ({ id, status: 'viewed', chatId: `${PHONE}@c.us` })),
		});
		expect(sandbox.messages.map(({ ack }) => ack)).toEqual(['read', 'read']);
	});

	test('do not come while WhatsApp is not connected', () => {
		sandbox.setWebhook({ url });
		sandbox.settings.connected = false;
		sandbox.receive({ from: PHONE, text: 'x' });
		expect(sandbox.deliveries).toEqual([]);
	});

	test('contain the address of a file that the phone sends', async () => {
		const bytes = Buffer.from([1, 2, 3]);
		const { data } = await axios.post<{ mediaUrl: string }>(
			`${sandbox.controlUrl('uploads')}?name=${encodeURIComponent('صورة.png')}`,
			bytes,
			{ headers: { 'content-type': 'image/png' }, proxy: false },
		);
		const hosted = await axios.get<ArrayBuffer>(data.mediaUrl, { responseType: 'arraybuffer', proxy: false });
		expect(hosted.headers['content-type']).toBe('image/png');
		expect(Buffer.from(hosted.data)).toEqual(bytes);
		expect(decodeURIComponent(data.mediaUrl)).toMatch(/صورة\.png$/);
	});

	test.each([
		['a URL that is none', 'webhook', { url: 'hello' }],
		['an account that is not there', 'webhook', { url: 'http://127.0.0.1/', account: 'x' }],
		['a number that is none', 'incoming', { from: '05', text: 'x' }],
		['a message that is not there', 'ack', { messageIds: ['x'], status: 'read' }],
		['a dispatch without a URL to go to', 'dispatch', { body: {} }],
	])('refuse %s', async (_name, path, body) => {
		expect((await control(path, body)).status).toBe(422);
	});
});
