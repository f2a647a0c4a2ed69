import axios from 'axios';
import { CLOUD_TOKEN, GO_TOKEN, type Sandbox } from '../../../../sandbox';
import { provideSandbox } from '../../../support/provideSandbox';
import { call, cloud, go, PHONE } from '../client';

const JSON_BODY = { 'content-type': 'application/json' };

describe('the sandbox refuses', () => {
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));

	afterEach(() => expect(sandbox.messages).toHaveLength(0));

	const row = (over: object = {}) => ({ id: 'r', title: 'Row', ...over });
	const list = (over: object = {}) => ({ buttonText: 'Open', sections: [{ title: 'S', rows: [row()] }], ...over });
	const rows = (count: number) => Array.from({ length: count }, () => row());

	test.each<[path: string, body: object, message: string]>([
		['message/send', { body: 'x' }, 'Phone is Required'],
		['message/send', { phone: '', body: 'x' }, 'Phone is Required'],
		['message/send', { phone: PHONE }, 'Body is Required'],
		['message/send', { phone: PHONE, body: 5 }, 'Body is Invalid'],
		['message/send', { phone: '+966501234567', body: 'x' }, 'Phone is Invalid'],
		['message/send', { phone: '0501234567', body: 'x' }, 'Phone is Invalid'],
		['message/send', { phone: '966 50', body: 'x' }, 'Phone is Invalid'],
		['message/send', { phone: 'x@example.com', body: 'x' }, 'Phone is Invalid'],
		['message/send/reply', { phone: PHONE, body: 'x' }, 'Message Id is Required'],
		['message/send/reaction', { phone: PHONE, messageId: 'x' }, 'Reaction is Required'],
		['message/send/disappearing', { phone: PHONE, body: 'x', duration: 0 }, 'Duration is Invalid'],
		['send/image', { phone: PHONE }, 'Url is Required'],
		['send/image', { phone: PHONE, url: 'picture.png' }, 'Url is Invalid'],
		['send/audio', { phone: PHONE, url: 'http://127.0.0.1/a.ogg' }, 'Audio is Required'],
		['send/location', { phone: PHONE, lat: 91, lng: 0 }, 'Lat is Invalid'],
		['send/location', { phone: PHONE, lat: 1, lng: 'east' }, 'Lng is Invalid'],
		['button', { phone: PHONE, body: 'x', buttons: [] }, 'Message Buttons field is required !!'],
		['button', { phone: PHONE, buttons: [{ id: '1', title: 'a' }] }, 'Message Body field is required !!'],
		['button', { phone: PHONE, body: 'x', buttons: [{ title: 'a' }] }, 'Button 1 ID is required !!'],
		['button', { phone: PHONE, body: 'x', buttons: [{ id: '1' }] }, 'Button 1 Title is required !!'],
		['button', { phone: PHONE, body: 'x', buttons: [{ id: '1', title: 'a', type: 4 }] }, 'Buttons 0 Type is Invalid'],
		[
			'button',
			{ phone: PHONE, body: 'x', buttons: [{ id: '1', title: 'a', type: 1 }] },
			'Button 1 Extra Data is required !!',
		],
		[
			'button',
			{ phone: PHONE, body: 'x', buttons: [{ id: '1', title: 'a', type: 2, extra_data: 'x' }] },
			'Buttons 0 Extra Data is Invalid',
		],
		['list/message', { phone: PHONE, ...list({ buttonText: undefined }) }, 'Message Button Text field is required !!'],
		['list/message', { phone: PHONE, ...list({ sections: [] }) }, 'Message Sections field is required !!'],
		['list/message', { phone: PHONE, ...list({ title: 'x'.repeat(61) }) }, 'Title is Longer than 60 Characters'],
		['list/message', { phone: PHONE, ...list({ footer: 'x'.repeat(61) }) }, 'Footer is Longer than 60 Characters'],
		['list/message', { phone: PHONE, ...list({ body: 'x'.repeat(1025) }) }, 'Body is Longer than 1024 Characters'],
		[
			'list/message',
			{ phone: PHONE, ...list({ sections: Array(11).fill({ rows: rows(1) }) }) },
			'Sections has More than 10 Entries',
		],
		[
			'list/message',
			{ phone: PHONE, ...list({ sections: [{ rows: rows(11) }] }) },
			'Sections 0 Rows has More than 10 Entries',
		],
		[
			'list/message',
			{ phone: PHONE, ...list({ sections: [{ rows: [row({ title: 'x'.repeat(25) })] }] }) },
			'Sections 0 Rows 0 Title is Longer than 24 Characters',
		],
		[
			'list/message',
			{ phone: PHONE, ...list({ sections: [{ rows: [row({ description: 'x'.repeat(73) })] }] }) },
			'Sections 0 Rows 0 Description is Longer than 72 Characters',
		],
	])('go %s %j with 422 and the documented error', async (path, body, message) => {
		const reply = await go(sandbox, path, body);
		expect([reply.status, reply.data]).toEqual([422, { Status: 0, Message: message }]);
	});

	test.each<[path: string, body: object, message: string]>([
		['button', { body: 'x', buttons: [{ id: '1', title: 'a' }] }, 'Message Footer field is required !!'],
		[
			'button/image/template',
			{ image: 'http://127.0.0.1/a.png', buttons: [{ id: '1', title: 'a', type: 3, extra_data: '1' }] },
			'Message Footer field is required !!',
		],
		['list/message', list(), 'Message Body field is required !!'],
		['list/message', list({ body: 'x' }), 'Message Footer field is required !!'],
		['list/message', list({ body: 'x', footer: 'f' }), 'Message Title field is required !!'],
		[
			'list/message',
			list({ body: 'x', footer: 'f', title: 't', sections: [{ rows: rows(1) }] }),
			'Section 1 Title is required !!',
		],
		[
			'list/message',
			list({ body: 'x', footer: 'f', title: 't', sections: [{ title: 'S', rows: [row(), row({ id: '' })] }] }),
			'Section 1 Row 2 RowID is required !!',
		],
		['send/contact', { contact: PHONE }, 'Contact Name field is required !!'],
		['message/send/disappearing', { body: 'x' }, 'Message Expiration field is required !!'],
	])(
		'go %s %j with the error of the older code, if the settings say so (the documentation calls the field optional)',
		async (path, body, message) => {
			sandbox.settings.refusesAsOlderCode = true;
			const reply = await go(sandbox, path, { phone: PHONE, ...body });
			expect([reply.status, reply.data]).toEqual([422, { Status: 0, Message: message }]);
		},
	);

	test.each<[path: string, body: object, field: string, message: string]>([
		['messages/send-text', { message: 'x' }, 'to', 'The to field is required.'],
		['messages/send-text', { to: 'me', message: 'x' }, 'to', 'The to field is invalid.'],
		['messages/send-text', { to: PHONE }, 'message', 'The message field is required.'],
		['messages/send', { to: PHONE, media_url: 'http://a.b/' }, 'type', 'The type field is required.'],
		['messages/send', { to: PHONE, type: 'document' }, 'media_url', 'The media url field is required.'],
		[
			'messages/send-reply',
			{ to: PHONE, message: 'x' },
			'quoted_message_id',
			'The quoted message id field is required.',
		],
		['messages/send-buttons', { to: PHONE, text: 'x' }, 'buttons', 'The buttons field is required.'],
		[
			'messages/send-template',
			{ to: PHONE, text: 'x', template_buttons: [{ type: 'url', text: 'x' }] },
			'template_buttons.0.type',
			'The template buttons.0.type field is invalid.',
		],
	])('cloud %s %j with 422 and the field to blame', async (path, body, field, message) => {
		const reply = await cloud(sandbox, path, body);
		expect(reply.status).toBe(422);
		expect(reply.data).toEqual({ success: false, message, errors: { [field]: [message] } });
	});

	test.each<['go' | 'cloud', string | undefined]>([
		['go', undefined],
		['go', 'Bearer wrong'],
		['go', GO_TOKEN],
		['go', `Bearer ${CLOUD_TOKEN}`],
		['cloud', undefined],
		['cloud', `Bearer ${GO_TOKEN}`],
	])('a request to %s with authorization %s (401)', async (contract, authorization) => {
		const path = contract === 'go' ? 'message/send' : 'messages/send-text';
		const url = `${sandbox.addresses[contract].baseUrl}/${path}`;
		const reply = await axios.post(
			url,
			{},
			{ headers: { ...(authorization && { authorization }) }, validateStatus: () => true },
		);
		expect(reply.status).toBe(401);
		const failure = {
			go: { Status: 0, Message: 'Unauthenticated' },
			cloud: { success: false, message: 'Unauthenticated' },
		};
		expect(reply.data).toEqual(failure[contract]);
		expect(sandbox.requests[0].token).toBe(authorization === undefined ? 'missing' : 'wrong');
	});

	test('an unknown path with 404 and a wrong method with 405, in JSON', async () => {
		expect(await go(sandbox, 'message/sendd')).toMatchObject({ status: 404, data: { Status: 0 } });
		expect(await cloud(sandbox, 'channels')).toMatchObject({ status: 404, data: { success: false } });
		const wrongMethod = await call(sandbox, 'go', 'GET', 'message/delete');
		expect(wrongMethod).toMatchObject({ status: 405, data: { Status: 0 }, headers: { allow: 'DELETE' } });
		expect((await axios.get(`${sandbox.url}/elsewhere`, { validateStatus: () => true })).status).toBe(404);
	});

	test.each(['{"phone":', 'phone=1', '[1]', '"text"', 'null'])(
		'a body that is no JSON object with 400 (%s)',
		async (body) => {
			// As bytes, because axios would turn a text into JSON.
			const reply = await call(sandbox, 'go', 'POST', 'message/send', Buffer.from(body), JSON_BODY);
			expect([reply.status, reply.data.Status]).toEqual([400, 0]);
			expect(sandbox.requests[0]).toMatchObject({ statusCode: 400, rawBody: body });
		},
	);

	test('an empty body as one without fields', async () => {
		const reply = await fetch(`${sandbox.goBaseUrl}/message/send`, {
			method: 'POST',
			headers: { authorization: `Bearer ${GO_TOKEN}` },
		});
		expect([reply.status, await reply.json()]).toEqual([422, { Status: 0, Message: 'Phone is Required' }]);
	});

	test('every request is in the log, without its token', async () => {
		await go(sandbox, 'message/send?trace=1', { phone: PHONE });
		await go(sandbox, 'nowhere');
		expect(sandbox.requests).toMatchObject([
			{
				id: 1,
				method: 'POST',
				path: '/api/v1/message/send',
				endpoint: 'message/send',
				contract: 'go',
				query: { trace: '1' },
				headers: { authorization: '(right token)', 'content-type': 'application/json' },
				token: 'right',
				accountId: 'go',
				body: { phone: PHONE },
				statusCode: 422,
			},
			{ id: 2, endpoint: 'nowhere', statusCode: 404 },
		]);
		expect(sandbox.requests[1].arrivedAtMs).toBeGreaterThan(sandbox.requests[0].arrivedAtMs);
		expect(JSON.stringify(sandbox.requests)).not.toContain(GO_TOKEN);
	});
});
