import { contracts, defaultContract } from '../../../nodes/WhatsLoop/contracts';
import type { Sandbox } from '../../../sandbox';
import { provideSandbox } from '../../support/provideSandbox';
import { parametersOf, replaceIn, rowsOn, titleOf, type RequestRow } from '../../requests';
import { MEDIA_FOLDER, MESSAGE_ID } from '../../requests/samples';
import { Harness, numberedItems, sendText } from '../support/harness';

let harness: Harness;
let sandbox: Sandbox;
provideSandbox('reset', (started) => (sandbox = started));

beforeAll(async () => {
	harness = await Harness.start();
});
beforeEach(() => {
	harness.reset();
	sandbox.reset();
});
afterAll(async () => {
	await harness.close();
});

const credentialFor = (contract = defaultContract.id) => {
	const { baseUrl, token } = sandbox.addresses[contract as keyof Sandbox['addresses']];
	return { apiVersion: contract, baseUrl, apiToken: token };
};

/** Rows whose execution waits for a person are left out, because they need a whole n8n. */
const ROWS = contracts.flatMap(({ id, name }) =>
	rowsOn(id)
		.filter(({ waits }) => !waits)
		.map((row): [string, string, RequestRow, string] => [name, titleOf(row), row, id]),
);

test.each(ROWS)('%s, which checks every field, accepts %s once', async (_name, _title, row, contract) => {
	const credential = credentialFor(contract);
	const first = await harness.engine.run({ parameters: sendText({ text: 'the first message' }), credential });
	sandbox.settings.connected = !row.whileDisconnected;
	const here = { [MEDIA_FOLDER]: sandbox.mediaUrl(''), [MESSAGE_ID]: first.items[0].json.messageId as string };
	const { items, error } = await harness.engine.run({ parameters: replaceIn(parametersOf(row), here), credential });
	expect(error).toBeUndefined();
	expect(
		sandbox.requests.slice(1).map(({ statusCode, endpoint }) => ({ ok: (statusCode ?? 500) < 300, endpoint })),
	).toEqual(row.on[contract].map(({ path }) => ({ ok: true, endpoint: path })));
	const isSend = /^(message|group)\.send/.test(row.operation);
	expect(sandbox.messages).toHaveLength(isSend ? 2 : 1);
	if (isSend) expect(items[0].json.messageId).toBe(sandbox.messages[1].id);
});

test.each(contracts.map(({ id, name }) => [name, id]))(
	'the credential test tells a good token from a bad one on %s, and sends nothing',
	async (_name, contract) => {
		const credential = credentialFor(contract);
		expect(await harness.engine.testCredential(credential)).toMatchObject({
			status: 'OK',
			message: expect.stringMatching(/^Connected/),
		});
		expect(await harness.engine.testCredential({ ...credential, apiToken: 'wrong' })).toMatchObject({
			status: 'Error',
		});
		expect(sandbox.messages).toHaveLength(0);
	},
);

test('a message that was sent can be read and deleted', async () => {
	const { items } = await harness.engine.run({
		parameters: sendText({ text: 'Hello again' }),
		credential: credentialFor(),
	});
	const messageId = items[0].json.messageId as string;
	const of = (operation: string) => ({ resource: 'message', operation, recipient: '966501234567', messageId });

	const got = await harness.engine.run({ parameters: of('get'), credential: credentialFor() });
	expect(got.items[0].json).toMatchObject({ messageId, text: 'Hello again', fromMe: true });

	const deleted = await harness.engine.run({ parameters: of('delete'), credential: credentialFor() });
	expect(deleted.error).toBeUndefined();
	expect(deleted.items[0].json).toEqual({ deleted: true, messageId, recipient: '966501234567' });
});

test('every item arrives once, in order', async () => {
	const { items } = await harness.engine.run({
		parameters: sendText({ text: '={{ $json.text }}' }),
		items: numberedItems(20),
		credential: credentialFor(),
	});
	expect(items).toHaveLength(20);
	expect(sandbox.messages.map(({ id }) => id)).toEqual(items.map(({ json }) => json.messageId));
});
