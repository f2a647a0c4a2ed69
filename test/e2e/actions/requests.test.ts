import { contracts } from '../../../nodes/WhatsLoop/contracts';
import type { ContractName, RequestRecord, Sandbox } from '../../../sandbox';
import { provideSandbox } from '../../support/provideSandbox';
import {
	bodyOf,
	parametersOf,
	queryOf,
	replaceIn,
	REQUESTS,
	rowsOn,
	rowsRefusedOn,
	titleOf,
	type RequestRow,
} from '../../requests';
import { MEDIA_FOLDER, MESSAGE_ID } from '../../requests/samples';
import { runBranches } from '../support/branches';
import { createCredential } from '../support/credentials';
import { sharedN8n } from '../support/n8n';
import { whatsLoop } from '../support/nodes';
import { runWorkflow } from '../support/runWorkflow';

const CHANNEL_ID = 5;

/** Rows that need neither a person nor a disconnected WhatsApp. Other tests run the rest. */
const isPlain = ({ waits, whileDisconnected }: RequestRow) => !waits && !whileDisconnected;

/** The fields in the output of every send. */
const SEND_FIELDS = ['messageId', 'recipient', 'status', 'timestamp'];

const FIRST = titleOf(REQUESTS[0]);

describe('every request in a real n8n', () => {
	const n8n = sharedN8n();
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));

	/** Runs one workflow with a branch for each row, one after the other. Each request is checked by its position. */
	const runRows = async (contract: ContractName, rows: RequestRow[], more = {}, onError?: 'continueRegularOutput') => {
		const credential = await createCredential(n8n.client, contract, sandbox, more);
		// The first row sends the message that other rows refer to.
		const isSent = rows.some((row) => titleOf(row) === FIRST);
		const here = {
			[MEDIA_FOLDER]: sandbox.mediaUrl(''),
			...(isSent && { [MESSAGE_ID]: `={{ $("${FIRST}").first().json.messageId }}` }),
		};
		const branches = rows.map((row) => [
			whatsLoop(replaceIn(parametersOf(row), here), credential, { name: titleOf(row), onError }),
		]);
		return await runBranches(n8n.client, branches);
	};

	const arrived = () =>
		sandbox.requests.map(({ method, endpoint, query, rawBody }) => ({ method, endpoint, query, rawBody }));

	describe.each(contracts.map((contract) => [contract.name, contract] as const))('on %s', (_name, contract) => {
		const rows = rowsOn(contract.id).filter(isPlain);
		const refused = rowsRefusedOn(contract.id).filter(isPlain);
		const channelId = contract.channelField ? CHANNEL_ID : undefined;

		test('arrives byte for byte as the table says, with the channel where the API has channels', async () => {
			const run = await runRows(contract.id as ContractName, rows, channelId && { channelId: String(channelId) });
			expect(run.error).toBeUndefined();
			const here = { [MEDIA_FOLDER]: sandbox.mediaUrl(''), [MESSAGE_ID]: sandbox.messages[0].id };
			expect(arrived()).toEqual(
				replaceIn(rows, here).flatMap((row) =>
					row.on[contract.id].map((expected): Partial<RequestRecord> => ({
						method: expected.method,
						endpoint: expected.path,
						query: queryOf(expected),
						rawBody: bodyOf(expected, contract, channelId),
					})),
				),
			);
			for (const row of rows.filter(({ operation }) => operation.startsWith('message.send'))) {
				const [{ json }] = run.items(titleOf(row));
				expect([titleOf(row), ...Object.keys(json)]).toEqual([titleOf(row), ...SEND_FIELDS]);
			}
			expect(run.items(FIRST)).toEqual([
				{
					json: {
						messageId: sandbox.messages[0].id,
						recipient: '966501234567',
						status: expect.stringMatching(/^(success|accepted)$/),
						timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
					},
					pairedItem: { item: 0 },
				},
			]);
		});

		if (refused.length > 0) {
			test('is refused before it leaves n8n, where the API has no such request', async () => {
				const run = await runRows(contract.id as ContractName, refused, {}, 'continueRegularOutput');
				const errors = refused.map((row) => run.json(titleOf(row))[0]?.error);
				expect(errors).toEqual(refused.map(() => expect.stringContaining(` is not available on ${contract.name}. `)));
				expect(sandbox.requests).toEqual([]);
			});
		}
	});

	test('a send on WhatsLoop v1 returns its status, and its message can be read and deleted', async () => {
		const run = await runRows('go', rowsOn('go').filter(isPlain));
		const ofOperation = (name: string) => REQUESTS.filter(({ operation }) => operation === name).map(titleOf);
		expect(run.json(FIRST)[0]).toMatchObject({ status: 'success', timestamp: expect.stringMatching(/\.000Z$/) });
		expect(run.json(ofOperation('message.get')[0])[0]).toMatchObject({
			messageId: sandbox.messages[0].id,
			type: 'text',
		});
		expect(run.json(ofOperation('message.delete')[0])[0]).toMatchObject({ deleted: true });
		expect(sandbox.messages[0].deleted).toBe(true);
		expect(run.json('message.getAll (two)')).toHaveLength(2);
	});

	test('a send on WhatsLoop Cloud returns the status "accepted" and the ID of its message', async () => {
		const rows = rowsOn('cloud').filter(isPlain);
		const run = await runRows('cloud', rows);
		const last = rows.filter(({ operation }) => operation === 'message.sendButtons').at(-1)!;
		expect(run.items(titleOf(last))).toEqual([
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

	test('WhatsLoop fetches the media of a message (its URL arrives unchanged)', async () => {
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
