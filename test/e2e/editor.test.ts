import { randomUUID } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../sandbox';
import type { CredentialReference } from '../../scripts/n8n/clientTypes';
import { waitFor } from '../../scripts/process/waitFor';
import { createCredential } from './support/credentials';
import { Editor } from './support/editor';
import type { NodePanel } from './support/editorNodePanel';
import { sharedN8n } from './support/n8n';
import { whatsLoop } from './support/nodes';
import { saveWorkflow } from './support/runWorkflow';
import { hasN8n } from './support/since';
import { saveTriggerWorkflow } from './support/triggerWorkflow';

const PHONE = '966501234567';
const PHONE_SCREEN = { width: 360, height: 740 };
const recipient = { __rl: true, mode: 'phone', value: '={{ $json.phone }}' };

// The editor's marks for tests are those of n8n 2.8 and newer. In older ones these tests count as skipped.
(hasN8n('2.8') ? describe : describe.skip)("a person in n8n's editor", () => {
	const n8n = sharedN8n();
	let editor: Editor;
	let sandbox: Sandbox;
	let credential: CredentialReference;

	beforeAll(async () => {
		sandbox = await startSandbox();
		credential = await createCredential(n8n.client, 'go', sandbox);
		editor = await Editor.open(n8n.url);
	});
	beforeEach(() => sandbox.reset());
	afterAll(async () => {
		await editor?.close();
		await sandbox?.close();
	});

	/** Opens a node that is saved with these parameters, behind rows of data. */
	async function openSaved(
		parameters: INodeParameters,
		rows = [{ phone: PHONE }],
		onError?: 'continueErrorOutput',
	): Promise<NodePanel> {
		const node = whatsLoop({ resource: 'message', operation: 'sendText', recipient, ...parameters }, credential, {
			typeVersion: 1.1,
			onError,
		});
		const workflow = await saveWorkflow(n8n.client, [node], rows);
		await editor.openWorkflow(workflow.id);
		return await editor.openNode(node.name);
	}

	test('finds the node by its name, by what it is for, and in Arabic, however it is spelt', async () => {
		await editor.newWorkflow();
		const creator = await editor.openNodeCreator();
		for (const words of ['WhatsLoop', 'whatsapp', 'whats app', 'wloop', 'واتساب', 'واتس اب', 'رسالة']) {
			await creator.search('no node has this name');
			await creator.item('WhatsLoop').waitFor({ state: 'hidden' });
			await creator.search(words);
			await creator.item('WhatsLoop').first().waitFor();
		}
	});

	test('is offered the incoming message first among the triggers', async () => {
		await editor.newWorkflow();
		const creator = await editor.openNodeCreator();
		await creator.search('whatsloop');
		await creator.item('WhatsLoop').first().click();
		await creator.item('On message').waitFor();
		expect((await creator.items())[0]).toBe('On message');
	});

	test('makes a credential that n8n tests when it is saved, and is told what is wrong with it', async () => {
		await openSaved({ text: 'hello' });
		const form = await editor.newCredential();
		await form.fill('baseUrl', sandbox.goBaseUrl);
		await form.fill('apiToken', 'a-wrong-token');
		await form.save();
		await form.says(/refused the API token/i);

		// The path is right and the token as well, but both are those of the other API.
		await form.choose('apiVersion', 'WhatsLoop Cloud');
		await form.fill('baseUrl', sandbox.goBaseUrl);
		await form.fill('apiToken', sandbox.goToken);
		await form.save();
		await form.says(/looks like one of WhatsLoop v1/);

		await form.choose('apiVersion', 'WhatsLoop v1');
		await form.fill('baseUrl', sandbox.url);
		await form.save();
		await form.says(/leads to a web page/);

		await form.fill('baseUrl', sandbox.goBaseUrl);
		await form.save();
		await form.works();
		expect(sandbox.messages).toEqual([]);
	});

	test('sees the address of the chosen API as the placeholder of Base URL', async () => {
		await openSaved({ text: 'hello' });
		const form = await editor.newCredential();
		const placeholder = async () => await form.field('baseUrl').locator('input').first().getAttribute('placeholder');
		expect(await placeholder()).toContain('go-wloop.net');
		await form.choose('apiVersion', 'WhatsLoop Cloud');
		await form.field('channelId').waitFor();
		expect(await placeholder()).toContain('whatsloop.net');
		expect(await placeholder()).not.toContain('go-wloop.net');
	});

	test('sends, and reads what was sent', async () => {
		const panel = await openSaved({ text: 'مرحبا' });
		await panel.executeStep();
		await panel.showsOutput(PHONE);
		expect(sandbox.messages.map(({ content }) => content.text)).toEqual(['مرحبا']);
		await panel.showsOutput(sandbox.messages[0].id);
	});

	test('finds the failed row on the error branch, with what to do', async () => {
		const rows = [{ phone: PHONE }, { phone: '0501234567' }];
		const panel = await openSaved({ text: 'hello' }, rows, 'continueErrorOutput');
		await panel.executeStep();
		await panel.output
			.getByText(/Error Branch/)
			.first()
			.click();
		await panel.showsOutput(/country code/i);
		expect(sandbox.messages).toHaveLength(1);
	});

	test('switches operations and sees, and sends, nothing of the one before', async () => {
		const panel = await openSaved({ text: 'hello' });
		expect(await panel.shown()).toEqual(expect.arrayContaining(['recipient', 'text']));

		await panel.choose('operation', 'Send Location');
		await panel.field('latitude').waitFor();
		expect(await panel.shown()).not.toContain('text');
		await panel.fill('latitude', '24.7136');
		await panel.fill('longitude', '46.6753');
		await panel.executeStep();
		await panel.showsOutput(PHONE);

		expect(sandbox.messages.map(({ kind }) => kind)).toEqual(['location']);
		expect(JSON.stringify(sandbox.messages[0].body)).not.toContain('hello');
	});

	test('starts the trigger with a test event from the phone', async () => {
		const { workflow, testUrl } = await saveTriggerWorkflow(n8n.client, credential);
		await editor.openWorkflow(workflow.id);
		const panel = await editor.openNode('WhatsLoop Trigger');
		await panel.executeStep();
		await editor.page
			.getByText(/Waiting for WhatsLoop/)
			.first()
			.waitFor();

		sandbox.setWebhook({ url: testUrl, account: 'go' });
		const phone = await editor.otherPage(sandbox.url);
		const words = `from the phone ${randomUUID().slice(0, 8)}`;
		await phone.fill('#new-chat input[name=text]', words);
		await phone.click('#new-chat button');

		await panel.showsOutput(words);
		await phone.close();
	});

	test('answers a question on the width of a phone without scrolling sideways', async () => {
		const panel = await openSaved({ operation: 'sendAndWait', text: 'هل نأتي في التاسعة؟' });
		await panel.executeStep();
		const text = await waitFor(() => sandbox.messages[0]?.content.text ?? false, {
			timeoutSeconds: 60,
			what: 'the question',
		});
		const [link] = /http\S+/.exec(text) ?? [''];
		const page = await editor.otherPage(link, PHONE_SCREEN);
		await page.getByText('هل نأتي في التاسعة؟').first().waitFor();
		expect(await page.getAttribute('html', 'dir')).toBe('rtl');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE_SCREEN.width);
		await page.getByRole('button').first().click();
		await page.getByText(/شكرًا لك/).waitFor();
		await panel.showsOutput(/approved/);
		await page.close();
	});
});
