import axios from 'axios';
import type { MessageKind, Sandbox } from '../../../../../sandbox';
import { provideSandbox } from '../../../../support/provideSandbox';
import { cloud, PHONE, type Answer } from '../../client';

describe('the cloud contract sends', () => {
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));

	test('every known message, and records each once with its fields and its bytes', async () => {
		const url = sandbox.mediaUrl('sample.pdf');
		const cases: Array<[string, Record<string, unknown>, MessageKind, object]> = [
			['messages/send-text', { message: 'hi', channel_id: 5 }, 'text', { text: 'hi' }],
			[
				'messages/send',
				{ type: 'document', media_url: url, caption: 'c' },
				'document',
				{ mediaUrl: url, caption: 'c' },
			],
			['messages/send-reply', { message: 'hi', quoted_message_id: 'ACFF' }, 'text', { quotedMessageId: 'ACFF' }],
			[
				'messages/send-buttons',
				{ text: 'Sure?', buttons: [{ id: 'y', text: 'Yes' }] },
				'buttons',
				{ text: 'Sure?', buttons: [{ type: 'reply', id: 'y', text: 'Yes' }] },
			],
			[
				'messages/send-template',
				{ text: 'Sure?', template_buttons: [{ type: 'quickReply', text: 'Yes' }] },
				'buttons',
				{ text: 'Sure?', buttons: [{ type: 'reply', text: 'Yes' }] },
			],
		];
		for (const [path, fields, kind, content] of cases) {
			sandbox.reset();
			const body = { to: PHONE, ...fields };
			const reply = await cloud(sandbox, path, body);
			expect([path, reply.status, reply.data]).toEqual([
				path,
				200,
				{ success: true, message: 'Message sent successfully', data: expect.stringMatching(/^[0-9A-F]{32}$/) },
			]);
			expect(sandbox.messages).toHaveLength(1);
			const common = { kind, endpoint: path, body, accountId: 'cloud', id: reply.data.data };
			expect(sandbox.messages[0]).toMatchObject({ ...common, content: { kind, ...content } });
		}
	});

	test('also under a tenant’s own host, whose paths begin with /api/v1', async () => {
		const reply = await axios.post<Answer>(
			`${sandbox.url}/api/v1/messages/send-text`,
			{ to: PHONE, message: 'hi' },
			{ headers: { authorization: `Bearer ${sandbox.cloudToken}` } },
		);
		expect(reply.data.success).toBe(true);
		expect(sandbox.requests[0]).toMatchObject({ contract: 'cloud', endpoint: 'messages/send-text' });
	});

	test('with data as an object or without data, if the settings say so', async () => {
		const data = async () => (await cloud(sandbox, 'messages/send-text', { to: PHONE, message: 'hi' })).data.data;
		sandbox.settings.cloudData = 'object';
		expect(await data()).toEqual({ message_id: sandbox.messages[0].id });
		sandbox.settings.cloudData = 'missing';
		expect(await data()).toBeUndefined();
		expect(sandbox.messages).toHaveLength(2);
	});

	test('texts of up to 4096 characters, counted as people count them', async () => {
		const send = async (message: string) => (await cloud(sandbox, 'messages/send-text', { to: PHONE, message })).status;
		expect(await send('م'.repeat(4096))).toBe(200);
		expect(await send('🎉'.repeat(4096))).toBe(200);
		expect(await send('a'.repeat(4097))).toBe(422);
	});

	test('nothing with a channel that is not a whole number from 1 (null included)', async () => {
		for (const channel_id of [null, 0, 1.5, '5']) {
			const reply = await cloud(sandbox, 'messages/send-text', { to: PHONE, message: 'hi', channel_id });
			expect([channel_id, reply.status, reply.data.errors]).toEqual([
				channel_id,
				422,
				{ channel_id: expect.anything() },
			]);
		}
		expect(sandbox.messages).toHaveLength(0);
	});
});
