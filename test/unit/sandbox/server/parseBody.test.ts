import type { Sandbox } from '../../../../sandbox';
import { provideSandbox } from '../../../support/provideSandbox';
import { call, go, PHONE } from '../client';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const BUTTONS = [
	{ id: 'yes', title: 'نعم', type: '3', extra_data: 'yes' },
	{ id: 'shop', title: 'Shop', type: '1', extra_data: 'https://example.com/' },
];

/** The same fields under the names that PHP gives to nested ones. */
const FLAT: Array<[string, string]> = [
	['phone', PHONE],
	['body', 'Choose'],
	...BUTTONS.flatMap((button, index) =>
		Object.entries(button).map(([name, value]): [string, string] => [`buttons[${index}][${name}]`, value]),
	),
];

describe('bodies of the older API are read as PHP reads them', () => {
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));

	const expectButtons = () => {
		expect(sandbox.messages).toHaveLength(1);
		expect(sandbox.messages[0].content).toMatchObject({
			kind: 'buttons',
			text: 'Choose',
			buttons: [
				{ type: 'reply', id: 'yes', text: 'نعم' },
				{ type: 'url', id: 'shop', url: 'https://example.com/' },
			],
		});
	};

	test('JSON', async () => {
		expect((await go(sandbox, 'button/template', { phone: PHONE, body: 'Choose', buttons: BUTTONS })).status).toBe(200);
		expectButtons();
	});

	test('a url-encoded form with brackets', async () => {
		const body = new URLSearchParams(FLAT).toString();
		expect((await call(sandbox, 'go', 'POST', 'button/template', body, FORM)).status).toBe(200);
		expectButtons();
	});

	test('a multipart form with brackets', async () => {
		const form = new FormData();
		for (const [name, value] of FLAT) form.append(name, value);
		expect((await call(sandbox, 'go', 'POST', 'button/template', form)).status).toBe(200);
		expectButtons();
	});

	test('an empty JSON list as no fields (PHP writes no parameters like this)', async () => {
		expect((await go(sandbox, 'session/status', [])).status).toBe(200);
		expect((await go(sandbox, 'message/send', [])).status).toBe(422);
	});

	test('a multipart form that breaks off gets 400', async () => {
		const headers = { 'content-type': 'multipart/form-data; boundary=x' };
		const broken = '--x\r\nContent-Disposition: form-data; name="phone"\r\n\r\n9665';
		expect((await call(sandbox, 'go', 'POST', 'message/send', broken, headers)).status).toBe(400);
	});

	test('the newer API accepts no form (every known client sends JSON)', async () => {
		const body = new URLSearchParams({ to: PHONE, message: 'x' }).toString();
		expect((await call(sandbox, 'cloud', 'POST', 'messages/send-text', body, FORM)).status).toBe(400);
	});

	test.each([
		['extra_data', 'Button 2 Extra Data is required !!'],
		['id', 'Button 2 ID is required !!'],
		['title', 'Button 2 Title is required !!'],
		['type', 'Button 2 Type is required !!'],
	])('a template button without %s is refused with the error of the provider', async (missing, message) => {
		const second = Object.fromEntries(Object.entries(BUTTONS[1]).filter(([name]) => name !== missing));
		const reply = await go(sandbox, 'button/template', { phone: PHONE, body: 'x', buttons: [BUTTONS[0], second] });
		expect([reply.status, reply.data]).toEqual([422, { Status: 0, Message: message }]);
	});
});
