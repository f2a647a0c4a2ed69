import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';
import type { N8nClient } from '../../../scripts/n8n/client';
import type { Execution } from '../../../scripts/n8n/clientTypes';
import { freePort } from '../../../scripts/process/freePort';
import type { Sandbox } from '../../../sandbox';
import { provideSandbox } from '../../support/provideSandbox';
import { readBranches } from '../support/branches';
import { createCredential } from '../support/credentials';
import { sharedN8n } from '../support/n8n';
import { node, whatsLoop } from '../support/nodes';
import { startOwnN8n } from '../support/ownN8n';
import { saveWorkflow, startWorkflow } from '../support/runWorkflow';

const DOUBLE: INodeParameters = {
	text: '=Refund {{ $json.amount }} SAR?',
	approvalOptions: { values: { approvalType: 'double', approveLabel: 'نعم', disapproveLabel: 'لا' } },
};

/** Long enough for sending the question on a busy machine. A limit that is over before that is refused. */
const LIMIT_MS = 20_000;
/** n8n starts twice, which takes longer than any other test here. */
const RESTART_TIMEOUT_MS = 600_000;

/** The two kinds of visitors of a link: an app that makes a preview, and a person. */
const PREVIEW_BOT = 'WhatsApp/2.24.20 A';
const PERSON = 'Mozilla/5.0 (Linux; Android 15) Mobile';

const visit = async (method: 'GET' | 'POST', url: string, form?: string, userAgent = PERSON) =>
	await axios.request<string>({
		method,
		url,
		data: form ?? (method === 'POST' ? '' : undefined),
		headers: {
			'user-agent': userAgent,
			...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
		},
		responseType: 'text',
		validateStatus: () => true,
		proxy: false,
	});

describe('send and wait for response', () => {
	const n8n = sharedN8n();
	let sandbox: Sandbox;
	provideSandbox('kept', (started) => (sandbox = started));
	let limited: Awaited<ReturnType<typeof ask>>;

	beforeAll(async () => {
		// n8n looks for expired limits once a minute, so this limit runs out while the other tests run
		const values = { limitType: 'atSpecifiedTime', maxDateAndTime: new Date(Date.now() + LIMIT_MS).toISOString() };
		limited = await ask(n8n.client, { text: 'Anybody?', options: { limitWaitTime: { values } } });
	});

	/** Sends a question. Returns the links of the message once the execution waits. */
	async function ask(client: N8nClient, parameters: INodeParameters) {
		const credential = await createCredential(client, 'go', sandbox);
		const recipient = { __rl: true, mode: 'phone', value: '966501234567' };
		const wait = whatsLoop({ resource: 'message', operation: 'sendAndWait', recipient, ...parameters }, credential);
		const after = node('After', 'n8n-nodes-base.noOp');
		const before = sandbox.messages.length;
		const executionId = await startWorkflow(client, await saveWorkflow(client, [wait, after], [{ amount: 120 }]));
		await client.waitForExecution(executionId, { statuses: ['waiting', 'error'] });
		const text = sandbox.messages[before]?.content.text ?? '';
		return { executionId, text, links: [...(text.match(/http\S+/g) ?? [])] as string[] };
	}

	const answerOf = (execution: Execution) => readBranches(execution).json('After')[0];

	test('asks for approval with two links (opening a link decides nothing, pressing its button does)', async () => {
		const { executionId, text, links } = await ask(n8n.client, DOUBLE);
		expect(text).toMatch(/^Refund 120 SAR\?\n\n\*نعم\*\nhttp\S+\n\n\*لا\*\nhttp\S+$/);

		const preview = await visit('GET', links[0], undefined, PREVIEW_BOT);
		const opened = await visit('GET', links[1]);
		expect(preview.status).toBe(200);
		expect(opened.data).toContain('Refund 120 SAR?');
		expect(opened.data).toContain('لا');
		expect(opened.headers['content-security-policy']).toContain("default-src 'none'");
		expect((await n8n.client.readExecution(executionId)).status).toBe('waiting');

		expect((await visit('POST', links[1])).data).toContain('Thank you');
		const execution = await n8n.client.waitForExecution(executionId);
		expect(answerOf(execution)).toEqual({ data: { approved: false, respondedAt: expect.any(String) } });

		const again = await visit('POST', links[0]);
		expect(again.data).not.toContain('Thank you');
		expect(answerOf(await n8n.client.readExecution(executionId))).toMatchObject({ data: { approved: false } });
		expect(sandbox.messages.filter(({ content }) => content.text === text)).toHaveLength(1);
	});

	test('refuses a link whose answer or signature was changed', async () => {
		const { executionId, links } = await ask(n8n.client, DOUBLE);
		const [approve, decline] = links;
		const forged = [
			decline.replace('approved=false', 'approved=true'),
			approve.replace(/signature=.{6}/, 'signature=000000'),
			approve.replace(/[?&]signature=[^&]+/, '?approved=true'),
		];
		for (const url of forged) {
			expect([url, (await visit('POST', url)).status]).toEqual([url, 401]);
		}
		expect((await n8n.client.readExecution(executionId)).status).toBe('waiting');
		await n8n.client.stopExecution(executionId);
	});

	test('takes a written answer, in any script, and asks again for an empty one', async () => {
		const { executionId, links } = await ask(n8n.client, {
			text: 'When shall we deliver?',
			responseType: 'freeText',
			options: { messageButtonLabel: 'اكتب', responseFormTitle: 'Delivery' },
		});
		expect(links).toHaveLength(1);
		expect((await visit('GET', links[0])).data).toContain('Delivery');
		expect((await visit('POST', links[0], 'text=+')).data).toContain('Please write something first');
		expect((await n8n.client.readExecution(executionId)).status).toBe('waiting');

		await visit('POST', links[0], `text=${encodeURIComponent('غداً & مساءً')}`);
		const execution = await n8n.client.waitForExecution(executionId);
		expect(answerOf(execution)).toEqual({ data: { text: 'غداً & مساءً', respondedAt: expect.any(String) } });
	});

	test(
		'waits through a restart of n8n',
		async () => {
			const folder = await mkdtemp(join(tmpdir(), 'whatsloop-e2e-restart-'));
			const place = {
				version: n8n.version,
				userFolder: join(folder, 'user'),
				logFile: join(folder, 'n8n.log'),
				port: await freePort(),
			};
			try {
				const before = await startOwnN8n(place);
				const askAndStop = async () => {
					try {
						return await ask(before.client, DOUBLE);
					} finally {
						await before.stop();
					}
				};
				const { executionId, links } = await askAndStop();

				const after = await startOwnN8n({ ...place, packages: [] });
				try {
					expect((await visit('GET', links[0])).data).toContain('Refund 120 SAR?');
					await visit('POST', links[0]);
					const execution = await after.client.waitForExecution(executionId);
					expect(answerOf(execution)).toEqual({ data: { approved: true, respondedAt: expect.any(String) } });
				} finally {
					await after.stop();
				}
			} finally {
				await rm(folder, { recursive: true, force: true });
			}
		},
		RESTART_TIMEOUT_MS,
	);

	test('goes on with the input item when the wait limit is over', async () => {
		const execution = await n8n.client.waitForExecution(limited.executionId, { timeoutSeconds: 75 });
		expect(answerOf(execution)).toEqual({ amount: 120 });
		expect((await visit('POST', limited.links[0])).data).not.toContain('Thank you');
	});
});
