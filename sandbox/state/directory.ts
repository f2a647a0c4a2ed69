import { randomBytes } from 'node:crypto';
import type { Account } from './account';
import { chatIdOf } from './message';

export interface Contact {
	/** Digits with country code. */
	phone: string;
	name: string;
	blocked: boolean;
	business?: { description: string; category: string; email: string; website: string[]; address: string };
}

export interface Participant {
	/** Chat id: `…@s.whatsapp.net`. */
	id: string;
	admin: 'superadmin' | 'admin' | null;
}

export interface Group {
	/** `…@g.us`. */
	id: string;
	subject: string;
	desc: string;
	owner: string;
	/** Seconds since the epoch. */
	creation: number;
	/** Only admins may send. */
	announce: boolean;
	/** Only admins may edit. */
	restrict: boolean;
	participants: Participant[];
	inviteCode: string;
	pictureUrl?: string;
}

/** What an account has done with one chat. */
export interface ChatMarks {
	pinned: boolean;
	archived: boolean;
	/** Seconds since the epoch; 0 when not muted. */
	mutedUntil: number;
	markedUnread: boolean;
	/** Messages up to this sequence have been read. */
	readUpTo: number;
	/** What was shown last to the other side. */
	presence?: 'typing' | 'recording';
}

export interface Product {
	id: string;
	name: string;
	description: string;
	price: number;
	currency: string;
	isHidden: boolean;
	images: string[];
}

export interface Order {
	id: string;
	token: string;
	products: Array<{ id: string; name: string; price: number; currency: string; quantity: number }>;
	price: { total: number; currency: string };
	/** Seconds since the epoch. */
	creation: number;
}

/** The account's own profile. */
export interface Profile {
	statusText: string;
	presence: string;
	presenceChat?: string;
	markOnlineOnConnect: boolean;
}

/** An account's chats, contacts, groups, products and profile, without its messages. */
export interface Directory {
	contacts: Contact[];
	/** Those the account is in, and one it can join. */
	groups: Group[];
	chats: Record<string, ChatMarks>;
	products: Product[];
	orders: Order[];
	profile: Profile;
}

/** A moment in the past for what was there before the sandbox started. */
const FOUNDED_SECONDS = 1_750_000_000;

export const newInviteCode = () => randomBytes(11).toString('base64url').replace(/[-_]/g, 'x');

export const newGroupId = () => `1203630${String(randomBytes(6).readUIntBE(0, 6)).padStart(15, '0').slice(-11)}@g.us`;

const group = (id: string, subject: string, inviteCode: string, participants: Participant[]): Group => ({
	id,
	subject,
	desc: '',
	owner: participants[0]?.id ?? '',
	creation: FOUNDED_SECONDS,
	announce: false,
	restrict: false,
	participants,
	inviteCode,
});

const contact = (phone: string, name: string, more: Partial<Contact> = {}): Contact => ({
	phone,
	name,
	blocked: false,
	...more,
});

/** A small business with enough data to try every operation. */
export function initialDirectory(account: Account): Directory {
	const own = chatIdOf(account.phone);
	return {
		contacts: [
			contact('966501234567', 'Sami Al-Harbi'),
			contact('966507654321', 'ليلى القحطاني'),
			contact('966551112233', 'Najd Coffee Roasters', {
				business: {
					description: 'Freshly roasted every morning',
					category: 'Food & Grocery',
					email: 'hello@example.com',
					website: ['https://example.com'],
					address: 'Riyadh',
				},
			}),
		],
		groups: [
			group('120363000000000001@g.us', 'Delivery team', 'SandboxInviteDelivery1', [
				{ id: own, admin: 'superadmin' },
				{ id: chatIdOf('966501234567'), admin: null },
				{ id: chatIdOf('966507654321'), admin: null },
			]),
			group('120363000000000002@g.us', 'Neighbours', 'SandboxInviteNeighbour', [
				{ id: chatIdOf('966507654321'), admin: 'superadmin' },
			]),
		],
		chats: {},
		products: [
			{
				id: '7000000000000001',
				name: 'Arabic coffee, 1 kg',
				description: 'With cardamom',
				price: 45,
				currency: 'SAR',
				isHidden: false,
				images: ['https://example.com/coffee.jpg'],
			},
		],
		orders: [
			{
				id: '8000000000000001',
				token: 'sandbox-order',
				products: [{ id: '7000000000000001', name: 'Arabic coffee, 1 kg', price: 45, currency: 'SAR', quantity: 2 }],
				price: { total: 90, currency: 'SAR' },
				creation: FOUNDED_SECONDS,
			},
		],
		profile: { statusText: '', presence: 'unavailable', markOnlineOnConnect: false },
	};
}

const noMarks = (): ChatMarks => ({ pinned: false, archived: false, mutedUntil: 0, markedUnread: false, readUpTo: 0 });

/** The marks of a chat, to read and to change. */
export function marksOf(directory: Directory, chat: string): ChatMarks {
	directory.chats[chat] ??= noMarks();
	return directory.chats[chat];
}

/** The directories of all accounts, each made when it is first looked at. */
export class Directories {
	private readonly byAccount = new Map<string, Directory>();

	of(account: Account): Directory {
		const known = this.byAccount.get(account.id) ?? initialDirectory(account);
		this.byAccount.set(account.id, known);
		return known;
	}

	/** As freshly started. */
	reset(): void {
		this.byAccount.clear();
	}
}
