import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { PROJECT_FOLDER } from '../../../scripts/project';
import { makeCredentials } from '../../../scripts/start/credentials';
import { readExamples, withCredentials } from '../../../scripts/start/examples';
import { pasteWebhookUrls } from '../../../scripts/start/pasteWebhookUrls';
import { openBrowser } from '../support/browser';
import { sharedN8n, type TestN8n } from '../support/n8n';

describe('the auto-reply bot, seen on the phone', () => {
	let n8n: TestN8n;
	let sandbox: Sandbox;
	let browser: Browser;
	let page: Page;
	const outside: string[] = [];

	beforeAll(async () => {
		n8n = sharedN8n();
		sandbox = await startSandbox();
		const credentials = await makeCredentials(n8n.client, sandbox);
		const example = (await readExamples(join(PROJECT_FOLDER, 'examples'))).find(
			({ name }) => name === 'Auto-Reply Bot',
		);
		if (!example) throw new Error('There is no example "Auto-Reply Bot"');
		const nodes = withCredentials(example.nodes, credentials).map((node) =>
			node.webhookId ? { ...node, webhookId: randomUUID() } : node,
		);
		const workflow = await n8n.client.createWorkflow({
			name: example.name,
			nodes,
			connections: example.connections,
			settings: example.settings,
		});
		await n8n.client.activateWorkflow(workflow.id);
		pasteWebhookUrls(sandbox, n8n.url, [{ ...workflow, active: true }], credentials);

		browser = await openBrowser();
		page = await browser.newPage();
		page.on('request', (request) => {
			if (!request.url().startsWith(sandbox.url)) outside.push(request.url());
		});
		await page.goto(sandbox.url);
	});
	afterAll(async () => {
		await browser?.close();
		await sandbox?.close();
	});

	const bubble = (text: string) => page.locator('#messages .bubble', { hasText: text });

	test('answers what a person writes', async () => {
		const form = page.getByRole('form', { name: 'Write to an account' });
		await form.getByLabel('Your number').fill('966501234567');
		await form.getByLabel('Message').fill('مرحبا');
		await form.getByRole('button', { name: 'Send' }).click();
		await bubble('thank you for your message: مرحبا').waitFor({ timeout: 20_000 });
		expect(await page.locator('#messages .message.own').count()).toBe(1);
	});

	test('answers again when the person writes back in the open chat', async () => {
		await page.getByLabel('Answer', { exact: true }).fill('second one');
		await page.locator('#answer').getByRole('button', { name: 'Send', exact: true }).click();
		await bubble('thank you for your message: second one').waitFor({ timeout: 20_000 });
	});

	test('answers a picture, which WhatsLoop hosts', async () => {
		const picture = await (await fetch(sandbox.mediaUrl('sample.png'))).arrayBuffer();
		await page
			.locator('#file')
			.setInputFiles({ name: 'dunes.png', mimeType: 'image/png', buffer: Buffer.from(picture) });
		await bubble('thank you for your message: image').waitFor({ timeout: 20_000 });
		const sent = sandbox.messages.find(({ kind }) => kind === 'image');
		const hosted = await fetch(String(sent?.content.mediaUrl));
		expect([hosted.headers.get('content-type'), (await hosted.arrayBuffer()).byteLength]).toEqual([
			'image/png',
			picture.byteLength,
		]);
	});

	test('tells WhatsLoop that the answers were read', async () => {
		await page.getByRole('button', { name: 'Read' }).click();
		await page.locator('#messages .meta', { hasText: 'read' }).first().waitFor({ timeout: 10_000 });
		const event: unknown = JSON.parse(String(sandbox.deliveries.at(-1)?.body));
		expect(event).toMatchObject({
			event: 'message-status',
			ack: Array(3).fill({ status: 'viewed', chatId: '966501234567@c.us' }),
		});
	});

	test('makes no request to other hosts', () => {
		expect(outside).toEqual([]);
	});
});
