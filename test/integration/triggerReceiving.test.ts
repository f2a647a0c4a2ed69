import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { fetchMedia as FetchMedia } from '../../nodes/WhatsLoop/transport/fetchMedia';
import { Harness, TOKEN } from './support/harness';
import { refused } from './support/scriptedServer';
import { FakeResponse, TriggerHarness } from './support/triggerHarness';

const SECRET = 'a secret with ümlauts';

let harness: Harness;

beforeAll(async () => {
	harness = await Harness.start();
});
beforeEach(() => harness.reset());
afterAll(async () => await harness.close());

const trigger = (credential = {}, parameters = {}, staticData = {}) =>
	new TriggerHarness(harness.engine, harness.go(credential), parameters, undefined, staticData);

const textEvent = (id: string, more: object = {}) =>
	JSON.stringify({
		event: 'message-new',
		messages: { id, body: 'hello', type: 'chat', fromMe: false, chatId: '966501234567@c.us', ...more },
	});

const signed = (body: string, secret = SECRET) => ({
	'x-webhook-signature': createHmac('sha256', secret).update(body).digest('hex'),
});

const REFUSED = { status: 401, json: { status: 'refused', message: 'Not verified' }, items: undefined };

describe('verification', () => {
	test('is over the bytes as they came, white space and all', async () => {
		const node = trigger({ webhookSecret: SECRET });
		const body = ` {"event" : "message-new",\n\t"messages":{"id":"ws","body":"سلام","type":"chat","chatId":"966501234567@c.us"}}\r\n`;
		expect((await node.call({ body, headers: signed(body) })).items).toMatchObject([
			{ json: { message: { id: 'ws', text: 'سلام' } } },
		]);
		expect(await node.call({ body: JSON.stringify(JSON.parse(body)), headers: signed(body) })).toMatchObject(REFUSED);
	});

	test.each<[string, object, object, object, RegExp]>([
		['no header', { webhookSecret: SECRET }, {}, {}, /no header/],
		['a mismatch', { webhookSecret: SECRET }, {}, { headers: { 'x-webhook-signature': '00' } }, /mismatch/],
		['no secret', {}, { verification: 'signature' }, { headers: { 'x-webhook-signature': '00' } }, /no secret/],
		['no secret on cloud', { apiVersion: 'cloud' }, {}, { headers: { 'x-webhook-signature': '00' } }, /no secret/],
		['no token', {}, { verification: 'token', urlToken: 'x' }, {}, /no token/],
		['a wrong token', {}, { verification: 'token', urlToken: 'x' }, { query: { token: 'y' } }, /mismatch/],
	])(
		'%s gives 401 and one line in the log, without anything secret',
		async (_name, credential, parameters, call, cause) => {
			const node = trigger(credential, parameters);
			expect(await node.call({ body: textEvent('x'), ...call })).toMatchObject(REFUSED);
			expect(node.log).toEqual([['warn', expect.stringMatching(cause)]]);
			expect(node.log[0][1]).not.toContain(SECRET);
			expect(node.log[0][1]).not.toContain('hello');
		},
	);

	test('a new secret counts at once, and an added one, too', async () => {
		const node = trigger();
		expect((await node.call({ body: textEvent('open') })).items).toHaveLength(1);
		harness.engine.credentials.current = harness.go({ webhookSecret: 'first' });
		expect(await node.call({ body: textEvent('closed') })).toMatchObject(REFUSED);
		const first = textEvent('first');
		expect((await node.call({ body: first, headers: signed(first, 'first') })).items).toHaveLength(1);
		harness.engine.credentials.current = harness.go({ webhookSecret: 'second' });
		const second = textEvent('second');
		expect((await node.call({ body: second, headers: signed(second, 'second') })).items).toHaveLength(1);
		const late = textEvent('late');
		expect(await node.call({ body: late, headers: signed(late, 'first') })).toMatchObject(REFUSED);
	});

	test('reads the credential once for a burst', async () => {
		const node = trigger({ webhookSecret: SECRET });
		const before = harness.engine.credentials.timesDecrypted;
		for (let index = 0; index < 20; index++) {
			const body = textEvent(`burst ${index}`);
			await node.call({ body, headers: signed(body) });
		}
		expect(harness.engine.credentials.timesDecrypted - before).toBeLessThan(5);
	});
});

