import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Harness } from '../support/harness';
import { FakeResponse, TriggerHarness } from '../support/triggerHarness';

let harness: Harness;
let media: Server;
let address: string;

beforeAll(async () => {
	harness = await Harness.start();
	media = createServer((_request, response) => void response.end('file'));
	await new Promise<void>((resolve) => media.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(media.address() as AddressInfo).port}/a.pdf`;
});
beforeEach(() => harness.reset());
afterAll(async () => {
	media.close();
	await harness.close();
});

const trigger = (parameters = {}) => new TriggerHarness(harness.engine, harness.go(), parameters);

const message = (id: string, more: object = {}) => ({
	id,
	body: 'hello',
	type: 'chat',
	fromMe: false,
	chatId: '966501234567@c.us',
	...more,
});

const event = (...messages: object[]) => JSON.stringify({ event: 'message-new', messages });

const ACCEPTED = { status: 200, json: { status: 'accepted' } };
const IGNORED = { status: 200, json: { status: 'ignored' }, items: undefined };

test('an event that starts the workflow is accepted', async () => {
	expect(await trigger().call({ body: event(message('a')) })).toMatchObject(ACCEPTED);
});

test('a form is taken as well as JSON', async () => {
	const body = 'event=message-new&messages[id]=a&messages[body]=hello&messages[chatId]=966501234567@c.us';
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	expect(await trigger().call({ body, headers })).toMatchObject({
		...ACCEPTED,
		items: [{ json: { event: 'message' } }],
	});
	expect(await trigger().call({ body })).toMatchObject({ status: 400, items: undefined });
});

test('an event that nobody asked for is ignored', async () => {
	const ack = JSON.stringify({
		event: 'message-status',
		ack: { id: 'a', status: 'sent', chatId: '966501234567@c.us' },
	});
	expect(await trigger().call({ body: ack })).toMatchObject(IGNORED);
	expect(await trigger({ events: ['ack'] }).call({ body: ack })).toMatchObject(ACCEPTED);
});

test.each(['hello', '', '5', '[1]'])('%j is no event', async (body) => {
	const json = { status: 'refused', message: 'The body is not an event' };
	expect(await trigger().call({ body })).toMatchObject({ status: 400, json, items: undefined });
});

test('a body of the largest size is taken, and not one byte more', async () => {
	const node = trigger({ options: { maxBodySize: 200 / (1024 * 1024) } });
	const padded = (bytes: number) => event(message(String(bytes))).padEnd(bytes);
	expect(await node.call({ body: padded(200) })).toMatchObject(ACCEPTED);
	const json = { status: 'refused', message: 'The body is too large' };
	expect(await node.call({ body: padded(201) })).toMatchObject({ status: 413, json, items: undefined });
});

test('an event that could not be taken is answered as an error, so that WhatsLoop may try again', async () => {
	const node = trigger();
	const context = node.webhookContext({ body: event(message('a')) });
	const response = new FakeResponse();
	const broken = Object.create(context, {
		getResponseObject: { value: () => response },
		getRequestObject: { value: () => ({ rawBody: { length: 1 } }) },
	}) as typeof context;
	const webhook = harness.engine.loader.nodeTypes.whatsLoopTrigger.type as {
		webhook?: (this: unknown) => Promise<unknown>;
	};
	await webhook.webhook?.call(broken);
	expect([response.statusCode, response.json]).toEqual([
		500,
		{ status: 'error', message: 'The event could not be taken' },
	]);
});

test('an event whose execution was started is a repetition the next time', async () => {
	const node = trigger();
	const { response } = await node.call({ body: event(message('a')) });
	// n8n answers
	response.emit('finish');
	expect(await node.call({ body: event(message('a')) })).toMatchObject(IGNORED);
});

describe('files', () => {
	const file = (id: string) => message(id, { type: 'document', body: address });
	const options = { downloadMedia: true, allowLocalAddresses: true };

	test('are fetched after the answer if one of several messages has one', async () => {
		const { response, items, json } = await trigger({ options }).call({ body: event(message('a'), file('b')) });
		expect([response.json, json]).toEqual([{ status: 'accepted' }, { status: 'accepted' }]);
		expect(items?.map(({ binary }) => binary?.data.fileName)).toEqual([undefined, 'a.pdf']);
	});

	test('that are not there leave the answer to n8n, which gives it once the execution is stored', async () => {
		const { response, json } = await trigger({ options }).call({ body: event(message('a')) });
		expect([response.json, json]).toEqual([undefined, { status: 'accepted' }]);
	});

	test('are not fetched unless the user wants them', async () => {
		const { response, items } = await trigger().call({ body: event(file('a')) });
		expect(response.json).toBeUndefined();
		expect(items?.[0].binary).toBeUndefined();
	});
});
