import type { OperationTable } from '../contract';
import { get, post } from './variant';

const onChat = (path: string) => [post(path, { phone: 'recipient' })];

export const chatOperations: OperationTable = {
	'chat.getAll': [get('chat/list')],
	'chat.getMessages': [
		get('chat/conversation', {
			phone: 'recipient',
			limit: 'limit',
			cursorId: 'cursorId',
			// the only client that was seen sends 1; PHP reads the text "false" as true
			cursorFromMe: { value: 'cursorFromMe', as: (isOwn: boolean) => (isOwn ? 1 : 0) },
		}),
	],
	'chat.markRead': onChat('chat/read'),
	'chat.markUnread': onChat('chat/unread'),
	'chat.archive': onChat('chat/archive'),
	'chat.unarchive': onChat('chat/unarchive'),
	'chat.pin': onChat('chat/pin'),
	'chat.unpin': onChat('chat/unpin'),
	'chat.mute': [post('chat/mute', { phone: 'recipient', duration: 'duration' })],
	'chat.unmute': onChat('chat/unmute'),
	'chat.sendPresence': [
		post('chat/typing', { chat: 'recipient' }, { label: 'typing', when: { presence: 'typing' } }),
		post('chat/recording', { chat: 'recipient' }, { label: 'recording', when: { presence: 'recording' } }),
	],
};
