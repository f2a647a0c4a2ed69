import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import axios from 'axios';
import type { IDataObject, INode } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox';
import { provideSandbox } from '../../support/provideSandbox';
import type { CredentialReference, WorkflowDraft } from '../../../scripts/n8n/clientTypes';
import { PROJECT_FOLDER } from '../../../scripts/project';
import { waitFor } from '../../../scripts/process/waitFor';
import { makeCredentials, type ReadyCredentials } from '../../../scripts/start/credentials';
import { withCredentials } from '../../../scripts/start/examples';
import { readBranches } from '../support/branches';
import { sharedN8n } from '../support/n8n';
import { startScriptedModel } from '../support/scriptedModel';

/** Phone numbers of the ten sample rows. */
const CUSTOMERS = Array.from({ length: 10 }, (_, row) => `96650000200${row}`);
const MANAGER = '966500009999';

/** Serves the examples as a repository serves its raw files. */
async function serveExamples(): Promise<{ server: Server; urls: string[] }> {
	const folder = join(PROJECT_FOLDER, 'examples');
	const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
	const server = createServer((request, response) => {
		const name = names.find((each) => request.url === `/${each}`);
		if (name) response.setHeader('content-type', 'text/plain; charset=utf-8').end(readFileSync(join(folder, name)));
		else response.writeHead(404).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { server, urls: names.map((name) => `http://127.0.0.1:${port}/${name}`) };
}

describe('an example, imported from its URL and run on its sample rows', () => {
	const n8n = sharedN8n();
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));
	let credentials: ReadyCredentials;
	/** The examples as *Import from URL* returns them. */
	let examples: WorkflowDraft[];

	beforeAll(async () => {
		const files = await serveExamples();
		try {
			examples = await Promise.all(files.urls.map((url) => n8n.client.workflowFromUrl(url)));
		} finally {
			files.server.close();
		}
		credentials = await makeCredentials(n8n.client, sandbox);
	});

	/** The credential of the scripted model, where a test has one. */
	let openAi: CredentialReference | undefined;
	const withOpenAi = (nodes: INode[]): INode[] =>
		nodes.map((node) =>
			node.credentials?.openAiApi && openAi ? { ...node, credentials: { openAiApi: openAi } } : node,
		);

	/** Starts an example as a person does with *Execute workflow*. The rows are pinned in its trigger. */
	async function start(name: string, rows = (pinned: IDataObject): IDataObject => pinned): Promise<string> {
		const example = examples.find((each) => each.name === name);
		if (!example) throw new Error(`There is no example "${name}"`);
		const [[trigger, pinned]] = Object.entries(example.pinData ?? {});
		const items = pinned as Array<{ json: IDataObject }>;
		const workflow = await n8n.client.createWorkflow({
			name,
			nodes: withOpenAi(withCredentials(example.nodes, credentials)),
			connections: example.connections,
			settings: example.settings,
			pinData: { [trigger]: items.map(({ json }) => ({ json: rows(json) })) },
		});
		return await n8n.client.runWorkflow(workflow, trigger);
	}

	const ended = async (executionId: string) => {
		const execution = await n8n.client.waitForExecution(executionId);
		expect([execution.status, execution.data.resultData.error?.message]).toEqual(['success', undefined]);
		return readBranches(execution);
	};

	const sent = () =>
		sandbox.messages.map(({ recipient, content }) => [recipient, content.text ?? content.caption ?? '']);
	const recipients = () => sandbox.messages.map(({ recipient }) => recipient).sort();

	test('thanks each of ten customers for their own order', async () => {
		await ended(await start('Order Confirmation from a Shop'));
		expect(recipients()).toEqual(CUSTOMERS);
		for (const [recipient, text] of sent()) {
			const row = CUSTOMERS.indexOf(recipient);
			expect(text).toContain(`رقم ${3001 + row} بقيمة ${120 + 15 * row} ريال`);
		}
	});

	test('reminds the eight customers who were not reminded yet, and outputs what the sheet has to store', async () => {
		const run = await ended(await start('Bulk Reminder from a Sheet'));
		expect(recipients()).toEqual(CUSTOMERS.filter((_, row) => row !== 2 && row !== 7));
		const written = run.json('Sent');
		expect(written.map(({ row_number }) => row_number)).toEqual([2, 3, 5, 6, 7, 8, 10, 11]);
		for (const { sent: date, messageId } of written) {
			expect(date).toMatch(/^\d{4}-\d\d-\d\dT/);
			expect(messageId).toBeTruthy();
		}
	});

	test('reminds nobody twice if it runs again before the sheet has stored who was reminded', async () => {
		const first = await ended(await start('Bulk Reminder from a Sheet'));
		const again = await ended(await start('Bulk Reminder from a Sheet'));
		expect(sandbox.messages).toHaveLength(8);
		const idsOf = (run: typeof first) => run.json('Sent').map(({ row_number, messageId }) => [row_number, messageId]);
		expect(idsOf(again)).toEqual(idsOf(first));
	});

	test('sends each person a code of their own, and stores it with an expiry five minutes later', async () => {
		const run = await ended(await start('One-Time Code with Expiry'));
		const kept = run.json('Keep');
		expect(kept.map(({ phone }) => phone).sort()).toEqual(CUSTOMERS);
		for (const { phone, code, expires } of kept) {
			expect(code).toMatch(/^\d{6}$/);
			const [, text] = sent().find(([recipient]) => recipient === phone) ?? [];
			expect(text).toContain(`*${code as string}*`);
			const minutes = (Date.parse(expires as string) - Date.now()) / 60_000;
			expect(minutes).toBeGreaterThan(3);
			expect(minutes).toBeLessThanOrEqual(5);
		}
	});

	test('sends a reminder for each cart that was not bought, with a button that opens it', async () => {
		await ended(await start('Abandoned Cart'));
		expect(recipients()).toEqual(CUSTOMERS.filter((_, row) => row !== 1 && row !== 5));
		for (const { recipient, content } of sandbox.messages) {
			const url = `https://example.com/cart/${700 + CUSTOMERS.indexOf(recipient)}`;
			expect(content.buttons).toMatchObject([{ type: 'url', text: 'أكمل الطلب', url }]);
		}
	});

	test('answers each message in its own language', async () => {
		await ended(await start('Auto-Reply in Arabic and English'));
		expect(recipients()).toEqual(CUSTOMERS);
		for (const [recipient, text] of sent()) {
			const wroteArabic = CUSTOMERS.indexOf(recipient) % 2 === 0;
			expect(/[\u0600-\u06ff]/.test(text)).toBe(wroteArabic);
		}
	});

	test('answers each message with a model, sends the location on request, and calls a person for an invoice', async () => {
		const model = await startScriptedModel(({ messages }) => {
			const question = String(messages.findLast(({ role }) => role === 'user')?.content);
			const isDone = messages.at(-1)?.role === 'tool';
			if (!isDone && question.includes('Where')) return { call: [{ tool: 'Send_the_Location', arguments: {} }] };
			if (!isDone && question.includes('invoice')) {
				return { call: [{ tool: 'Call_a_Person', arguments: { question: 'Wants an invoice.' } }] };
			}
			return { say: `Answer to: ${question}` };
		});
		try {
			openAi = await n8n.client.createCredential('Scripted model', 'openAiApi', { apiKey: 'none', url: model.baseUrl });
			await ended(await start('AI Agent That Answers and Sends'));
		} finally {
			model.close();
		}
		const answers = sent().filter(([, text]) => text.startsWith('Answer to: '));
		expect(answers.map(([recipient]) => recipient).sort()).toEqual(CUSTOMERS);
		expect(answers).toContainEqual([CUSTOMERS[3], 'Answer to: Where are you?']);
		const places = sandbox.messages.filter(({ kind }) => kind === 'location');
		expect(places.map(({ recipient }) => recipient)).toEqual([CUSTOMERS[3]]);
		expect(sent().filter(([recipient]) => recipient === MANAGER)).toEqual([
			[MANAGER, `سلطان (+${CUSTOMERS[9]}): Wants an invoice.`],
		]);
		expect(sandbox.messages).toHaveLength(12);
	});

	test('asks for approval of each of the two large refunds, and writes only to the customer whose refund was approved', async () => {
		const executionId = await start('Approval Before a Refund');
		const linkOf = async (question: number, link: number): Promise<string> => {
			const text = await waitFor(
				() => sandbox.messages.filter(({ recipient }) => recipient === MANAGER)[question]?.content.text ?? false,
				{ timeoutSeconds: 30, what: `question ${question + 1}` },
			);
			await n8n.client.waitForExecution(executionId, { statuses: ['waiting', 'error'] });
			return (text.match(/http\S+/g) ?? [])[link];
		};
		const tap = async (url: string) => (await axios.post<string>(url, '', { proxy: false })).data;
		expect(await tap(await linkOf(0, 0))).toContain('شكرًا لك');
		expect(await tap(await linkOf(1, 1))).toContain('رفض');
		await ended(executionId);
		expect(sent().filter(([recipient]) => recipient !== MANAGER)).toEqual([
			[CUSTOMERS[2], expect.stringContaining('إعادة 900 ريال') as string],
		]);
	});

	test('forwards texts as texts and pictures as pictures, and names the person who wrote', async () => {
		const mediaUrl = sandbox.mediaUrl('sample.jpg');
		const local = (row: IDataObject): IDataObject => {
			const message = row.message as IDataObject;
			return { ...row, message: { ...message, mediaUrl: message.mediaUrl ? mediaUrl : null } };
		};
		await ended(await start('Support Hand-Over with Media', local));
		expect(sandbox.messages).toHaveLength(10);
		expect(new Set(recipients())).toEqual(new Set([MANAGER]));
		expect(sandbox.messages.filter(({ kind }) => kind === 'image')).toHaveLength(3);
		for (const customer of CUSTOMERS) expect(sent().some(([, text]) => text.includes(`(+${customer})`))).toBe(true);
	});

	test('reports the status of ten messages in one message', async () => {
		await ended(await start('Delivery Report from Statuses'));
		expect(sent()).toEqual([[MANAGER, 'تقرير التسليم: 10 رسائل\nأرسلت: 1\nوصلت: 4\nقُرئت: 3\nفشلت: 2']]);
	});
});
