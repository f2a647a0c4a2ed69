// Longer than 300 lines: all tests of received calls share one set of helpers.

import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { fetchMedia as FetchMedia } from '../../../nodes/WhatsLoop/transport/fetchMedia';
import { Harness, TOKEN } from '../support/harness';
import { refused } from '../support/scriptedServer';
import { FakeResponse, TriggerHarness } from '../support/triggerHarness';

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
	test('covers the bytes as they arrived, with their white space', async () => {
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

	test('uses a new or added secret at once', async () => {
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
	test('works for two deliveries of an event at the same moment', async () => {
		const node = trigger({ webhookSecret: SECRET });
		const body = textEvent('twice');
		const results = await Promise.all(
			Array.from({ length: 10 }, async () => await node.call({ body, headers: signed(body) })),
		);
		expect(results.filter(({ items }) => items !== undefined)).toHaveLength(1);
		expect(results.map(({ status }) => status)).toEqual(Array(10).fill(200));
	});

	test('still works after a restart (it is kept in the static data)', async () => {
		const node = trigger();
		await node.call({ body: textEvent('kept') });
		const restarted = trigger({}, {}, { 'node:WhatsLoop Trigger': { ...node.staticData } });
		expect((await restarted.call({ body: textEvent('kept') })).json).toEqual({ status: 'ignored' });
	});

	test('is off in a test run (people send the same event again and again)', async () => {
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

describe('a delivery that holds too much starts nothing', () => {
	const records = (count: number, envelope: object = {}) =>
		JSON.stringify({
			event: 'message-new',
			...envelope,
			messages: Array.from({ length: count }, (_, id) => ({ id: `r${id}`, body: 'x', chatId: '966501234567@c.us' })),
		});

	test('a thousand records are served', async () => {
		expect((await trigger().call({ body: records(1000) })).items).toHaveLength(1000);
	});

	test.each<[string, string, number, string]>([
		['more than a thousand records', records(1001), 413, 'The body has more than 1000 records'],
		[
			'more than a thousand events',
			`[${Array(1001).fill('{}').join(',')}]`,
			413,
			'The body has more than 1000 records',
		],
		['too many values', `{"a":[${Array(100_001).fill('{}').join(',')}]}`, 413, 'The body has too many values'],
		['too many levels', `{"a":${'['.repeat(60_000)}${']'.repeat(60_000)}}`, 400, 'The body is nested too deeply'],
	])('%s', async (_name, body, status, message) => {
		const result = await trigger({}, { events: ['message', 'other'] }).call({ body });
		expect(result).toMatchObject({ status, json: { status: 'refused', message }, items: undefined });
	});

	test('many fields around a list are not repeated in every item (they would fill the disk)', async () => {
		const body = records(1000, { padding: 'p'.repeat(50_000) });
		const { items } = await trigger().call({ body });
		expect(items).toHaveLength(1000);
		expect(JSON.stringify(items).length).toBeLessThan(10 * body.length);
		expect(items?.[0].json.raw).toHaveProperty('padding');
		expect(items?.[1].json.raw).toEqual({ messages: { id: 'r1', body: 'x', chatId: '966501234567@c.us' } });
	});
});

describe('a signed event of WhatsLoop Cloud that is old', () => {
	const cloudEvent = (id: string, ageHours: number) =>
		JSON.stringify({
			id,
			object: 'event',
			type: 'message.received',
			created: Math.floor(Date.now() / 1000) - ageHours * 3600,
			data: { object: { message_id: id, phone: '966501234567', type: 'text', content: 'x' } },
		});
	const cloud = { apiVersion: 'cloud', webhookSecret: SECRET };
	const call = async (node: TriggerHarness, body: string) => await node.call({ body, headers: signed(body) });

	test('is refused after a day (somebody may have recorded it), with the cause in the log', async () => {
		const node = trigger(cloud);
		expect((await call(node, cloudEvent('young', 23))).items).toHaveLength(1);
		expect(await call(node, cloudEvent('old', 25))).toMatchObject(REFUSED);
		expect(node.lines('warn')).toEqual([expect.stringMatching(/too old .*25 hours/)]);
	});

	test('is accepted if the node allows it', async () => {
		expect((await call(trigger(cloud, { options: { maxEventAge: 0 } }), cloudEvent('any', 9000))).items).toHaveLength(
			1,
		);
		expect((await call(trigger(cloud, { options: { maxEventAge: 48 } }), cloudEvent('48', 47))).items).toHaveLength(1);
	});

	test('is not refused without a signature, or without a date of its own (a message may be old when it arrives)', async () => {
		const unsigned = trigger({ apiVersion: 'cloud' }, { verification: 'none' });
		expect((await unsigned.call({ body: cloudEvent('unsigned', 9000) })).items).toHaveLength(1);
		const node = trigger({ webhookSecret: SECRET });
		expect((await call(node, textEvent('undated', { time: 1_700_000_000 }))).items).toHaveLength(1);
	});
});

test('one delivery marks each chat once, and not more chats than a real delivery has', async () => {
	const node = trigger({}, { options: { markAsRead: true } });
	const messages = Array.from({ length: 60 }, (_, index) => ({
		id: `mark ${index}`,
		body: 'x',
		// every chat twice, in two spellings
		chatId: `9665012345${String(index >> 1).padStart(2, '0')}${index % 2 ? '@c.us' : ':3@s.whatsapp.net'}`,
	}));
	const { items } = await node.call({ body: JSON.stringify({ event: 'message-new', messages }) });
	expect(items).toHaveLength(60);
	while (harness.server.requests.length < 20) await new Promise((resolve) => setImmediate(resolve));
	expect(new Set(harness.server.requests.map(({ body }) => (body as { phone: string }).phone)).size).toBe(20);
	expect(node.lines('warn')).toEqual([expect.stringMatching(/10 of 30 chats were not marked as read/)]);
});

test('marking as read does not delay the answer, and a failure is only logged', async () => {
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
	const requested: string[] = [];

	beforeAll(async () => {
		media = createServer((request, response) => {
			tokens.push(request.headers.authorization);
			requested.push(request.url ?? '');
			const hop = /^\/hop\/(\d+)$/.exec(request.url ?? '')?.[1];
			if (hop !== undefined) {
				const next = hop === '0' ? '/file' : `/hop/${Number(hop) - 1}`;
				return void response.writeHead(302, { location: next }).end();
			}
			if (request.url === '/to-ftp') return void response.writeHead(302, { location: 'ftp://127.0.0.1/x' }).end();
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
	const downloading = () => trigger({}, { options: { downloadMedia: true, allowLocalAddresses: true } });
	/** The server of these tests is on this machine. */
	const LOCAL = { allowLocalAddresses: true };
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

	test('are named by their server or by their address, if the message has no name', async () => {
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
	])('are left out and the event still arrives, if %s', async (name, url, reason) => {
		const { items } = await downloading().call({ body: imageEvent(name, url()) });
		expect(items).toMatchObject([{ json: { event: 'message', mediaError: expect.stringMatching(reason) as string } }]);
		expect(items?.[0].binary).toBeUndefined();
	});

	test('are given up above the allowed size, or after the allowed time', async () => {
		const context = downloading().webhookContext({ body: '{}' });
		await expect(fetchMedia()(context, `${address}/file`, { ...LOCAL, maxBytes: 1999 })).rejects.toThrow(/larger than/);
		await expect(fetchMedia()(context, `${address}/file`, { ...LOCAL, maxBytes: 2000 })).resolves.toMatchObject({
			mimeType: 'application/pdf',
		});
		await expect(
			fetchMedia()(context, `${address}/slow`, { ...LOCAL, maxBytes: 1999, timeoutMs: 200 }),
		).rejects.toThrow(/did not come within 0.2 s/);
	});

	test.each(['file:///etc/hosts', 'ftp://127.0.0.1/x', 'data:text/plain,x', 'nothing'])(
		'are not fetched from %s',
		async (url) => {
			const context = downloading().webhookContext({ body: '{}' });
			await expect(fetchMedia()(context, url)).rejects.toThrow(/not a web address/);
		},
	);

	describe('are not fetched from this machine or its network', () => {
		const notLocal = async (url: string) => await fetchMedia()(downloading().webhookContext({ body: '{}' }), url);
		const port = () => new URL(address).port;

		test.each<[string, () => string]>([
			['a loopback address', () => address],
			['its short form', () => `http://127.1:${port()}`],
			['its hexadecimal form', () => `http://0x7f000001:${port()}`],
			['its octal form', () => `http://0177.0.0.1:${port()}`],
			['its form as one number', () => `http://2130706433:${port()}`],
			['its form in round digits', () => `http://①②⑦.⓪.⓪.①:${port()}`],
			['a loopback address of IPv6', () => `http://[::1]:${port()}`],
			['IPv4 inside IPv6', () => `http://[::ffff:127.0.0.1]:${port()}`],
			['any address', () => `http://0.0.0.0:${port()}`],
			['localhost', () => `http://localhost:${port()}`],
			['localhost with a dot', () => `http://localhost.:${port()}`],
			['a private address', () => 'http://192.168.1.1'],
			['the metadata service of clouds', () => 'http://169.254.169.254/latest/meta-data/'],
			['the name of a container', () => 'http://redis:6379'],
			['a name of the own network', () => 'http://printer.local'],
		])('%s', async (_name, url) => {
			requested.length = 0;
			await expect(notLocal(`${url()}/file`)).rejects.toThrow(
				/leads to this machine or its network.*Allow Local Addresses/,
			);
			expect(requested).toEqual([]);
		});

		test('by a redirect', async () => {
			const answers = [
				{ statusCode: 302, headers: { location: `${address}/file` }, body: {} },
				{ statusCode: 200, headers: {}, body: [] },
			];
			const context = downloading().webhookContext({ body: '{}' });
			const asked: unknown[] = [];
			Object.assign(context.helpers, {
				httpRequest: ({ url }: { url: string }) => Promise.resolve((asked.push(url), answers.shift())),
			});
			await expect(fetchMedia()(context, 'https://files.example.com/1')).rejects.toThrow(/this machine or its network/);
			expect(asked).toEqual(['https://files.example.com/1']);
		});

		test.each([
			['127.0.0.1', 443, /this machine or its network/],
			['::ffff:10.0.0.5', 443, /this machine or its network/],
			['fe80::1%eth0', 443, /this machine or its network/],
			['203.0.113.7', 443, /is empty/],
			['10.0.0.5', 3128, /is empty/], // a proxy of the user's network
		])('by a name that leads to %s, port %i', async (remoteAddress, remotePort, outcome) => {
			const context = downloading().webhookContext({ body: '{}' });
			const body = Object.assign(Readable.from([]), { socket: { remoteAddress, remotePort } });
			Object.assign(context.helpers, {
				httpRequest: () => Promise.resolve({ statusCode: 200, headers: {}, body }),
			});
			await expect(fetchMedia()(context, 'https://files.example.com/1')).rejects.toThrow(outcome);
		});
	});

	test('are followed through at most five redirects, and only to web addresses', async () => {
		const context = downloading().webhookContext({ body: '{}' });
		await expect(fetchMedia()(context, `${address}/hop/4`, LOCAL)).resolves.toMatchObject({
			mimeType: 'application/pdf',
		});
		await expect(fetchMedia()(context, `${address}/hop/5`, LOCAL)).rejects.toThrow(/more than 5 redirects/);
		await expect(fetchMedia()(context, `${address}/to-ftp`, LOCAL)).rejects.toThrow(/not a web address/);
	});
});
