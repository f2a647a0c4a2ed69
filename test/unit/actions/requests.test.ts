import type { IDataObject } from 'n8n-workflow';
import { resources } from '../../../nodes/WhatsLoop/actions';
import { CLOUD_ACCOUNT, pathOf, runNode } from '../support/fakeNode';

const phone = { mode: 'phone', value: '+966 50 123 4567' };
const chat = { recipient: phone };
const groupId = '120363041234567890@g.us';
const group = { group: { mode: 'id', value: groupId } };
const people = { ...group, participants: '966501234567, 00966507654321' };
const phones = ['966501234567', '966507654321'];

/** What each operation asks WhatsLoop v1 for, as its endpoints are known. */
const REQUESTS: Array<[id: string, parameters: IDataObject, line: string, fields: IDataObject]> = [
	['chat.getAll', {}, 'GET chat/list', {}],
	['chat.getMessages', { ...chat, limit: 5 }, 'GET chat/conversation', { phone: '966501234567', limit: 5 }],
	['chat.markRead', chat, 'POST chat/read', { phone: '966501234567' }],
	['chat.markUnread', chat, 'POST chat/unread', { phone: '966501234567' }],
	['chat.archive', chat, 'POST chat/archive', { phone: '966501234567' }],
	['chat.unarchive', chat, 'POST chat/unarchive', { phone: '966501234567' }],
	['chat.pin', chat, 'POST chat/pin', { phone: '966501234567' }],
	['chat.unpin', chat, 'POST chat/unpin', { phone: '966501234567' }],
	['chat.mute', { ...chat, duration: 60 }, 'POST chat/mute', { phone: '966501234567', duration: 60 }],
	['chat.unmute', chat, 'POST chat/unmute', { phone: '966501234567' }],
	['chat.sendPresence', chat, 'POST chat/typing', { chat: '966501234567' }],
	['chat.sendPresence', { ...chat, presence: 'recording' }, 'POST chat/recording', { chat: '966501234567' }],
	['contact.getAll', {}, 'GET contacts', {}],
	['contact.check', chat, 'POST user/presence', { phone: '966501234567' }],
	['contact.block', chat, 'POST user/block', { phone: '966501234567' }],
	['contact.unblock', chat, 'POST user/unblock', { phone: '966501234567' }],
	['contact.getBusinessProfile', chat, 'POST user/business', { phone: '966501234567' }],
	['contact.getPicture', chat, 'GET user/display/picture', { phone: '966501234567' }],
	['contact.rename', { ...chat, name: 'Sami' }, 'POST user/set/name', { phone: '966501234567', name: 'Sami' }],
	['group.getAll', {}, 'GET group/list', {}],
	['group.get', group, 'GET group/meta/data', { jid: groupId }],
	['group.getMessages', group, 'GET group/conversation', { jid: groupId }],
	[
		'group.create',
		{ subject: 'Team', participants: people.participants },
		'POST group/create',
		{ subject: 'Team', phones },
	],
	['group.join', { inviteCode: 'https://chat.whatsapp.com/AbC123' }, 'POST group/join', { code: 'AbC123' }],
	['group.addParticipants', people, 'POST group/add/participant', { jid: groupId, phones }],
	['group.removeParticipants', people, 'POST group/remove/participant', { jid: groupId, phones }],
	['group.promote', people, 'POST group/promote/participant', { jid: groupId, phones }],
	['group.demote', people, 'POST group/demote/participant', { jid: groupId, phones }],
	[
		'group.update',
		{ ...group, updateFields: { subject: 'New' } },
		'POST group/rename',
		{ jid: groupId, subject: 'New' },
	],
	[
		'group.update',
		{ ...group, updateFields: { description: '' } },
		'POST group/set/description',
		{ jid: groupId, description: '' },
	],
	[
		'group.update',
		{ ...group, updateFields: { picture: 'https://example.com/a.jpg' } },
		'POST group/set/display/picture',
		{ jid: groupId, image: 'https://example.com/a.jpg' },
	],
	[
		'group.update',
		{ ...group, updateFields: { settings: 'locked' } },
		'POST group/settings',
		{ jid: groupId, settings: 'locked' },
	],
	['group.getPicture', group, 'GET group/display/picture', { jid: groupId }],
	['group.getInviteCode', group, 'POST invite/code', { jid: groupId }],
	['group.revokeInviteCode', group, 'POST invite/revoke/code', { jid: groupId }],
	['group.getInviteInfo', { inviteCode: 'AbC123' }, 'GET invite/get/info', { code: 'AbC123' }],
	['group.sendInvite', { ...group, ...chat }, 'POST invite/send/link', { jid: groupId, to: '966501234567' }],
	['instance.getStatus', {}, 'GET instance/status', {}],
	['instance.getQrCode', {}, 'POST session/status', {}],
	['instance.setStatusText', { statusText: 'Open' }, 'POST instance/set/status', { status: 'Open' }],
	['instance.setPresence', { presence: 'available' }, 'POST instance/set/presence', { presence: 'available' }],
	[
		'instance.setPresence',
		{ presence: 'composing', ...chat },
		'POST instance/set/presence',
		{ presence: 'composing', mixed: '966501234567' },
	],
	['instance.updateSettings', { markOnlineOnConnect: true }, 'POST instance/set/settings', { markOnlineOnConnect: 1 }],
	['instance.updateSettings', { markOnlineOnConnect: false }, 'POST instance/set/settings', { markOnlineOnConnect: 0 }],
	['instance.getSession', {}, 'POST session/find', {}],
	['product.getAll', { catalogPhone: '0966501234567'.slice(1) }, 'POST product', { phone: '966501234567' }],
	[
		'product.get',
		{ catalogPhone: '966501234567', productId: '77' },
		'GET product/id',
		{ phone: '966501234567', productId: '77' },
	],
	[
		'product.create',
		{
			catalogPhone: '966501234567',
			name: 'Coffee',
			price: 12.5,
			currency: 'sar',
			images: 'https://example.com/a,b.jpg, https://example.com/c.jpg',
		},
		'POST product/create',
		{
			phone: '966501234567',
			name: 'Coffee',
			price: 12.5,
			currency: 'SAR',
			isHidden: false,
			images: ['https://example.com/a,b.jpg', 'https://example.com/c.jpg'],
		},
	],
	['product.getOrder', { orderId: '1', orderToken: 't' }, 'POST product/get/order', { orderId: '1', orderToken: 't' }],
];

