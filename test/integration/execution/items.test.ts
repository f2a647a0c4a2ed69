import type { INodeExecutionData } from 'n8n-workflow';
import { getMessage, Harness, numberedItems, sendText } from '../support/harness';
import { accepted, refused } from '../support/scriptedServer';

let harness: Harness;

beforeAll(async () => {
	harness = await Harness.start();
});
beforeEach(() => harness.reset());
afterAll(async () => await harness.close());

const textOfItem = sendText({ text: '={{ $json.text }}' });

describe('items that are sent', () => {
	test('one output item for each input item, in order, each paired with its own', async () => {
		harness.server.answerWith(accepted('A'), accepted('B'), accepted('C'));
		const { items } = await harness.engine.run({
			parameters: textOfItem,
			items: numberedItems(3),
			credential: harness.go(),
		});
		expect(items.map(({ json }) => json.messageId)).toEqual(['A', 'B', 'C']);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(harness.server.bodies).toEqual(
			['Text 0', 'Text 1', 'Text 2'].map((body) => ({ phone: '966501234567', body })),
		);
	});

	test('the credential is decrypted as often for three attempts as for one (and not by the helper)', async () => {
		const count = async () => {
			const before = harness.engine.credentials.timesDecrypted;
			await harness.engine.run({ parameters: sendText(), credential: harness.go() });
			return harness.engine.credentials.timesDecrypted - before;
		};
		const forOne = await count();
		const wait = refused(429, { 'Retry-After': '1' });
		harness.server.answerWith(wait, wait, accepted());
		const perRequest = forOne - 1; // n8n itself decrypts it to sign each request
		expect(await count()).toBe(1 + 3 * perRequest);
	});

	test('the body is the same on every attempt', async () => {
		const wait = refused(429, { 'Retry-After': '1' });
		harness.server.answerWith(wait, wait, accepted());
		const parameters = sendText({
			text: 'مرحبا 👋\nline two',
			options: { additionalFields: '{"deep":{"list":[1,{"a":null}]}}' },
		});
		await harness.engine.run({ parameters, credential: harness.go() });
		const [first, second, third] = harness.server.requests.map(({ rawBody }) => rawBody);
		expect(JSON.parse(first)).toEqual({
			phone: '966501234567',
			body: 'مرحبا 👋\nline two',
			deep: { list: [1, { a: null }] },
		});
		expect([second, third]).toEqual([first, first]);
	});

	test.each([
		['null', null],
		['a text', 'none'],
		['false', false],
	])(
		'an answer with a top-level error of %s has it under another name (n8n would send it all again)',
		async (_name, value) => {
			harness.server.answerWith({ body: { ...(accepted().body as object), error: value } });
			const parameters = sendText({ options: { simplify: false } });
			const { items } = await harness.engine.run({
				parameters,
				credential: harness.go(),
				settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			});
			expect(harness.server.requests).toHaveLength(1);
			expect('error' in items[0].json).toBe(false);
			expect(items[0].json.apiError).toBe(value);
		},
	);

	test.each([
		['an empty list', []],
		['a list of two', [{ id: 'A' }, { id: 'B' }]],
		['a list of texts', ['A', 'B']],
		['success and an error in words', { ...(accepted().body as object), error: 'Something broke' }],
	])(
		'a send answered with %s gives exactly one item, and is not sent again (the answer proves nothing)',
		async (_name, body) => {
			harness.server.answerWith({ body });
			for (const simplify of [true, false]) {
				harness.server.requests.length = 0;
				const { items } = await harness.engine.run({
					parameters: sendText({ options: { simplify } }),
					credential: harness.go(),
					settings: { onError: 'continueRegularOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
				});
				expect(harness.server.changes).toHaveLength(1);
				expect(items).toHaveLength(1);
				expect(items[0].json.error).toMatch(/may or may not have been sent/);
			}
		},
	);
});

describe('a list that is read', () => {
	const getAll = (more = {}) => ({ resource: 'message', operation: 'getAll', ...more });
	const record = (id: string) => ({
		key: { id, remoteJid: '966501234567@c.us', fromMe: false },
		message: { conversation: `Text ${id}` },
	});

	test('becomes an item for each entry, all paired with the item that asked', async () => {
		harness.server.answerWith({ body: { success: true, data: [record('A'), record('B')] } });
		const { items } = await harness.engine.run({ parameters: getAll({ limit: 10 }), credential: harness.go() });
		expect(items.map(({ json }) => json.messageId)).toEqual(['A', 'B']);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
	});

	test('is never longer than Limit, even where WhatsLoop ignores it', async () => {
		harness.server.answerWith({ body: { success: true, data: ['A', 'B', 'C'].map(record) } });
		const { items } = await harness.engine.run({ parameters: getAll({ limit: 2 }), credential: harness.go() });
		expect(items).toHaveLength(2);
		expect(harness.server.requests[0].query).toEqual({ limit: '2' });
	});

	test('is complete with Return All', async () => {
		harness.server.answerWith({ body: { success: true, data: ['A', 'B', 'C'].map(record) } });
		const { items } = await harness.engine.run({ parameters: getAll({ returnAll: true }), credential: harness.go() });
		expect(items).toHaveLength(3);
		expect(harness.server.requests[0].query).toEqual({ limit: '1000' });
	});
});

describe('a failed item', () => {
	const failing = { body: { success: false, message: 'not on WhatsApp' } };

	test('ends the run unless the user has chosen to continue, and nothing after it is sent', async () => {
		harness.server.answerWith(accepted(), failing, accepted());
		const { items, error } = await harness.engine.run({
			parameters: textOfItem,
			items: numberedItems(3),
			credential: harness.go(),
		});
		expect(harness.server.requests).toHaveLength(2);
		expect(items).toEqual([]);
		expect(error?.name).toBe('NodeApiError');
		expect(error?.context.itemIndex).toBe(1);
	});

	test.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'with %s the others are sent, and all come out',
		async (onError) => {
			harness.server.answerWith(accepted('A'), failing, accepted('C'));
			const { items, errorItems, error } = await harness.engine.run({
				parameters: textOfItem,
				items: numberedItems(3),
				credential: harness.go(),
				settings: { onError },
			});
			expect(error).toBeUndefined();
			expect(harness.server.requests).toHaveLength(3);
			const failed =
				onError === 'continueErrorOutput' ? errorItems : items.filter(({ json }) => !('messageId' in json));
			expect(items.filter(({ json }) => 'messageId' in json).map(({ json }) => json.messageId)).toEqual(['A', 'C']);
			expect(failed).toHaveLength(1);
			expect(failed[0].json).toEqual({
				number: 1,
				text: 'Text 1',
				error: expect.stringMatching(/not on WhatsApp/) as string,
				details: expect.stringMatching(/^The message was not sent/) as string,
			});
			expect(failed[0].pairedItem).toEqual({ item: 1 });
		},
	);

	test('keeps the fields of its row even if one of them is called error, and n8n does not run the node again for it', async () => {
		harness.server.answerWith(failing);
		const { items } = await harness.engine.run({
			parameters: sendText(),
			items: [{ error: 'from the node before', phone: 1 }],
			credential: harness.go(),
			settings: { onError: 'continueRegularOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
		});
		expect(harness.server.requests).toHaveLength(1);
		expect(items[0].json).toMatchObject({ phone: 1, error: expect.stringMatching(/not on WhatsApp/) as string });
	});

	test('leaves the node with an item-level error and without json.error (n8n fills it in after it has looked for failures)', async () => {
		harness.server.answerWith(failing);
		const execute = jest.spyOn(harness.engine.whatsLoop, 'execute');
		let output: INodeExecutionData[][] | undefined;
		try {
			await harness.engine.run({
				parameters: sendText(),
				credential: harness.go(),
				settings: { onError: 'continueRegularOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			});
			expect(execute).toHaveBeenCalledTimes(1);
			output = structuredCloneOfShape((await execute.mock.results[0].value) as INodeExecutionData[][]);
		} finally {
			execute.mockRestore();
		}
		expect(harness.server.requests).toHaveLength(1);
		expect(output).toEqual([
			[{ keys: ['error', 'json', 'pairedItem'], errorName: 'NodeApiError', pairedItem: { item: 0 } }],
		]);
	});

	/** n8n changes `json` of these objects later, so only the fields that stay are compared. */
	const structuredCloneOfShape = (output: INodeExecutionData[][]) =>
		output.map((items) =>
			items.map((item) => ({
				keys: Object.keys(item).sort(),
				errorName: item.error?.name,
				pairedItem: item.pairedItem,
			})),
		) as never;

	test('a wrong value fails only its own item, before any request', async () => {
		const { items } = await harness.engine.run({
			parameters: sendText({ recipient: '={{ $json.phone }}' }),
			items: [{ phone: '966501234567' }, { phone: '0501234567' }, { phone: '966501234568' }],
			credential: harness.go(),
			settings: { onError: 'continueRegularOutput' },
		});
		expect(harness.server.requests).toHaveLength(2);
		expect(items).toHaveLength(3);
		expect(items[1].json.error).toMatch(/no country code/);
		expect(items[1].pairedItem).toEqual({ item: 1 });
	});

	test.each([
		['a Base URL that is none', { baseUrl: 'go-wloop.net' }, /Base URL/],
		['a Channel ID that is none', { apiVersion: 'cloud', channelId: 'main' }, /Channel ID/],
	])(
		'with %s every item comes out as failed (n8n would pass the input on as if it were sent)',
		async (_name, wrong, message) => {
			const { items, errorItems } = await harness.engine.run({
				parameters: textOfItem,
				items: numberedItems(2),
				credential: harness.go(wrong),
				settings: { onError: 'continueErrorOutput' },
			});
			expect(harness.server.requests).toHaveLength(0);
			expect(items).toEqual([]);
			expect(errorItems).toHaveLength(2);
			for (const { json } of errorItems) expect(json.error).toMatch(message);
		},
	);
});

describe('Retry On Fail of n8n', () => {
	const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
	const sentTexts = () => harness.server.changes.map(({ body }) => (body as { body: string }).body);

	test('sends only the failed items again (n8n runs the node with all items, and the node remembers the sent ones)', async () => {
		harness.server.answerWith(accepted('A'), { body: { success: false } }, accepted('B'));
		const { items, error } = await harness.engine.run({
			parameters: textOfItem,
			items: numberedItems(2),
			credential: harness.go(),
			settings,
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.messageId)).toEqual(['A', 'B']);
		expect(sentTexts()).toEqual(['Text 0', 'Text 1', 'Text 1']);
	});

	test.each([
		[false, ['Text 0']],
		[true, ['Text 0', 'Text 0']],
	])('sends an uncertain item again only if the user wants it (retryUncertain %p)', async (retryUncertain, texts) => {
		harness.server.answerWith({ status: 500, body: {} }, accepted('A'));
		const parameters = sendText({ text: '={{ $json.text }}', delivery: { maxRetries: 0, retryUncertain } });
		await harness.engine.run({ parameters, items: numberedItems(1), credential: harness.go(), settings });
		expect(sentTexts()).toEqual(texts);
	});

	test('does not run the node again after a success', async () => {
		await harness.engine.run({ parameters: textOfItem, items: numberedItems(2), credential: harness.go(), settings });
		expect(harness.server.requests).toHaveLength(2);
	});

	test('does not repeat a read that found nothing', async () => {
		harness.server.answerWith({ body: { success: true, data: [] } });
		const parameters = { ...getMessage(), operation: 'getAll' };
		const { items } = await harness.engine.run({ parameters, credential: harness.go(), settings });
		expect(items).toEqual([]);
		expect(harness.server.requests).toHaveLength(1);
	});
});

describe('the hint about waiting', () => {
	const pin = { resource: 'chat', operation: 'pin', recipient: sendText().recipient };

	test.each([
		['a message', sendText(), '1 sent'],
		['a change', pin, '1 done'],
		['a read', getMessage(), '1 read'],
	])('of %s says what was done', async (_kind, parameters, done) => {
		harness.server.answerWith(refused(429, { 'Retry-After': '42' }), accepted());
		const { hints } = await harness.engine.run({ parameters, credential: harness.go() });
		expect(hints).toEqual([
			{
				message: `${done}; waited 42 s for your plan's limit (1 retry)`,
				type: 'info',
				location: 'outputPane',
			},
		]);
	});
});
