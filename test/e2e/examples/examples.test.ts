import { join } from 'node:path';
import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { PROJECT_FOLDER } from '../../../scripts/project';
import { waitFor } from '../../../scripts/process/waitFor';
import { makeCredentials, type ReadyCredentials } from '../../../scripts/start/credentials';
import { readExamples, withCredentials, type ExampleWorkflow } from '../../../scripts/start/examples';
import { readBranches } from '../support/branches';
import { sharedN8n, type TestN8n } from '../support/n8n';

/** Phone numbers of the ten sample rows. */
const CUSTOMERS = Array.from({ length: 10 }, (_, row) => `96650000200${row}`);
const MANAGER = '966500009999';

describe('an example, run on its sample rows', () => {
	let n8n: TestN8n;
	let sandbox: Sandbox;
	let credentials: ReadyCredentials;
	let examples: ExampleWorkflow[];

	beforeAll(async () => {
		n8n = sharedN8n();
		examples = await readExamples(join(PROJECT_FOLDER, 'examples'));
		sandbox = await startSandbox();
		credentials = await makeCredentials(n8n.client, sandbox);
	});
	beforeEach(() => sandbox.reset());
	afterAll(async () => await sandbox?.close());

	/** Starts it as a person does with *Execute workflow*. The rows are pinned in its trigger. */
	async function start(name: string, rows = (pinned: IDataObject): IDataObject => pinned): Promise<string> {
		const example = examples.find((each) => each.name === name);
		if (!example) throw new Error(`There is no example "${name}"`);
		const [[trigger, pinned]] = Object.entries(example.pinData ?? {});
		const items = pinned as Array<{ json: IDataObject }>;
		const workflow = await n8n.client.createWorkflow({
			name,
			nodes: withCredentials(example.nodes, credentials),
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

	test('thanks ten customers for their orders, each for his own', async () => {
		await ended(await start('Order Confirmation from a Shop'));
		expect(recipients()).toEqual(CUSTOMERS);
		for (const [recipient, text] of sent()) {
			const row = CUSTOMERS.indexOf(recipient);
			expect(text).toContain(`رقم ${3001 + row} بقيمة ${120 + 15 * row} ريال`);
		}
	});

	test('reminds the eight who were not reminded yet, and gives what the sheet is to say', async () => {
		const run = await ended(await start('Bulk Reminder from a Sheet'));
		expect(recipients()).toEqual(CUSTOMERS.filter((_, row) => row !== 2 && row !== 7));
		const written = run.json('Sent');
		expect(written.map(({ row_number }) => row_number)).toEqual([2, 3, 5, 6, 7, 8, 10, 11]);
		for (const { sent: date, messageId } of written) {
			expect(date).toMatch(/^\d{4}-\d\d-\d\dT/);
			expect(messageId).toBeTruthy();
		}
	});

	test('sends each a code of its own, and keeps it with its end five minutes on', async () => {
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

	test('reminds of the carts that were not bought, with a button that opens each', async () => {
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

	test('asks before each of the two large refunds, and tells the customer who was approved', async () => {
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

	test('forwards texts as texts and pictures as pictures, and says who wrote', async () => {
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

	test('reports what became of ten messages in one', async () => {
		await ended(await start('Delivery Report from Statuses'));
		expect(sent()).toEqual([[MANAGER, 'تقرير التسليم: 10 رسائل\nأرسلت: 1\nوصلت: 4\nقُرئت: 3\nفشلت: 2']]);
	});
});
