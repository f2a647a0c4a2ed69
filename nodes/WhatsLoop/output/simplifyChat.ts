import type { IDataObject } from 'n8n-workflow';
import { asBoolean, firstOf, simplified } from './firstOf';
import { isGroupId } from '../input/chatIdentity';
import { isoFromEpoch } from './timestamps';

const ID_PATHS = ['id._serialized', 'id', 'jid', 'chatId', 'remoteJid', 'phone'];
const MUTED_UNTIL_PATHS = ['mute', 'muteEndTime', 'muteExpiration', 'mutedUntil'];

/** WhatsApp clients store the time of pinning (a number). Others store yes or no. 0 and null mean no. */
const isSet = (value: unknown): boolean | undefined => {
	if (value === undefined) return undefined;
	return Number(value) > 0 || asBoolean(value) === true;
};

/** The fields of a chat that workflows use. A field that is missing in the answer is left out. */
export function simplifyChat(record: IDataObject): IDataObject {
	const chatId = firstOf(record, ID_PATHS);
	const unread = firstOf(record, ['unreadCount', 'unread', 'count']);
	return simplified(record, {
		chatId,
		name: firstOf(record, ['name', 'subject', 'pushName', 'notify', 'title']),
		isGroup: typeof chatId === 'string' ? isGroupId(chatId) : undefined,
		unreadCount: unread === undefined ? undefined : Number(unread),
		pinned: isSet(firstOf(record, ['pinned', 'pin', 'isPinned'])),
		archived: isSet(firstOf(record, ['archived', 'archive', 'isArchived'])),
		mutedUntil: isoFromEpoch(firstOf(record, MUTED_UNTIL_PATHS)),
		lastMessageAt: isoFromEpoch(
			firstOf(record, [
				'conversationTimestamp',
				'lastMessageTimestamp',
				'lastMessage.messageTimestamp',
				't',
				'timestamp',
			]),
		),
	});
}
