import { startSandbox, type Sandbox } from '../../../sandbox';
import { Harness, numberedItems, sendText } from '../support/harness';
import { CLOUD_CASES, GO_CASES } from '../support/operationCases';

let harness: Harness;
let sandbox: Sandbox;

beforeAll(async () => {
	harness = await Harness.start();
	sandbox = await startSandbox();
});
beforeEach(() => {
	harness.reset();
	sandbox.reset();
});
afterAll(async () => {
	await sandbox.close();
	await harness.close();
});

const go = () => ({ apiVersion: 'go', baseUrl: sandbox.goBaseUrl, apiToken: sandbox.goToken });
const cloud = () => ({ apiVersion: 'cloud', baseUrl: sandbox.cloudBaseUrl, apiToken: sandbox.cloudToken });

/** The sandbox fetches what is sent, so files have to be where it can find them. */
const withSample = (parameters: Record<string, unknown>) =>
	Object.fromEntries(
		Object.entries(parameters).map(([name, value]) => [
			name,
			name === 'mediaUrl' || name === 'headerUrl'
				? sandbox.mediaUrl(parameters.mediaType === 'sticker' ? 'sample.webp' : 'sample.png')
				: value,
		]),
	) as never;

const SENDS = GO_CASES.filter(([, { operation }]) => (operation as string).startsWith('send'));

test.each(SENDS)('the go API, which checks every field, accepts %s once', async (_name, parameters) => {
	const { items, error } = await harness.engine.run({ parameters: withSample(parameters), credential: go() });
	expect(error).toBeUndefined();
	expect(sandbox.messages).toHaveLength(1);
	expect(items[0].json.messageId).toBe(sandbox.messages[0].id);
});

test.each(CLOUD_CASES)('the cloud API, which checks every field, accepts %s once', async (_name, parameters) => {
	const { items, error } = await harness.engine.run({ parameters: withSample(parameters), credential: cloud() });
	expect(error).toBeUndefined();
	expect(sandbox.messages).toHaveLength(1);
	expect(items[0].json.messageId).toBe(sandbox.messages[0].id);
});

test.each([
	['go', go],
	['cloud', cloud],
] as const)(
	'the credential test tells a good token from a bad one on %s, and sends nothing',
	async (_version, credential) => {
		expect(await harness.engine.testCredential(credential())).toMatchObject({
			status: 'OK',
			message: expect.stringMatching(/^Connected/),
		});
		expect(await harness.engine.testCredential({ ...credential(), apiToken: 'wrong' })).toMatchObject({
			status: 'Error',
		});
		expect(sandbox.messages).toHaveLength(0);
	},
);

test('a message that was sent can be read and deleted', async () => {
	const { items } = await harness.engine.run({ parameters: sendText({ text: 'Hello again' }), credential: go() });
	const messageId = items[0].json.messageId as string;
	const of = (operation: string) => ({ resource: 'message', operation, recipient: '966501234567', messageId });

	const got = await harness.engine.run({ parameters: of('get'), credential: go() });
	expect(got.items[0].json).toMatchObject({ messageId, text: 'Hello again', fromMe: true });

	const deleted = await harness.engine.run({ parameters: of('delete'), credential: go() });
	expect(deleted.error).toBeUndefined();
	expect(deleted.items[0].json).toEqual({ deleted: true, messageId, recipient: '966501234567' });
});

test('every item arrives once, in order', async () => {
	const { items } = await harness.engine.run({
		parameters: sendText({ text: '={{ $json.text }}' }),
		items: numberedItems(20),
		credential: go(),
	});
	expect(items).toHaveLength(20);
	expect(sandbox.messages.map(({ id }) => id)).toEqual(items.map(({ json }) => json.messageId));
});
