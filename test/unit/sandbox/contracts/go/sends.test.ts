import type { MessageKind, Sandbox, StoredMessage } from '../../../../../sandbox';
import { provideSandbox } from '../../../../support/provideSandbox';
import { go, call, PHONE, sendText, type GoMessage } from '../../client';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('the go contract sends', () => {
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));
	let url: string;

	beforeAll(async () => {
		url = sandbox.mediaUrl('sample.png');
	});

	const buttons = [
		{ id: 'yes', title: 'Yes', type: 3, extra_data: 'yes' },
		{ id: 'shop', title: 'Shop', type: 1, extra_data: 'https://example.com/' },
		{ id: 'call', title: 'Call', type: 2, extra_data: '966126444462' },
	];
	const neutralButtons = [
		{ type: 'reply', text: 'Yes', id: 'yes' },
		{ type: 'url', text: 'Shop', id: 'shop', url: 'https://example.com/' },
		{ type: 'call', text: 'Call', id: 'call', phone: '966126444462' },
	];
	const sections = [{ title: 'Today', rows: [{ id: 'r1', title: 'Ten', description: 'Morning' }] }];

	const cases = (): Array<[path: string, body: Record<string, unknown>, kind: MessageKind, content: object]> => [
		['message/send', { body: 'مرحبا' }, 'text', { text: 'مرحبا' }],
		['message/send/reply', { body: 'b', messageId: 'BAE5' }, 'text', { text: 'b', quotedMessageId: 'BAE5' }],
		[
			'message/send/reaction',
			{ reaction: '👍', messageId: 'BAE5' },
			'reaction',
			{ reaction: { emoji: '👍', messageId: 'BAE5' } },
		],
		['message/send/mention', { mention: '966500000009' }, 'mention', { mentionedPhone: '966500000009' }],
		['message/send/sticker', { url }, 'sticker', { mediaUrl: url }],
		['message/send/disappearing', { body: 'b', duration: 60 }, 'text', { text: 'b', disappearAfterSeconds: 60 }],
		[
			'share/catalog',
			{ catalog: '966500000009', title: 't', body: 'b', description: 'd' },
			'catalog',
			{ title: 't', text: 'b', catalog: { phone: '966500000009', description: 'd' } },
		],
		['send/image', { url, caption: 'c' }, 'image', { mediaUrl: url, caption: 'c' }],
		['send/video', { url, caption: 'c' }, 'video', { mediaUrl: url, caption: 'c' }],
		['send/gif', { url, caption: 'c' }, 'gif', { mediaUrl: url, caption: 'c' }],
		['send/file', { url }, 'document', { mediaUrl: url }],
		['send/audio', { audio: url, caption: 'c' }, 'audio', { mediaUrl: url, caption: 'c' }],
		['send/ptt', { url }, 'voice', { mediaUrl: url }],
		[
			'send/location',
			{ lat: 24.7136, lng: '46.6753' },
			'location',
			{ location: { latitude: 24.7136, longitude: 46.6753 } },
		],
		[
			'send/contact',
			{ contact: '966500000009', name: 'Noura', description: 'd' },
			'contact',
			{ contact: { phone: '966500000009', name: 'Noura', description: 'd' } },
		],
		['button', { title: 't', body: 'b', buttons }, 'buttons', { title: 't', text: 'b', buttons: neutralButtons }],
		['button/template', { body: 'b', footer: 'f', buttons }, 'buttons', { footer: 'f', buttons: neutralButtons }],
		...['image', 'video', 'document'].flatMap((mediaKind) =>
			[`button/${mediaKind}`, `button/${mediaKind}/template`].map(
				(path): [string, Record<string, unknown>, MessageKind, object] => [
					path,
					{ [mediaKind]: url, caption: 'c', footer: 'f', buttons },
					'buttons',
					{ mediaKind, mediaUrl: url, caption: 'c', footer: 'f', buttons: neutralButtons },
				],
			),
		),
		...['button/location', 'button/location/template'].map(
			(path): [string, Record<string, unknown>, MessageKind, object] => [
				path,
				{ lat: 1, lng: -2, caption: 'c', buttons },
				'buttons',
				{ location: { latitude: 1, longitude: -2 }, caption: 'c', buttons: neutralButtons },
			],
		),
		[
			'list/message',
			{ title: 't', body: 'b', footer: 'f', buttonText: 'Open', sections },
			'list',
			{ title: 't', text: 'b', footer: 'f', list: { buttonText: 'Open', sections } },
		],
	];

	test('every documented message, and records each once with its fields and its bytes', async () => {
		for (const [path, fields, kind, content] of cases()) {
			sandbox.reset();
			const body = { phone: PHONE, ...fields };
			const reply = await go(sandbox, path, body);

			expect([path, reply.status, reply.data.success]).toEqual([path, 200, true]);
			expect(sandbox.messages).toHaveLength(1);
			expect(sandbox.messages[0]).toMatchObject({
				kind,
				content: { kind, ...content },
				endpoint: path,
				chat: `${PHONE}@s.whatsapp.net`,
				recipient: PHONE,
				accountId: 'go',
				body,
				rawBody: JSON.stringify(body),
				response: reply.data,
				fromMe: true,
			});
		}
	});

	test('with the documented success answer (key, message, Unix time as text, status)', async () => {
		const { data } = await sendText(sandbox, 'hello');
		expect(data).toEqual({
			success: true,
			message: 'The message has been successfully sent.',
			data: {
				key: { remoteJid: `${PHONE}@s.whatsapp.net`, fromMe: true, id: expect.stringMatching(/^BAE5[0-9A-F]{12}$/) },
				message: { conversation: 'hello' },
				messageTimestamp: expect.stringMatching(/^\d{10}$/),
				status: 'SUCCESS',
			},
		});
		expect(Math.abs(Number(data.data.messageTimestamp) - Date.now() / 1000)).toBeLessThan(5);
	});

	test('as pending or with 201, if the settings say so', async () => {
		Object.assign(sandbox.settings, { sendStatus: 'PENDING', sendStatusCode: 201 });
		const { status, data } = await sendText(sandbox);
		expect([status, data.data.status]).toEqual([201, 'PENDING']);
	});

	test('to groups, and to the same chat under the older form of an id', async () => {
		await go(sandbox, 'message/send', { phone: '120363041234567890@g.us', body: 'a' });
		await go(sandbox, 'message/send', { phone: `${PHONE}@c.us`, body: 'b' });
		const chats = sandbox.messages.map(({ chat }) => chat);
		expect(chats).toEqual(['120363041234567890@g.us', `${PHONE}@s.whatsapp.net`]);
	});

	test('a reaction to its message (the next one replaces it, and an empty one removes it)', async () => {
		const messageId = (await sendText(sandbox)).data.data.key.id;
		const react = async (reaction: string) =>
			await go(sandbox, 'message/send/reaction', { phone: PHONE, reaction, messageId });
		await react('👍');
		expect(sandbox.messages[0].reactions).toEqual([{ emoji: '👍', fromMe: true }]);
		await react('❤️');
		expect(sandbox.messages[0].reactions).toEqual([{ emoji: '❤️', fromMe: true }]);
		expect((await react('')).status).toBe(200);
		expect(sandbox.messages[0].reactions).toEqual([]);
		expect(sandbox.messages).toHaveLength(4);
	});

	test('a reply with what it quotes', async () => {
		const messageId = (await sendText(sandbox, 'question')).data.data.key.id;
		await go(sandbox, 'message/send/reply', { phone: PHONE, body: 'answer', messageId });
		expect(sandbox.messages[1].quoted).toEqual({ id: messageId, kind: 'text', text: 'question' });
	});

	test('a disappearing message for seven days by default (as documented)', async () => {
		await go(sandbox, 'message/send/disappearing', { phone: PHONE, body: 'a' });
		await go(sandbox, 'message/send/disappearing', { phone: PHONE, body: 'b', duration: 86_400 });
		const lifetimes = sandbox.messages.map(
			({ expiresAt, timestamp }) => Date.parse(expiresAt ?? '') - Date.parse(timestamp),
		);
		expect(lifetimes).toEqual([7 * DAY_MS, DAY_MS]);
	});

	test('nothing while WhatsApp is disconnected, and says so', async () => {
		sandbox.settings.connected = false;
		const { status, data } = await sendText(sandbox);
		expect([status, data]).toEqual([422, { Status: 0, Message: 'WhatsApp is not connected' }]);
		expect(sandbox.messages).toHaveLength(0);
	});
});

