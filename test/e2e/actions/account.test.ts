import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { resources } from '../../../nodes/WhatsLoop/actions';
import { contractFor } from '../../../nodes/WhatsLoop/contracts';
import type { CredentialReference } from '../../../scripts/n8n/clientTypes';
import type { Sandbox } from '../../../sandbox';
import { contractThat } from '../../support/contractThat';
import { provideSandbox } from '../../support/provideSandbox';
import { runBranches, type BranchesRun } from '../support/branches';
import { createCredential } from '../support/credentials';
import { sharedN8n } from '../support/n8n';
import { node, whatsLoop } from '../support/nodes';

const SAMI = '966501234567';
const LAYLA = '966507654321';
const CHAT = `${SAMI}@s.whatsapp.net`;
const TEAM = '120363000000000001@g.us';
const OWN_CATALOG = '966500000001';

const recipient = { __rl: true, mode: 'phone', value: SAMI };
const group = { __rl: true, mode: 'id', value: TEAM };

/**
 * In this order: a step that changes something comes before the step that shows the change. The name of a step is
 * `resource.operation`, with a word behind it where an operation comes twice.
 */
const STEPS: Array<[name: string, parameters: INodeParameters]> = [
	['message.sendText', { recipient, text: 'one' }],
	['message.sendText two', { recipient, text: 'two' }],
	['message.sendText deleted', { recipient, text: 'gone soon' }],
	['message.delete', { recipient, messageId: '={{ $("message.sendText deleted").first().json.messageId }}' }],
	['message.get', { recipient, messageId: '={{ $("message.sendText").first().json.messageId }}' }],
	['message.getAll', { returnAll: true }],
	['chat.pin', { recipient }],
	['chat.archive', { recipient }],
	['chat.mute', { recipient, duration: 3600 }],
	['chat.markUnread', { recipient }],
	['chat.sendPresence', { recipient, presence: 'recording' }],
	['chat.getAll', {}],
	['chat.unpin', { recipient }],
	['chat.unarchive', { recipient }],
	['chat.unmute', { recipient }],
	['chat.markRead', { recipient }],
	['chat.getAll undone', {}],
	['chat.getMessages', { recipient, limit: 1 }],
	['contact.check', { recipient }],
	['contact.check nobody', { recipient: { __rl: true, mode: 'phone', value: '966501230000' } }],
	['contact.block', { recipient }],
	['contact.rename', { recipient, name: 'سامي' }],
	['contact.getAll', {}],
	['contact.unblock', { recipient }],
	['contact.getPicture', { recipient }],
	['contact.getBusinessProfile', { recipient: { __rl: true, mode: 'phone', value: '966551112233' } }],
	['group.promote', { group, participants: `${SAMI}, ${LAYLA}` }],
	['group.demote', { group, participants: LAYLA }],
	['group.addParticipants', { group, participants: '966551112233' }],
	['group.get', { group }],
	['group.removeParticipants', { group, participants: '966551112233' }],
	[
		'group.update',
		{ group, updateFields: { subject: 'Drivers', description: 'On the road', settings: 'announcement' } },
	],
	['group.getInviteCode', { group }],
	['group.revokeInviteCode', { group }],
	['group.getInviteInfo', { inviteCode: '={{ $("group.revokeInviteCode").first().json.inviteLink }}' }],
	['group.sendInvite', { group, recipient }],
	['group.join', { inviteCode: 'SandboxInviteNeighbour' }],
	['group.create', { subject: 'New group', participants: SAMI }],
	['group.getAll', {}],
	['group.getPicture', { group }],
	['message.sendText group', { recipient: { __rl: true, mode: 'chatId', value: TEAM }, text: 'to all' }],
	['group.getMessages', { group }],
	['instance.getStatus', {}],
	['instance.getSession', {}],
	['instance.getQrCode', {}],
	['instance.setStatusText', { statusText: 'Open daily' }],
	['instance.setPresence', { presence: 'composing', recipient }],
	['instance.updateSettings', { markOnlineOnConnect: true }],
	[
		'product.create',
		{ catalogPhone: OWN_CATALOG, name: 'Dates', price: 30, currency: 'SAR', images: 'https://example.com/d.jpg' },
	],
	['product.getAll', { catalogPhone: OWN_CATALOG }],
	['product.get', { catalogPhone: OWN_CATALOG, productId: '={{ $("product.create").first().json.productId }}' }],
	['product.getOrder', { orderId: '8000000000000001', orderToken: 'sandbox-order' }],
];

