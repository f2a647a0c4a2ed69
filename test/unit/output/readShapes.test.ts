import { pictureUrlIn } from '../../../nodes/WhatsLoop/output/pictureUrl';
import { simplifyChat } from '../../../nodes/WhatsLoop/output/simplifyChat';
import {
	isOnWhatsApp,
	simplifyBusinessProfile,
	simplifyContact,
} from '../../../nodes/WhatsLoop/output/simplifyContact';
import {
	simplifyGroup,
	simplifyGroupWithParticipants,
	simplifyInvite,
} from '../../../nodes/WhatsLoop/output/simplifyGroup';
import { simplifyConnection } from '../../../nodes/WhatsLoop/output/simplifyInstance';
import { simplifyOrder, simplifyProduct } from '../../../nodes/WhatsLoop/output/simplifyProduct';

describe('a chat, simplified', () => {
	test('comes from the record of WhatsApp clients (times of pinning and muting are numbers there)', () => {
		expect(
			simplifyChat({
				id: '966501234567@s.whatsapp.net',
				name: 'Sami',
				conversationTimestamp: 1_700_000_000,
				unreadCount: 2,
				pinned: 1_700_000_000,
				archived: false,
				muteEndTime: 1_700_003_600,
			}),
		).toEqual({
			chatId: '966501234567@s.whatsapp.net',
			name: 'Sami',
			isGroup: false,
			unreadCount: 2,
			pinned: true,
			archived: false,
			mutedUntil: '2023-11-14T23:13:20.000Z',
			lastMessageAt: '2023-11-14T22:13:20.000Z',
		});
	});

	test('is read from ids in an object, and says that it is a group', () => {
		expect(simplifyChat({ id: { _serialized: '1203@g.us' }, subject: 'Team' })).toEqual({
			chatId: '1203@g.us',
			name: 'Team',
			isGroup: true,
		});
	});

	test('of an unknown shape stays as it is (an empty one would lose it)', () => {
		expect(simplifyChat({ odd: 1 })).toEqual({ odd: 1 });
	});
});

describe('a contact, simplified', () => {
	test.each([
		[
			{ id: '966501234567@s.whatsapp.net', notify: 'Sami' },
			{ contactId: '966501234567@s.whatsapp.net', phone: '966501234567', name: 'Sami' },
		],
		[{ jid: '966501234567:3@s.whatsapp.net' }, { contactId: '966501234567:3@s.whatsapp.net', phone: '966501234567' }],
		[
			{ phone: '966501234567', name: 'Sami', isBlocked: true },
			{ contactId: '966501234567', phone: '966501234567', name: 'Sami', blocked: true },
		],
	])('of %j is %j', (record, simple) => {
		expect(simplifyContact(record)).toEqual(simple);
	});

	test.each([
		[{ exists: true, jid: 'a' }, true],
		[{ exists: false, jid: 'a' }, false],
		[{ onWhatsApp: 'false' }, false],
		[[{ exists: true }], true],
		[{ jid: '966501234567@s.whatsapp.net' }, true],
		[[], false],
		[{}, false],
		[true, true],
		[null, false],
	])('is on WhatsApp by %j: %s', (data, expected) => {
		expect(isOnWhatsApp(data)).toBe(expected);
	});

	test('has a business profile with its own texts', () => {
		expect(simplifyBusinessProfile({ description: 'Coffee', website: ['https://example.com'], wid: 'x' })).toEqual({
			description: 'Coffee',
			website: ['https://example.com'],
		});
	});
});

describe('a group, simplified', () => {
	const record = {
		id: '1203@g.us',
		subject: 'Team',
		desc: 'Deliveries',
		owner: '966500000001@c.us',
		announce: true,
		restrict: false,
		creation: 1_700_000_000,
		participants: [
			{ id: '966500000001@c.us', admin: 'superadmin' },
			{ id: '966500000002@c.us', admin: null },
			{ id: '966500000003@c.us', isAdmin: true },
		],
	};

	test('in a list has the number of its participants, not all of them', () => {
		expect(simplifyGroup(record)).toEqual({
			groupId: '1203@g.us',
			subject: 'Team',
			description: 'Deliveries',
			owner: '966500000001@c.us',
			participantCount: 3,
			onlyAdminsSend: true,
			onlyAdminsEdit: false,
			createdAt: '2023-11-14T22:13:20.000Z',
		});
	});

	test('that is read by itself says who is in it and who is admin', () => {
		expect(simplifyGroupWithParticipants(record).participants).toEqual([
			{ participantId: '966500000001@c.us', phone: '966500000001', isAdmin: true },
			{ participantId: '966500000002@c.us', phone: '966500000002', isAdmin: false },
			{ participantId: '966500000003@c.us', phone: '966500000003', isAdmin: true },
		]);
	});

	test.each(['AbC', 'https://chat.whatsapp.com/AbC'])(
		'has an invite with code and link, whichever of them comes (%s)',
		(data) => {
			const invite = { groupId: 'g', inviteCode: 'AbC', inviteLink: 'https://chat.whatsapp.com/AbC' };
			expect(simplifyInvite('g', data)).toEqual(invite);
			expect(simplifyInvite('g', { code: data })).toEqual(invite);
		},
	);
});

describe('the connection, simplified', () => {
	test.each([
		[
			{ status: 'connected', connected: true, phone: '966500000001' },
			{ connected: true, status: 'connected', phone: '966500000001' },
		],
		[
			{ status: 'open', me: { id: '966500000001:2@s.whatsapp.net' } },
			{ connected: true, status: 'open', phone: '966500000001' },
		],
		[{ status: 'connecting' }, { connected: false, status: 'connecting' }],
		[
			{ status: 'connected', connected: 0 },
			{ connected: false, status: 'connected' },
		],
		[undefined, { connected: false }],
	])('of %j is %j', (data, simple) => {
		expect(simplifyConnection(data)).toEqual(simple);
	});
});

describe('products and pictures, simplified', () => {
	test('have their addresses as plain texts', () => {
		expect(
			simplifyProduct({ id: 7, name: 'Coffee', price: 12500, imageUrls: [{ url: 'https://example.com/a.jpg' }] }),
		).toEqual({
			productId: 7,
			name: 'Coffee',
			price: 12500,
			images: ['https://example.com/a.jpg'],
		});
	});

	test('of an order have their quantities', () => {
		expect(simplifyOrder({ products: [{ id: '7', quantity: 2 }], price: { total: 25, currency: 'SAR' } })).toEqual({
			total: 25,
			currency: 'SAR',
			products: [{ productId: '7', quantity: 2 }],
		});
	});

	test.each([
		[{ data: 'https://example.com/a.jpg' }, 'https://example.com/a.jpg'],
		[{ data: { imgUrl: 'https://example.com/a.jpg' } }, 'https://example.com/a.jpg'],
		[{ data: null }, null],
		[{ success: true }, null],
	])('of %j have the address %s', (body, url) => {
		expect(pictureUrlIn(body)).toBe(url);
	});
});