describe('the go contract reads and deletes', () => {
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));
	let sent: StoredMessage[];

	beforeEach(async () => {
		for (const text of ['one', 'two', 'three']) await sendText(sandbox, text);
		sent = [...sandbox.messages];
	});

	const ids = (messages: GoMessage[]) => messages.map(({ key }) => key.id);
	const fetchAll = async (query = {}) =>
		(await call<GoMessage[]>(sandbox, 'go', 'GET', 'message/fetch', query)).data.data;

	test('the stored messages, newest first, up to the limit', async () => {
		expect(ids(await fetchAll())).toEqual([sent[2].id, sent[1].id, sent[0].id]);
		expect(ids(await fetchAll({ limit: 2 }))).toEqual([sent[2].id, sent[1].id]);
	});

	test('no message of another account', async () => {
		const token = `${'b'.repeat(32)}_${'C'.repeat(40)}`;
		sandbox.addAccount({ id: 'other', contract: 'go', token, phone: '966500000003' });
		const other = { authorization: `Bearer ${token}` };
		expect((await call(sandbox, 'go', 'GET', 'message/fetch', {}, other)).data.data).toEqual([]);
		const query = { phone: PHONE, messageID: sent[0].id };
		expect((await call(sandbox, 'go', 'GET', 'message/id', query, other)).status).toBe(422);
	});

	test('one message by chat and ID', async () => {
		const found = await call(sandbox, 'go', 'GET', 'message/id', { phone: PHONE, messageID: sent[1].id });
		expect(found.data.data).toMatchObject({ key: { id: sent[1].id }, message: { conversation: 'two' } });
		const elsewhere = await call(sandbox, 'go', 'GET', 'message/id', { phone: '966500000009', messageID: sent[1].id });
		expect([elsewhere.status, elsewhere.data]).toEqual([422, { Status: 0, Message: 'Message not Found' }]);
	});

	test('a deletion, with 202 and fields from the JSON body', async () => {
		const body = { phone: PHONE, messageID: sent[1].id };
		expect((await call(sandbox, 'go', 'DELETE', 'message/delete', body)).status).toBe(202);
		expect(ids(await fetchAll())).toEqual([sent[2].id, sent[0].id]);
		expect(sandbox.messages[1].deleted).toBe(true);
		expect((await call(sandbox, 'go', 'DELETE', 'message/delete', body)).status).toBe(422);
	});

	test('the state of the connection', async () => {
		const status = async () => (await call(sandbox, 'go', 'GET', 'instance/status')).data.data;
		expect(await status()).toMatchObject({ connected: true, status: 'connected' });
		sandbox.settings.connected = false;
		expect(await status()).toMatchObject({ connected: false, status: 'disconnected' });
	});
});