const split = (id: string) => {
	const [resource, operation] = id.split('.');
	return { resource, operation };
};

describe('requests to WhatsLoop v1', () => {
	test.each(REQUESTS)('%s %j → %s', async (id, parameters, line, fields) => {
		const { requests } = await runNode({ ...split(id), ...parameters });
		const [request] = requests;
		expect(`${request.method} ${pathOf(request)}`).toBe(line);
		expect(request.method === 'GET' ? request.qs : request.body).toEqual(fields);
	});

	test('has a request in this list for every operation but those of messages', () => {
		const known = resources
			.filter(({ value }) => value !== 'message')
			.flatMap(({ value, operations }) => operations.map((operation) => `${value}.${operation.value}`));
		expect([...new Set(REQUESTS.map(([id]) => id))].sort()).toEqual(known.sort());
	});

	test('updates each property of a group by its own request, and says which', async () => {
		const { requests, output } = await runNode({
			...split('group.update'),
			...group,
			updateFields: { subject: 'New', description: 'About' },
		});
		expect(requests.map(pathOf)).toEqual(['group/rename', 'group/set/description']);
		expect(output[0].json).toEqual({ groupId, updated: ['subject', 'description'] });
	});

	test('says what was changed already when a later change of a group fails (it can not be taken back)', async () => {
		const answer = ({ url }: { url: string }) =>
			url.endsWith('rename') ? { success: true } : { success: false, message: 'No' };
		const run = runNode(
			{ ...split('group.update'), ...group, updateFields: { subject: 'New', description: 'About' } },
			{ answer },
		);
		await expect(run).rejects.toMatchObject({ description: expect.stringContaining('Changed before: subject.') });
	});
});

describe('operations on WhatsLoop Cloud', () => {
	const onlyGo = resources
		.filter(({ value }) => value !== 'message')
		.flatMap(({ value, operations }) => operations.map(({ value: operation }) => [`${value}.${operation}`]));

	test.each(onlyGo)('%s is refused before any request (no such endpoint is known)', async (id) => {
		const [, parameters] = REQUESTS.find(([known]) => known === id) ?? ['', {}];
		let requests = 0;
		const run = runNode({ ...split(id), ...parameters }, { credential: CLOUD_ACCOUNT, answer: () => (requests += 1) });
		await expect(run).rejects.toThrow(/is not available on WhatsLoop Cloud/);
		expect(requests).toBe(0);
	});
});

describe('input that WhatsLoop would refuse', () => {
	test.each([
		['group.get', { group: { mode: 'id', value: '966501234567' } }, '"Group" is not the ID of a group'],
		['group.addParticipants', { ...group, participants: ' , ' }, '"Participants" is empty'],
		['group.update', group, 'There is nothing to update'],
		['instance.setPresence', { presence: 'composing' }, 'The phone number is empty'],
		['product.create', { catalogPhone: '966501234567', name: 'A', currency: 'Riyal', images: 'x' }, '"Currency"'],
		['product.create', { catalogPhone: '966501234567', name: 'A', images: '' }, '"Image URLs" is empty'],
		['chat.mute', { ...chat, duration: 28_800_000_000 }, '"Duration (Seconds)"'],
	])('%s %j is refused with what is wrong', async (id, parameters, message) => {
		await expect(runNode({ ...split(id), ...parameters })).rejects.toThrow(message);
	});

	test('takes participants as a list by expression, and Arabic commas and digits', async () => {
		const list = await runNode({
			...split('group.promote'),
			...group,
			participants: ['966501234567', '966507654321'] as never,
		});
		const arabic = await runNode({ ...split('group.promote'), ...group, participants: '٩٦٦٥٠١٢٣٤٥٦٧، ٩٦٦٥٠٧٦٥٤٣٢١' });
		expect(list.requests[0].body).toEqual({ jid: groupId, phones });
		expect(arabic.requests[0].body).toEqual({ jid: groupId, phones });
	});
});
