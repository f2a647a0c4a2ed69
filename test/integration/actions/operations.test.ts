import type { INodeParameters } from 'n8n-workflow';
import { Harness } from '../support/harness';
import { CLOUD_CASES, GO_CASES, message, to, type Case } from '../support/operationCases';
import { accepted } from '../support/scriptedServer';

let harness: Harness;

beforeAll(async () => {
	harness = await Harness.start();
});
beforeEach(() => harness.reset());
afterAll(async () => await harness.close());

async function expectRequest(parameters: INodeParameters, expected: Case[2], credential: ReturnType<Harness['go']>) {
	harness.server.answerWith(accepted());
	const { error } = await harness.engine.run({ parameters, credential });
	expect(error).toBeUndefined();
	expect(harness.server.requests).toHaveLength(1);
	const [{ method, path, query, body, rawBody }] = harness.server.requests;
	expect({ method, path, query, body: rawBody === '' ? undefined : body }).toEqual({
		method: expected.method ?? 'POST',
		path: expected.path,
		query: expected.query ?? {},
		body: expected.body,
	});
}

describe('on go', () => {
	test.each(GO_CASES)(
		'%s',
		async (_name, parameters, request) => await expectRequest(parameters, request, harness.go()),
	);
});

describe('on cloud', () => {
	test.each(CLOUD_CASES)(
		'%s',
		async (_name, parameters, request) => await expectRequest(parameters, request, harness.cloud()),
	);

	test.each(CLOUD_CASES)('%s from a channel', async (_name, parameters, request) => {
		await expectRequest(
			parameters,
			{ ...request, body: { ...request.body, channel_id: 5 } },
			harness.cloud({ channelId: '5' }),
		);
	});

	test('a message without an id in the answer is still sent', async () => {
		harness.server.answerWith({ body: { success: true } });
		const { items } = await harness.engine.run({
			parameters: message('sendText', { text: 'Hi' }),
			credential: harness.cloud(),
		});
		expect(items[0].json).toEqual({
			messageId: null,
			recipient: to,
			status: 'accepted',
			timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
		});
	});

	test('what it lacks is refused before any request', async () => {
		const { error } = await harness.engine.run({
			parameters: message('sendLocation', { latitude: 1, longitude: 2 }),
			credential: harness.cloud(),
		});
		expect(error?.message).toMatch(/^"Send Location" is not available on WhatsLoop Cloud\. /);
		expect(harness.server.requests).toHaveLength(0);
	});
});