describe('de-duplication', () => {
	test('of the same event twice in the same instant', async () => {
		const node = trigger({ webhookSecret: SECRET });
		const body = textEvent('twice');
		const results = await Promise.all(
			Array.from({ length: 10 }, async () => await node.call({ body, headers: signed(body) })),
		);
		expect(results.filter(({ items }) => items !== undefined)).toHaveLength(1);
		expect(results.map(({ status }) => status)).toEqual(Array(10).fill(200));
	});

	test('lasts over a restart, by the static data', async () => {
		const node = trigger();
		await node.call({ body: textEvent('kept') });
		const restarted = trigger({}, {}, { 'node:WhatsLoop Trigger': { ...node.staticData } });
		expect((await restarted.call({ body: textEvent('kept') })).json).toEqual({ status: 'ignored' });
	});

	test('is left out in a test, where somebody sends the same again and again', async () => {
		const node = trigger();
		const results = [
			await node.call({ body: textEvent('t'), mode: 'manual' }),
			await node.call({ body: textEvent('t'), mode: 'manual' }),
			await node.call({ body: textEvent('t') }),
		];
		expect(results.map(({ items }) => items?.length)).toEqual([1, 1, 1]);
	});

	test('can be turned off', async () => {
		const node = trigger({}, { options: { deduplicate: false } });
		expect((await node.call({ body: textEvent('d') })).items).toHaveLength(1);
		expect((await node.call({ body: textEvent('d') })).items).toHaveLength(1);
		expect(node.staticData).toEqual({});
	});

	test('forgets an event that n8n could not start an execution for (WhatsLoop tries again then)', async () => {
		const node = trigger();
		const { response } = await node.call({ body: textEvent('failed') });
		response.statusCode = 500;
		response.emit('finish');
		expect((await node.call({ body: textEvent('failed') })).items).toHaveLength(1);
	});

	test('leaves nothing behind after deactivation', async () => {
		const node = trigger();
		await node.call({ body: textEvent('x') });
		expect(node.staticData).not.toEqual({});
		await node.deactivate();
		expect(node.staticData).toEqual({});
		expect((await node.call({ body: textEvent('x') })).items).toHaveLength(1);
	});
});

test('a credential that can not be read gives 500 and starts nothing', async () => {
	const node = trigger();
	const context = node.webhookContext({ body: textEvent('x') });
	Object.defineProperty(context, 'getCredentials', { value: async () => await Promise.reject(new Error('gone')) });
	const response = context.getResponseObject() as unknown as FakeResponse;
	const nodeType = harness.engine.loader.nodeTypes.whatsLoopTrigger.type as {
		webhook: (this: unknown) => Promise<object>;
	};
	expect(await nodeType.webhook.call(context)).toEqual({ noWebhookResponse: true });
	expect(response.statusCode).toBe(500);
	expect(node.lines('error')).toEqual([expect.stringMatching(/could not be taken\. gone/)]);
});

test('a batch gives one item for each message, without the raw event where that is not wanted', async () => {
	const node = trigger({}, { options: { includeRaw: false } });
	const body = JSON.stringify([JSON.parse(textEvent('a')), JSON.parse(textEvent('b'))]);
	const { items } = await node.call({ body });
	expect(items).toMatchObject([{ json: { message: { id: 'a' } } }, { json: { message: { id: 'b' } } }]);
	expect(items?.[0].json).not.toHaveProperty('raw');
});

test('ticks do not hold up the answer, and a failed one is no more than a line in the log', async () => {
	harness.server.answerWith(refused(422, {}, 'no such chat 966501234567'));
	const node = trigger({}, { options: { markAsRead: true } });
	expect((await node.call({ body: textEvent('tick') })).items).toHaveLength(1);
	while (node.lines('warn').length === 0) await new Promise((resolve) => setImmediate(resolve));
	expect(harness.server.requests).toMatchObject([{ path: '/chat/read', body: { phone: '966501234567' } }]);
	expect(node.lines('warn')[0]).toMatch(/could not mark a chat as read/);
	expect(node.lines('warn')[0]).not.toContain('966501234567');
});

