import { get, post, row, type RequestRow } from './row';
import { PHONE, toPerson } from './samples';

const change = (operation: string, path: string): RequestRow =>
	row(`chat.${operation}`, 'with a person', toPerson(), { go: post(path, { phone: PHONE }) });

export const chatRequests: RequestRow[] = [
	row('chat.getAll', 'the usual number', {}, { go: get('chat/list') }),
	row('chat.getMessages', 'the latest', toPerson({ limit: 1 }), {
		go: get('chat/conversation', { phone: PHONE, limit: 1 }),
	}),
	change('markUnread', 'chat/unread'),
	change('markRead', 'chat/read'),
	change('archive', 'chat/archive'),
	change('unarchive', 'chat/unarchive'),
	change('pin', 'chat/pin'),
	change('unpin', 'chat/unpin'),
	row('chat.mute', 'for a minute', toPerson({ duration: 60 }), {
		go: post('chat/mute', { phone: PHONE, duration: 60 }),
	}),
	change('unmute', 'chat/unmute'),
	row('chat.sendPresence', 'typing', toPerson(), { go: post('chat/typing', { chat: PHONE }) }),
	row('chat.sendPresence', 'recording', toPerson({ presence: 'recording' }), {
		go: post('chat/recording', { chat: PHONE }),
	}),
];
