import { startSandbox, type RequestRecord, type Sandbox } from '../../../sandbox';
import type { CredentialReference } from '../../../scripts/n8n/clientTypes';
import { cloudCases, cloudRefusals, goCases, type Case } from './messageRequests';
import { createCredential } from '../support/credentials';
import { sharedN8n, type TestN8n } from '../support/n8n';
import { whatsLoop } from '../support/nodes';
import { readRun, runWorkflow, type WorkflowRun } from '../support/runWorkflow';

/** One workflow with all operations in a row: each node's request is checked by its place. */
async function runAll(n8n: TestN8n, credential: CredentialReference, cases: Case[]): Promise<WorkflowRun> {
	return await runWorkflow(
		n8n.client,
		cases.map(({ name, parameters }) => whatsLoop(parameters, credential, { name })),
	);
}

const expectedRequest = ({ method = 'POST', path, body, query = {} }: Case): Partial<RequestRecord> => ({
	method,
	endpoint: path,
	query,
	rawBody: body === undefined ? '' : JSON.stringify(body),
});

describe('message operations in a real n8n', () => {
	let n8n: TestN8n;
	let sandbox: Sandbox;

	beforeAll(async () => {
		n8n = sharedN8n();
		sandbox = await startSandbox();
	});

	afterAll(async () => await sandbox.close());

	beforeEach(() => sandbox.reset());

	const arrived = () =>
		sandbox.requests.map(({ method, endpoint, query, rawBody }) => ({ method, endpoint, query, rawBody }));

	test('every one on WhatsLoop v1 arrives as documented, byte for byte, and gives one item with the same four fields', async () => {
		const credential = await createCredential(n8n.client, 'go', sandbox);
		const run = await runAll(
			n8n,
			credential,
			goCases(sandbox, () => ''),
		);

		expect(run.error).toBeUndefined();
		const cases = goCases(sandbox, () => sandbox.messages[0].id);
		expect(arrived()).toEqual(cases.map(expectedRequest));

		const firstOutput = readRun(run.execution, 'go text').outputs[0];
		expect(firstOutput).toEqual([
			{
				json: {
					messageId: sandbox.messages[0].id,
					recipient: '966501234567',
					status: 'success',
					timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(readRun(run.execution, 'go get').outputs[0][0].json).toMatchObject({
			messageId: sandbox.messages[0].id,
			type: 'text',
		});
		expect(readRun(run.execution, 'go delete').outputs[0][0].json).toMatchObject({ deleted: true });
		expect(sandbox.messages[0].deleted).toBe(true);
		expect(run.outputs[0]).toHaveLength(2);
	});

	test('every one on WhatsLoop Cloud arrives as seen, byte for byte, with the channel', async () => {
		const credential = await createCredential(n8n.client, 'cloud', sandbox, { channelId: '5' });
		const cases = cloudCases(sandbox);
		const run = await runAll(n8n, credential, cases);

		expect(run.error).toBeUndefined();
		expect(arrived()).toEqual(cases.map(expectedRequest));
		expect(run.outputs[0]).toEqual([
			{
				json: {
					messageId: sandbox.messages.at(-1)?.id,
					recipient: '966501234567',
					status: 'accepted',
					timestamp: expect.any(String),
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test('what WhatsLoop Cloud lacks is refused before any request', async () => {
		const credential = await createCredential(n8n.client, 'cloud', sandbox);
		const nodes = cloudRefusals.map(({ operation, parameters }) =>
			whatsLoop(parameters, credential, { name: operation, onError: 'continueRegularOutput' }),
		);
		const run = await runWorkflow(n8n.client, nodes);

		const errors = cloudRefusals.map(({ operation }) => readRun(run.execution, operation).outputs[0][0].json.error);
		expect(errors).toEqual(
			cloudRefusals.map(({ error }) => expect.stringMatching(new RegExp(`^${error.replaceAll('.', '\\.')}`))),
		);
		expect(sandbox.requests).toEqual([]);
	});

	test('the media that a message names is fetched by WhatsLoop (the URL arrives unharmed)', async () => {
		const credential = await createCredential(n8n.client, 'go', sandbox);
		const parameters = {
			resource: 'message',
			operation: 'sendMedia',
			recipient: '966501234567',
			mediaType: 'auto',
			mediaUrl: sandbox.mediaUrl('sample.png'),
		};
		await runWorkflow(n8n.client, [whatsLoop(parameters, credential)]);

		expect(sandbox.messages).toHaveLength(1);
		expect(sandbox.messages[0]).toMatchObject({
			kind: 'image',
			mediaFetch: 'fetched',
			media: { contentType: 'image/png' },
		});
	});
});
