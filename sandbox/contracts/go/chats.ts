import type { Account } from '../../state/account';
import { marksOf, type ChatMarks, type Directory } from '../../state/directory';
import { chatIdOf, type StoredMessage } from '../../state/message';
import type { SandboxState } from '../../state/sandboxState';
import type { Endpoint } from '../endpoint';
import { oneOrZero, optional, recipient, required, text, wholeNumber } from '../fields';
import { goRecord, ok, updated } from './answers';

const DEFAULT_PAGE = 25;
/** The pages are small, so that a test notices a client that does not page. */
export const MAX_PAGE = 50;

/** The account's messages that can be seen, in the order of acceptance. */
export function visibleMessages(state: SandboxState, account: Account, chat?: string): StoredMessage[] {
	const now = Date.now();
	return state.messages.filter(
		(message) =>
			message.accountId === account.id &&
			!message.deleted &&
			(chat === undefined || message.chat === chat) &&
			(message.expiresAt === undefined || Date.parse(message.expiresAt) > now),
	);
}

const seconds = (message: StoredMessage) => Math.floor(Date.parse(message.timestamp) / 1000);

function nameOf(directory: Directory, chat: string): string {
	const group = directory.groups.find(({ id }) => id === chat);
	const contact = directory.contacts.find(({ phone }) => chatIdOf(phone) === chat);
	return group?.subject ?? contact?.name ?? '';
}

function chatRecord(directory: Directory, chat: string, messages: StoredMessage[]) {
	const marks = marksOf(directory, chat);
	const unread = messages.filter(({ fromMe, sequence }) => !fromMe && sequence > marks.readUpTo).length;
	const last = messages.at(-1);
	return {
		id: chat,
		name: nameOf(directory, chat),
		unreadCount: marks.markedUnread ? Math.max(1, unread) : unread,
		pinned: marks.pinned,
		archived: marks.archived,
		muteEndTime: marks.mutedUntil,
		...(last && { conversationTimestamp: seconds(last) }),
	};
}

function chatList(state: SandboxState, account: Account) {
	const directory = state.directories.of(account);
	const byChat = new Map<string, StoredMessage[]>(Object.keys(directory.chats).map((chat) => [chat, []]));
	for (const message of visibleMessages(state, account)) {
		const list = byChat.get(message.chat) ?? [];
		list.push(message);
		byChat.set(message.chat, list);
	}
	return [...byChat].map(([chat, messages]) => chatRecord(directory, chat, messages));
}

/** A row for an endpoint that changes the marks of the chat in `field`. */
const mark = (
	path: string,
	change: (marks: ChatMarks, call: Parameters<Endpoint['apply']>[0]) => void,
	field = 'phone',
	more: Endpoint['fields'] = {},
): Endpoint => ({
	method: 'POST',
	path,
	fields: { [field]: required(recipient), ...more },
	apply(call) {
		const chat = chatIdOf(call.fields.text(field));
		change(marksOf(call.state.directories.of(call.account), chat), call);
		return updated('The chat has been successfully updated.');
	},
});

/** Chats and what an account does with them. */
export const chats: Endpoint[] = [
	{
		method: 'GET',
		path: 'chat/list',
		fields: {},
		apply: ({ state, account }) => ok('The chats have been successfully fetched.', chatList(state, account)),
	},
	{
		method: 'GET',
		path: 'chat/conversation',
		fields: {
			phone: required(recipient),
			limit: optional(wholeNumber(1)),
			cursorId: optional(text()),
			// the only client that was seen sends 1
			cursorFromMe: optional(oneOrZero),
		},
		apply({ state, account, fields }) {
			const all = visibleMessages(state, account, chatIdOf(fields.text('phone')));
			const cursor = fields.optionalText('cursorId');
			const fromMe = fields.text('cursorFromMe') === '1';
			const found = all.findIndex((message) => message.id === cursor && message.fromMe === fromMe);
			const end = cursor === undefined ? all.length : Math.max(0, found);
			const limit = Math.min(fields.optionalNumber('limit') ?? DEFAULT_PAGE, MAX_PAGE);
			const page = all.slice(Math.max(0, end - limit), end);
			return ok('The messages have been successfully fetched.', page.map(goRecord));
		},
	},
	mark('chat/read', (marks, { state }) => {
		marks.markedUnread = false;
		marks.readUpTo = state.messages.length;
	}),
	mark('chat/unread', (marks) => (marks.markedUnread = true)),
	mark('chat/archive', (marks) => (marks.archived = true)),
	mark('chat/unarchive', (marks) => (marks.archived = false)),
	mark('chat/pin', (marks) => (marks.pinned = true)),
	mark('chat/unpin', (marks) => (marks.pinned = false)),
	mark(
		'chat/mute',
		(marks, { fields }) => (marks.mutedUntil = Math.floor(Date.now() / 1000) + fields.number('duration')),
		'phone',
		{ duration: required(wholeNumber(1)) },
	),
	mark('chat/unmute', (marks) => (marks.mutedUntil = 0)),
	mark('chat/typing', (marks) => (marks.presence = 'typing'), 'chat'),
	mark('chat/recording', (marks) => (marks.presence = 'recording'), 'chat'),
];
