import type { INodeParameters } from 'n8n-workflow';
import { chatId, Harness, phone, sendText } from '../support/harness';
import { accepted } from '../support/scriptedServer';

let harness: Harness;

beforeAll(async () => {
	harness = await Harness.start();
});
beforeEach(() => harness.reset());
afterAll(async () => await harness.close());

type Body = Record<string, unknown>;

async function run(more: INodeParameters, json = {}, credential = harness.go()) {
	const result = await harness.engine.run({ parameters: sendText(more), items: [json], credential });
	return { ...result, body: harness.server.bodies[0] as Body };
}

describe('the recipient', () => {
	test.each<[string, INodeParameters, object, string]>([
		['by phone number', { recipient: phone('+966 (50) 123-45.67') }, {}, '966501234567'],
		['by chat id', { recipient: chatId(' 120363041234567890@g.us ') }, {}, '120363041234567890@g.us'],
		[
			'by chat id in the field for numbers',
			{ recipient: phone('120363041234567890@g.us') },
			{},
			'120363041234567890@g.us',
		],
		['as plain text', { recipient: '00966501234567' }, {}, '966501234567'],
		['by an expression for the field', { recipient: '={{ $json.phone }}' }, { phone: '٩٦٦٥٠١٢٣٤٥٦٧' }, '966501234567'],
		[
			'by an expression inside the field',
			{ recipient: phone('={{ $json.phone }}') },
			{ phone: 966501234567 },
			'966501234567',
		],
		[
			'national, with a country code',
			{ recipient: phone('050 123 4567'), options: { defaultCountryCode: '+966' } },
			{},
			'966501234567',
		],
		[
			'national, with a country code that is a number',
			{ recipient: phone('0501234567'), options: { defaultCountryCode: '={{ 966 }}' } },
			{},
			'966501234567',
		],
	])('%s', async (_name, parameters, json, expected) => {
		const { body, items, error } = await run(parameters, json);
		expect(error).toBeUndefined();
		expect(body.phone).toBe(expected);
		expect(items[0].json.recipient).toBe(expected);
	});

	test.each<[string, INodeParameters, object, RegExp]>([
		[
			'national without a country code',
			{ recipient: phone('0501234567') },
			{},
			/no country code.*Default Country Code/,
		],
		['empty', { recipient: phone('={{ "" }}') }, {}, /empty/],
		['an expression that finds nothing', { recipient: '={{ $json.nothing }}' }, {}, /empty/],
		['two numbers in one', { recipient: phone('966501234567, 966501234568') }, {}, /no digits/],
		['a chat id without @', { recipient: chatId('966501234567') }, {}, /has no @/],
		['an object', { recipient: '={{ $json.who }}' }, { who: { name: 'Omar' } }, /phone number|recipient/i],
	])('is refused before any request: %s', async (_name, parameters, json, message) => {
		const { error } = await run(parameters, json);
		expect(error?.message).toMatch(message);
		expect(error?.context.itemIndex).toBe(0);
		expect(harness.server.requests).toHaveLength(0);
	});
});

describe('an expression', () => {
	test('may give a number as a text', async () => {
		expect((await run({ text: '={{ $json.code }}' }, { code: 4711 })).body.body).toBe('4711');
	});

	test('may give a date as a text', async () => {
		expect((await run({ text: '={{ DateTime.fromISO("2026-11-15T10:00:00Z").toUTC() }}' })).body.body).toBe(
			'2026-11-15T10:00:00.000Z',
		);
	});

	test.each([
		['an object', { a: 1 }],
		['a list', ['a', 'b']],
		['a list of objects', [{ a: 1 }]],
	])('that gives %s as a text is refused (nobody wants to receive "[object Object]")', async (_name, value) => {
		const { error } = await run({ text: '={{ $json.value }}' }, { value });
		expect(error?.message).toMatch(/"Text" is not a text/);
		expect(harness.server.requests).toHaveLength(0);
	});

	test('that finds nothing for the text is refused', async () => {
		const { error } = await run({ text: '={{ $json.nothing }}' });
		expect(error?.message).toMatch(/"Text" is empty/);
	});

	test('may give the id of the message to reply to as a number', async () => {
		const { body, error } = await run(
			{ options: { replyToMessageId: '={{ $json.id }}' } },
			{ id: 50796 },
			harness.cloud(),
		);
		expect(error).toBeUndefined();
		expect(body.quoted_message_id).toBe('50796');
	});

	test.each([null, '', true, [], 'x', 91])(
		'that gives %p for a latitude is refused (0, 0 lies in the sea)',
		async (value) => {
			const { error } = await run({ operation: 'sendLocation', latitude: '={{ $json.value }}', longitude: 46.6 }, {
				value,
			} as never);
			expect(error?.message).toMatch(/"Latitude" is not a number from -90 to 90/);
			expect(harness.server.requests).toHaveLength(0);
		},
	);

	test('may give a latitude as a text', async () => {
		const { body } = await run(
			{ operation: 'sendLocation', latitude: '={{ $json.value }}', longitude: 46.6 },
			{ value: '24.7' },
		);
		expect(body.lat).toBe(24.7);
	});

	test('that fails is an error of its own item, without a request', async () => {
		const { error } = await run({ text: '={{ $json.a.b.c() }}' });
		expect(error).toBeDefined();
		expect(harness.server.requests).toHaveLength(0);
	});
});

