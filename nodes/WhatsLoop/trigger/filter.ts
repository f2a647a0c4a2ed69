import { phoneOfChatId } from '../input/chatIdentity';
import type { EventName, TriggerEvent } from './normalise/triggerEvent';

/** Which events start a workflow. An undefined list lets everything pass. */
export interface Filters {
	events: Set<EventName>;
	ignoreOwn: boolean;
	ignoreGroups: boolean;
	chats?: Set<string>;
	messageTypes?: Set<string>;
	ackStatuses?: Set<string>;
}

/** Events that take place in a chat: the filters on chats and groups are about these. */
const IN_CHATS = new Set<EventName>(['message', 'chat', 'ack']);

function isAllowedChat({ isGroup, chatId, phone }: TriggerEvent, chats: Set<string>): boolean {
	const written = isGroup ? [chatId] : [chatId, phone];
	return written.some((chat) => {
		if (chat === null) return false;
		const key = phoneOfChatId(chat) ?? chat.toLowerCase().replace(/@g\.us$/, '');
		return chats.has(key);
	});
}

/** Whether an event starts the workflow. Each filter judges only the events that it is about. */
export function passes(event: TriggerEvent, filters: Filters): boolean {
	if (!filters.events.has(event.event)) return false;
	if (event.event === 'message') {
		if (filters.ignoreOwn && event.fromMe) return false;
		if (filters.messageTypes && !filters.messageTypes.has(event.message?.type ?? '')) return false;
	}
	if (event.event === 'ack' && filters.ackStatuses && !filters.ackStatuses.has(event.ack?.status ?? '')) return false;
	if (!IN_CHATS.has(event.event)) return true;
	if (filters.ignoreGroups && event.isGroup) return false;
	return filters.chats === undefined || isAllowedChat(event, filters.chats);
}
