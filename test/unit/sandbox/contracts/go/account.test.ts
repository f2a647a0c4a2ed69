import type { Sandbox } from '../../../../../sandbox';
import { provideSandbox } from '../../../../support/provideSandbox';
import { call, go, PHONE, sendText, type GoMessage } from '../../client';

const CHAT = `${PHONE}@s.whatsapp.net`;
const TEAM = '120363000000000001@g.us';
const NEIGHBOURS = '120363000000000002@g.us';

describe('the account behind a go token', () => {
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));

	const read = async <Data>(path: string, fields: object = {}) =>
		(await call<Data>(sandbox, 'go', 'GET', path, fields)).data.data;
	const chat = async () =>
		(await read<Array<{ id: string; muteEndTime: number }>>('chat/list')).find(({ id }) => id === CHAT);
	const group = () => sandbox.directory().groups[0];
	const admin = (phone: string) => group().participants.find(({ id }) => id === `${phone}@s.whatsapp.net`)?.admin;

	test.each([
		['chat/pin', 'pinned', true],
		['chat/unpin', 'pinned', false],
		['chat/archive', 'archived', true],
		['chat/unarchive', 'archived', false],
		['chat/unread', 'unreadCount', 1],
		['chat/read', 'unreadCount', 0],
	])('%s makes %s %s, and the list shows it', async (path, field, value) => {
		expect((await go(sandbox, path, { phone: PHONE })).status).toBe(201);
		expect(await chat()).toMatchObject({ [field]: value });
	});

	test('mutes a chat for the seconds asked for, and unmutes it', async () => {
		const before = Math.floor(Date.now() / 1000);
		await go(sandbox, 'chat/mute', { phone: PHONE, duration: 60 });
		expect((await chat())?.muteEndTime).toBeGreaterThanOrEqual(before + 60);
		await go(sandbox, 'chat/unmute', { phone: PHONE });
		expect((await chat())?.muteEndTime).toBe(0);
	});

	test('gives a conversation in pages that together contain every message once', async () => {
		for (let index = 0; index < 12; index += 1) await sendText(sandbox, `text ${index}`);
		const texts: string[] = [];
		let cursor = {};
		for (;;) {
			const page = await read<GoMessage[]>('chat/conversation', { phone: PHONE, limit: 5, ...cursor });
			if (page.length === 0) break;
			texts.unshift(...page.map(({ message }) => message.conversation));
			cursor = { cursorId: page[0].key.id, cursorFromMe: page[0].key.fromMe ? 1 : 0 };
		}
		expect(texts).toEqual(Array.from({ length: 12 }, (_, index) => `text ${index}`));
	});

	test('promotes and demotes participants of a group, adds and removes them', async () => {
		const phones = [PHONE];
		await go(sandbox, 'group/promote/participant', { jid: TEAM, phones });
		expect(admin(PHONE)).toBe('admin');
		await go(sandbox, 'group/demote/participant', { jid: TEAM, phones });
		expect(admin(PHONE)).toBeNull();
		await go(sandbox, 'group/remove/participant', { jid: TEAM, phones });
		expect(admin(PHONE)).toBeUndefined();
		await go(sandbox, 'group/add/participant', { jid: TEAM, phones });
		expect(admin(PHONE)).toBeNull();
	});

	test('refuses requests about a group that the account is not in, and lets the account join by the code', async () => {
		expect((await go(sandbox, 'group/rename', { jid: NEIGHBOURS, subject: 'x' })).status).toBe(422);
		expect(await read('group/list')).toHaveLength(1);
		await go(sandbox, 'group/join', { code: 'SandboxInviteNeighbour' });
		expect(await read('group/list')).toHaveLength(2);
	});

	test('revokes an invite code for good', async () => {
		const { data } = (await go<{ code: string }>(sandbox, 'invite/revoke/code', { jid: TEAM })).data;
		expect(data.code).not.toBe('SandboxInviteDelivery1');
		expect((await call(sandbox, 'go', 'GET', 'invite/get/info', { code: 'SandboxInviteDelivery1' })).status).toBe(422);
		expect((await read<{ id: string }>('invite/get/info', { code: data.code })).id).toBe(TEAM);
	});

	test('knows which numbers are on WhatsApp', async () => {
		const exists = async (phone: string) =>
			(await go<{ exists: boolean }>(sandbox, 'user/presence', { phone })).data.data.exists;
		expect(await exists(PHONE)).toBe(true);
		expect(await exists('966501230000')).toBe(false);
	});

	test('gives a QR code only while it is disconnected', async () => {
		expect((await go(sandbox, 'qr')).status).toBe(422);
		sandbox.settings.connected = false;
		const { qrcode } = (await go<{ qrcode: string }>(sandbox, 'qr')).data.data;
		expect(Buffer.from(qrcode, 'base64').subarray(1, 4).toString()).toBe('PNG');
		expect((await go<{ connected: boolean }>(sandbox, 'session/status')).data.data.connected).toBe(false);
	});

	test('shows no invite code and no order token where everybody may read it', async () => {
		expect(await read('group/meta/data', { jid: TEAM })).not.toHaveProperty('inviteCode');
		const order = await go(sandbox, 'product/get/order', { orderId: '8000000000000001', orderToken: 'sandbox-order' });
		expect(order.data.data).toMatchObject({ id: '8000000000000001', price: { total: 90 } });
		expect(order.data.data).not.toHaveProperty('token');
	});

	test('is as freshly started after a reset', async () => {
		await go(sandbox, 'user/block', { phone: PHONE });
		expect(sandbox.directory().contacts.some(({ blocked }) => blocked)).toBe(true);
		sandbox.reset();
		expect(sandbox.directory().contacts.some(({ blocked }) => blocked)).toBe(false);
	});
});