describe('files of messages', () => {
	let media: Server;
	let address: string;
	const tokens: unknown[] = [];

	beforeAll(async () => {
		media = createServer((request, response) => {
			tokens.push(request.headers.authorization);
			if (request.url === '/slow') return void response.writeHead(200).write('x');
			if (request.url === '/named')
				response.setHeader('content-disposition', `attachment; filename*=UTF-8''%D8%B5.pdf`);
			response.setHeader('content-type', 'application/pdf; charset=binary');
			response.end(request.url === '/empty' ? '' : 'x'.repeat(2000));
		});
		await new Promise<void>((resolve) => media.listen(0, '127.0.0.1', resolve));
		address = `http://127.0.0.1:${(media.address() as AddressInfo).port}`;
	});
	afterAll(() => {
		media.closeAllConnections();
		media.close();
	});

	const imageEvent = (id: string, url: string, more: object = {}) =>
		textEvent(id, { type: 'document', body: url, ...more });
	const downloading = () => trigger({}, { options: { downloadMedia: true } });
	const fetchMedia = () =>
		harness.engine.builtModule<{ fetchMedia: typeof FetchMedia }>('nodes/WhatsLoop/transport/fetchMedia.js').fetchMedia;

	test('come into a binary field with the name and type of the message, after the answer, without the token', async () => {
		const result = await downloading().call({
			body: imageEvent('m1', `${address}/file`, {
				fileName: '../invoice.pdf',
				metadata: { mimetype: 'application/x-invoice' },
			}),
		});
		expect(result.response.json).toEqual({ status: 'accepted' });
		expect(result.items).toMatchObject([
			{ binary: { data: { fileName: 'invoice.pdf', mimeType: 'application/x-invoice' } } },
		]);
		expect(tokens.every((token) => token === undefined)).toBe(true);
		expect(JSON.stringify(tokens)).not.toContain(TOKEN);
	});

	test('are named by their server, or by their address, where the message does not say', async () => {
		const node = downloading();
		const named = await node.call({ body: imageEvent('m2', `${address}/named`) });
		const unnamed = await node.call({ body: imageEvent('m3', `${address}/some%20file.pdf?x=1`) });
		expect(named.items?.[0].binary?.data).toMatchObject({ fileName: 'ص.pdf', mimeType: 'application/pdf' });
		expect(unnamed.items?.[0].binary?.data).toMatchObject({ fileName: 'some file.pdf' });
	});

	test.each<[string, () => string, RegExp]>([
		['nothing listens there', () => 'http://127.0.0.1:9/file', /could not be fetched \(ECONNREFUSED\)/],
		['it is empty', () => `${address}/empty`, /empty/],
		['it is encrypted', () => 'https://mmg.whatsapp.net/v/t62/abc.enc', /encrypted/],
	])('do not take the event along where %s', async (name, url, reason) => {
		const { items } = await downloading().call({ body: imageEvent(name, url()) });
		expect(items).toMatchObject([{ json: { event: 'message', mediaError: expect.stringMatching(reason) as string } }]);
		expect(items?.[0].binary).toBeUndefined();
	});

	test('are given up above the size, or after the time, that is allowed', async () => {
		const context = downloading().webhookContext({ body: '{}' });
		await expect(fetchMedia()(context, `${address}/file`, 1999)).rejects.toThrow(/larger than/);
		await expect(fetchMedia()(context, `${address}/file`, 2000)).resolves.toMatchObject({
			mimeType: 'application/pdf',
		});
		await expect(fetchMedia()(context, `${address}/slow`, 1999, 200)).rejects.toThrow(/did not come within 0.2 s/);
	});

	test.each(['file:///etc/hosts', 'ftp://127.0.0.1/x', 'data:text/plain,x', 'nothing'])(
		'are not fetched from %s',
		async (url) => {
			const context = downloading().webhookContext({ body: '{}' });
			await expect(fetchMedia()(context, url)).rejects.toThrow(/not a web address/);
		},
	);
});