describe('Additional Fields', () => {
	test('are merged over the request, as text', async () => {
		const { body } = await run({ options: { additionalFields: '{"body":"Other","priority":1}' } });
		expect(body).toEqual({ phone: '966501234567', body: 'Other', priority: 1 });
	});

	test('are merged over the request, as an object from an expression', async () => {
		const { body, error } = await run(
			{ options: { additionalFields: '={{ $json }}' } },
			{ priority: 1, deep: { list: [1, 2] } },
		);
		expect(error).toBeUndefined();
		expect(body).toEqual({ phone: '966501234567', body: 'Hello', priority: 1, deep: { list: [1, 2] } });
	});

	test('may not replace the recipient (the output and the order within the chat would be about another one)', async () => {
		const { error } = await run(
			{ options: { additionalFields: '={{ $json }}' } },
			{ phone: '966507654321', priority: 1 },
		);
		expect(error?.message).toBe('Additional Fields would replace the recipient ("phone"). Nothing was sent.');
		expect(error?.description).toContain('fill in "Recipient" instead');
		expect(harness.server.requests).toHaveLength(0);
	});

	test('may repeat the recipient (a whole item that is passed on often does)', async () => {
		const { body, error } = await run(
			{ options: { additionalFields: '={{ $json }}' } },
			{ phone: '966501234567', priority: 1 },
		);
		expect(error).toBeUndefined();
		expect(body).toEqual({ phone: '966501234567', body: 'Hello', priority: 1 });
	});

	test('may hold a date from an expression', async () => {
		const { body, error } = await run({
			options: { additionalFields: '={{ ({ at: DateTime.fromISO("2026-11-15T10:00:00Z").toUTC() }) }}' },
		});
		expect(error).toBeUndefined();
		expect(body.at).toBe('2026-11-15T10:00:00.000Z');
	});

	test('go into the query of a read', async () => {
		await run({ operation: 'getAll', limit: 3, options: { additionalFields: '{"before":"BAE5"}' } });
		expect(harness.server.requests[0].query).toEqual({ limit: '3', before: 'BAE5' });
	});

	test.each(['[1]', '"text"', '{broken', 'null', '5'])('%s is refused before any request', async (additionalFields) => {
		const { error } = await run({ options: { additionalFields } });
		expect(error?.message).toMatch(/"Additional Fields" is not a JSON object/);
		expect(harness.server.requests).toHaveLength(0);
	});
});

describe('the credential', () => {
	test.each(['', '/', '///'])('may end its Base URL in %p', async (slashes) => {
		await run({}, {}, harness.go({ baseUrl: `${harness.server.url}/api/v1${slashes}` }));
		expect(harness.server.requests[0].path).toBe('/api/v1/message/send');
	});

	test.each([undefined, '', null, ' '])('sends no channel_id for %p (never null)', async (channelId) => {
		const { body } = await run({}, {}, harness.cloud({ channelId: channelId as never }));
		expect('channel_id' in body).toBe(false);
	});

	test('sends no channel_id on go', async () => {
		expect('channel_id' in (await run({}, {}, harness.go({ channelId: '5' }))).body).toBe(false);
	});

	test.each(['0', '-1', '1.5', 'five', '5 6'])(
		'with the Channel ID %p is refused before any request',
		async (channelId) => {
			const { error } = await run({}, {}, harness.cloud({ channelId }));
			expect(error?.message).toMatch(/Channel ID/);
			expect(harness.server.requests).toHaveLength(0);
		},
	);
});

describe('Sending & Retries', () => {
	test.each([
		['maxRetries', -1],
		['maxRetries', 'many'],
		['maxRetryAfter', 1e9],
		['requestTimeout', 0],
	])('%s of %p is refused with the range', async (name, value) => {
		const { error } = await run({ delivery: { [name]: value } });
		expect(error?.message).toMatch(/is not a number from \d+ to \d+/);
		expect(harness.server.requests).toHaveLength(0);
	});
});

test('with Simplify off the answer of WhatsLoop comes out as it is', async () => {
	harness.server.answerWith(accepted('RAW'));
	const { items } = await run({ options: { simplify: false } });
	expect(items[0].json).toEqual(accepted('RAW').body);
});