const step = (credential: CredentialReference, [name, parameters]: [string, INodeParameters]): INode => {
	const [resource, operation] = name.split(' ')[0].split('.');
	return { ...whatsLoop({ resource, operation, ...parameters }, credential), name };
};

describe('every operation on an account, in one workflow', () => {
	const n8n = sharedN8n();
	let sandbox: Sandbox;
	provideSandbox('kept', (started) => (sandbox = started));
	let run: BranchesRun;
	const one = (name: string): IDataObject => run.json(name)[0];

	beforeAll(async () => {
		const credential = await createCredential(n8n.client, 'go', sandbox);
		run = await runBranches(
			n8n.client,
			STEPS.map((each) => [step(credential, each)]),
		);
	});

	test('runs to its end', () => {
		expect(run.error).toBeUndefined();
		expect(run.execution.status).toBe('success');
	});

	test('covers every operation except the sends of messages', () => {
		const all = resources.flatMap(({ value, operations }) =>
			operations.map((operation) => `${value}.${operation.value}`),
		);
		const covered = new Set(STEPS.map(([name]) => name.split(' ')[0]));
		expect(all.filter((id) => !covered.has(id) && !id.startsWith('message.send'))).toEqual([]);
	});

	test('gives every step an output without a top-level error', () => {
		for (const [name] of STEPS) {
			expect([name, run.json(name).length]).not.toEqual([name, 0]);
			for (const json of run.json(name)) expect(json).not.toHaveProperty('error');
		}
	});

	test('deletes a message for good and reads the others', () => {
		expect(one('message.delete')).toMatchObject({ deleted: true });
		expect(run.json('message.getAll').map(({ text }) => text)).toEqual(['two', 'one']);
		expect(one('message.get')).toMatchObject({ text: 'one', fromMe: true, chatId: CHAT });
		expect(run.json('chat.getMessages').map(({ text }) => text)).toEqual(['two']);
	});

	test('pins, archives, mutes and marks a chat, and undoes it', () => {
		expect(run.json('chat.getAll')).toEqual([
			expect.objectContaining({ chatId: CHAT, pinned: true, archived: true, unreadCount: 1, isGroup: false }),
		]);
		expect(Date.parse(one('chat.getAll').mutedUntil as string)).toBeGreaterThan(Date.now());
		expect(one('chat.getAll undone')).toMatchObject({ pinned: false, archived: false, unreadCount: 0 });
		expect(one('chat.getAll undone')).not.toHaveProperty('mutedUntil');
		expect(sandbox.directory().chats[CHAT].presence).toBe('recording');
	});

	test('checks, blocks, renames and shows contacts', () => {
		expect([one('contact.check').onWhatsApp, one('contact.check nobody').onWhatsApp]).toEqual([true, false]);
		expect(run.json('contact.getAll')).toContainEqual({ contactId: CHAT, phone: SAMI, name: 'سامي', blocked: true });
		expect(sandbox.directory().contacts[0].blocked).toBe(false);
		expect(one('contact.getPicture').pictureUrl).toContain('/media/sample.jpg');
		expect(one('contact.getBusinessProfile')).toMatchObject({ email: 'hello@example.com' });
	});

	test('makes admins, adds and removes participants, and changes a group', () => {
		const participants = one('group.get').participants as IDataObject[];
		const isAdmin = (phone: string) => participants.find((participant) => participant.phone === phone)?.isAdmin;
		expect([isAdmin(SAMI), isAdmin(LAYLA), isAdmin('966551112233')]).toEqual([true, false, false]);
		expect(sandbox.directory().groups[0].participants).toHaveLength(3);
		expect(one('group.update').updated).toEqual(['subject', 'description', 'settings']);
		expect(run.json('group.getAll')).toContainEqual(
			expect.objectContaining({ groupId: TEAM, subject: 'Drivers', description: 'On the road', onlyAdminsSend: true }),
		);
	});

	test('invites to groups, revokes invitations, joins and creates groups', () => {
		expect(one('group.getInviteCode').inviteCode).toBe('SandboxInviteDelivery1');
		expect(one('group.revokeInviteCode').inviteCode).not.toBe('SandboxInviteDelivery1');
		expect(one('group.getInviteInfo')).toMatchObject({ groupId: TEAM });
		const invite = sandbox.messages.find(({ endpoint }) => endpoint === 'invite/send/link');
		expect(invite).toMatchObject({ chat: CHAT, content: { text: expect.stringContaining('chat.whatsapp.com') } });
		expect(one('group.sendInvite')).toMatchObject({ messageId: invite?.id, recipient: SAMI, status: 'success' });
		expect(one('group.join').groupId).toBe('120363000000000002@g.us');
		expect(run.json('group.getAll').map(({ subject }) => subject)).toEqual(['Drivers', 'Neighbours', 'New group']);
		expect(run.json('group.getMessages').map(({ text }) => text)).toEqual(['to all']);
	});

	test('shows and changes the instance', () => {
		expect(one('instance.getStatus')).toMatchObject({ connected: true, phone: OWN_CATALOG });
		expect(one('instance.getSession')).toMatchObject({ connected: true, sessionId: 'go' });
		expect(one('instance.getQrCode')).toMatchObject({ connected: true, hasQrCode: false });
		expect(sandbox.directory().profile).toEqual({
			statusText: 'Open daily',
			presence: 'composing',
			presenceChat: SAMI,
			markOnlineOnConnect: true,
		});
	});

	test('creates and shows products and orders', () => {
		expect(run.json('product.getAll').map(({ name }) => name)).toEqual(['Arabic coffee, 1 kg', 'Dates']);
		expect(one('product.get')).toMatchObject({ name: 'Dates', price: 30 });
		expect(one('product.getOrder')).toMatchObject({ total: 90, products: [expect.objectContaining({ quantity: 2 })] });
	});

	test('reads a long chat whole, over several pages, each message once', async () => {
		const credential = await createCredential(n8n.client, 'go', sandbox);
		sandbox.reset();
		const send = whatsLoop(
			{ resource: 'message', operation: 'sendText', recipient, text: '={{ "number " + $json.n }}' },
			credential,
		);
		const numbers = Array.from({ length: 120 }, (_, n) => n);
		const items = node('Numbers', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'n' });
		const list = node(
			'List',
			'n8n-nodes-base.set',
			{ mode: 'raw', jsonOutput: JSON.stringify({ n: numbers }) },
			{ typeVersion: 3.4 },
		);
		const read = {
			...whatsLoop({ resource: 'chat', operation: 'getMessages', recipient, returnAll: true }, credential),
			name: 'Read',
		};
		const result = await runBranches(n8n.client, [[list, items, send], [read]]);
		expect(result.json('Read').map(({ text }) => text)).toEqual(numbers.map((n) => `number ${n}`).reverse());
		expect(sandbox.requests.filter(({ endpoint }) => endpoint === 'chat/conversation').length).toBeGreaterThan(2);
	});

	test('gives the QR code as a PNG file once WhatsApp is disconnected', async () => {
		const credential = await createCredential(n8n.client, 'go', sandbox);
		sandbox.reset();
		sandbox.settings.connected = false;
		const result = await runBranches(n8n.client, [
			[whatsLoop({ resource: 'instance', operation: 'getQrCode' }, credential)],
		]);
		const [{ json, binary }] = result.items('WhatsLoop');
		expect(json).toMatchObject({ connected: false, hasQrCode: true });
		expect(binary?.data).toMatchObject({ mimeType: 'image/png', fileExtension: 'png' });
		const file = await n8n.client.request<string>(
			'GET',
			`/rest/binary-data?id=${encodeURIComponent(String(binary?.data.id))}&action=view&mimeType=image/png`,
		);
		expect(String(file).slice(1, 4)).toBe('PNG');
	});

	test('is refused with a clear error before any request, where the API lacks it', async () => {
		const withoutPins = contractThat(({ operations }) => !('chat.pin' in operations));
		const credential = await createCredential(n8n.client, withoutPins, sandbox);
		sandbox.reset();
		const result = await runBranches(n8n.client, [
			[whatsLoop({ resource: 'chat', operation: 'pin', recipient }, credential)],
		]);
		expect(result.error?.message).toContain(`"Pin" is not available on ${contractFor(withoutPins).name}`);
		expect(sandbox.requests).toHaveLength(0);
	});
});
