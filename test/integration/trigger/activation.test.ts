import { Harness, TOKEN } from '../support/harness';
import { refused } from '../support/scriptedServer';
import { TriggerHarness } from '../support/triggerHarness';

let harness: Harness;

beforeAll(async () => {
	harness = await Harness.start();
});
beforeEach(() => harness.reset());
afterAll(async () => await harness.close());

const trigger = (credential = harness.go(), parameters = {}, base?: string) =>
	new TriggerHarness(harness.engine, credential, parameters, base);

const connected = { body: { success: true, data: { status: 'connected', connected: true } } };

describe('activating makes one request, which changes nothing', () => {
	test('on WhatsLoop v1', async () => {
		harness.server.answerWith(connected);
		const node = trigger();
		expect(await node.activate()).toBe(true);
		expect(harness.server.requests).toMatchObject([
			{ method: 'GET', path: '/instance/status', headers: { authorization: `Bearer ${TOKEN}` } },
		]);
		expect(node.lines('warn')).toEqual([]);
	});

	test('on WhatsLoop Cloud, with a message that can not be sent', async () => {
		harness.server.answerWith(refused(422, {}, 'The to field is required.'));
		const node = trigger(harness.cloud({ webhookSecret: 's' }));
		expect(await node.activate()).toBe(true);
		expect(harness.server.requests).toMatchObject([{ method: 'POST', path: '/messages/send-text', body: {} }]);
		expect(node.lines('warn')).toEqual([]);
	});
});

describe('a wrong token stops it, and the error does not contain the token', () => {
	test.each([401, 403])('HTTP %i', async (status) => {
		harness.server.answerWith(refused(status, {}, `Unauthenticated ${TOKEN}`));
		const error = (await trigger()
			.activate()
			.catch((thrown: Error) => thrown)) as Error & { description?: string };
		expect(error.message).toMatch(/WhatsLoop refused/);
		expect(error.description).toMatch(/API Token/);
		expect(JSON.stringify(error) + error.message + error.stack).not.toContain(TOKEN);
	});
});

test('activating waits out a rate limit', async () => {
	harness.server.answerWith(refused(429, { 'retry-after': '20' }), connected);
	await trigger().activate();
	expect(harness.server.gapsMs[0]).toBeGreaterThanOrEqual(20_000);
});

test.each([404, 405])('an account whose API lacks the path is not blocked (HTTP %i)', async (status) => {
	harness.server.answerWith(refused(status));
	const node = trigger();
	expect(await node.activate()).toBe(true);
	expect(node.lines('warn')).toEqual([]);
});

test('an outage is waited out for a short time only (a person is waiting in the editor)', async () => {
	harness.server.answerWith(refused(500));
	await trigger().activate();
	expect(harness.server.requests).toHaveLength(4);
});

test.each<[string, object]>([
	['an outage', refused(503)],
	['a rate limit that does not end', refused(429, { 'retry-after': '1' })],
	['a web page', { body: '<html></html>' }],
	['a broken connection', { instead: 'reset' }],
])('%s is logged and does not stop activating (events arrive without a request)', async (_name, answer) => {
	harness.server.answerWith(answer);
	const node = trigger();
	expect(await node.activate()).toBe(true);
	expect(node.lines('warn')).toEqual([
		expect.stringMatching(/could not ask WhatsLoop v1 whether WhatsApp is connected/),
	]);
});

test.each([{ connected: false }, { status: 'disconnected' }, { status: 'close' }, { status: 'qr' }])(
	'%j means that WhatsApp is not connected, which is logged',
	async (data) => {
		harness.server.answerWith({ body: { success: true, data } });
		const node = trigger();
		expect(await node.activate()).toBe(true);
		expect(node.lines('warn')).toEqual([expect.stringMatching(/WhatsApp is not connected/)]);
	},
);

test.each([{ status: 'connected' }, { status: 'hibernating' }, {}])(
	'%j does not mean that WhatsApp is not connected',
	async (data) => {
		harness.server.answerWith({ body: { success: true, data } });
		const node = trigger();
		await node.activate();
		expect(node.lines('warn')).toEqual([]);
	},
);

test.each<[string, RegExp]>([
	['http://localhost:5678/webhook', /localhost/],
	['https://192.168.1.5/webhook', /private network/],
	['http://n8n.example.com/webhook', /https/],
])('the log has a warning about the address %s', async (base, problem) => {
	harness.server.answerWith(connected);
	const node = trigger(harness.go(), {}, base);
	await node.activate();
	expect(node.lines('warn')).toEqual([expect.stringMatching(problem)]);
});

describe('settings that no event could pass stop it, and the error says what to do', () => {
	test.each<[string, () => TriggerHarness, RegExp, RegExp]>([
		[
			'cloud without a secret',
			() => trigger(harness.cloud()),
			/WhatsLoop Cloud signs its events/,
			/"Webhook Secret" in the credential[^]*"Verification" to "URL Token"/,
		],
		[
			'signature without a secret',
			() => trigger(harness.go(), { verification: 'signature' }),
			/^Verification is set to "Signature", but the credential has no Webhook Secret/,
			/Webhook Secret/,
		],
		[
			'a URL token that is empty',
			() => trigger(harness.go(), { verification: 'token' }),
			/"URL Token" is empty/,
			/\?token=/,
		],
		[
			'ticks on cloud',
			() => trigger(harness.cloud({ webhookSecret: 's' }), { options: { markAsRead: true } }),
			/"Mark as Read" is not available on WhatsLoop Cloud/,
			/./,
		],
		[
			'a chat that is none',
			() => trigger(harness.go(), { options: { chats: 'Sara' } }),
			/"Chats" has an entry/,
			/966501234567/,
		],
		['no event chosen', () => trigger(harness.go(), { events: [] }), /"Events" is empty/, /Choose/],
		['an address that is none', () => trigger(harness.go({ baseUrl: 'whatsloop' })), /Base URL/, /https/],
	])('%s', async (_name, node, message, description) => {
		const error = (await node()
			.activate()
			.catch((thrown: Error) => thrown)) as Error & { description?: string };
		expect(error.message).toMatch(message);
		expect(error.description).toMatch(description);
		expect(harness.server.requests).toEqual([]);
	});

	test('cloud with a token in the URL, or without verification, is accepted', async () => {
		harness.server.answerWith(refused(422));
		expect(await trigger(harness.cloud(), { verification: 'token', urlToken: 'x' }).activate()).toBe(true);
		expect(await trigger(harness.cloud(), { verification: 'none' }).activate()).toBe(true);
	});
});

test('deactivating makes no request', async () => {
	harness.server.answerWith({ instead: 'reset' });
	expect(await trigger().deactivate()).toBe(true);
	expect(harness.server.requests).toEqual([]);
});
