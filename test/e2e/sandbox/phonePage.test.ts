import type { Browser, Page } from 'playwright-core';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { ScriptedServer } from '../../integration/support/scriptedServer';
import { openBrowser } from '../support/browser';

const PHONE = '966501234567';
const BUTTONS = [
	{ id: 'yes', title: 'Yes', type: 3, extra_data: 'yes' },
	{ id: 'shop', title: 'Shop', type: 1, extra_data: 'https://example.com/' },
];
const SECTIONS = [{ title: 'Monday', rows: [{ id: 'nine', title: '9:00', description: 'Early' }] }];

let sandbox: Sandbox;
let receiver: ScriptedServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
	sandbox = await startSandbox();
	receiver = await ScriptedServer.start(() => performance.now());
	browser = await openBrowser();
});
beforeEach(async () => {
	sandbox.reset();
	page = await browser.newPage();
	await page.goto(sandbox.url);
});
afterEach(async () => await page.close());
afterAll(async () => {
	await browser.close();
	await receiver.close();
	await sandbox.close();
});

const send = async (path: string, fields: object) =>
	await fetch(`${sandbox.goBaseUrl}/${path}`, {
		method: 'POST',
		headers: { authorization: `Bearer ${sandbox.goToken}` },
		body: JSON.stringify({ phone: PHONE, ...fields }),
	});

test('a person pastes a webhook URL into the dashboard and sees what became of the event', async () => {
	await page.click('#dashboard summary');
	const form = page.locator('#webhooks form[data-account=go]');
	await form.locator('input[name=url]').fill(receiver.url);
	await form.locator('input[name=secret]').fill('secret');
	await form.locator('button').click();
	await page.fill('#sender-name', 'سارة');
	await page.fill('#new-chat input[name=text]', 'مرحبا');
	await page.click('#new-chat button');
	await form.locator('.delivery.delivered').waitFor();
	expect(sandbox.deliveries).toHaveLength(1);
	expect(sandbox.deliveries[0].headers).toHaveProperty('x-webhook-signature');
	expect(sandbox.messages[0].sender).toEqual({ phone: PHONE, name: 'سارة' });
});

test('a tapped button and a tapped row answer with their ID, their words and the message they belong to', async () => {
	await send('button/template', { body: 'Choose', buttons: BUTTONS });
	await page.locator('button.choice', { hasText: 'Yes' }).click();
	await page.locator('.own .text', { hasText: 'Yes' }).waitFor();
	await send('list/message', { body: 'When?', buttonText: 'Times', sections: SECTIONS });
	await page.click('.list summary');
	await page.click('button.row');
	await page.locator('.own .text', { hasText: '9:00' }).waitFor();
	const [buttons, tap, list, choice] = sandbox.messages;
	expect(tap.content).toMatchObject({
		text: 'Yes',
		selected: { id: 'yes', text: 'Yes', type: 'button' },
		quotedMessageId: buttons.id,
	});
	expect(choice.content).toMatchObject({
		text: '9:00',
		selected: { id: 'nine', text: '9:00', type: 'row' },
		quotedMessageId: list.id,
	});
});

test('links open, *bold*, _italic_ and ~struck~ words are formatted, and HTML stays text', async () => {
	await send('message/send', { body: 'A *bold* _soft_ ~old~ 2*3*4 https://example.com/a?b=1. <b>x</b>' });
	await send('button/template', { body: 'Choose', buttons: BUTTONS });
	expect(await page.locator('.text').first().innerHTML()).toBe(
		'A <b>bold</b> <i>soft</i> <s>old</s> 2*3*4 ' +
			'<a href="https://example.com/a?b=1" target="_blank" rel="noreferrer">https://example.com/a?b=1</a>. &lt;b&gt;x&lt;/b&gt;',
	);
	expect(await page.getAttribute('a.choice', 'href')).toBe('https://example.com/');
});

test('a person can write the first message on a narrow page without any chat', async () => {
	await page.setViewportSize({ width: 390, height: 780 });
	await page.fill('#new-chat input[name=text]', 'first');
	await page.click('#new-chat button');
	await page.locator('.own .text', { hasText: 'first' }).waitFor();
	expect(await page.isVisible('#answer-text')).toBe(true);
});
