import type { IWebhookFunctions } from 'n8n-workflow';
import { buildRequest, type ApiCall } from '../contracts/buildRequest';
import type { Contract } from '../contracts/contract';
import type { Account } from '../transport/account';
import { DEFAULT_SETTINGS, requestWhatsLoop } from '../transport/request';
import type { TriggerEvent } from './normalise/triggerEvent';

/** @throws InputError where the API has no such request */
export function markReadCall(contract: Contract, recipient: string): ApiCall {
	return buildRequest(contract, { id: 'chat.markRead', name: 'Mark as Read', labels: {} }, { recipient });
}

/** Whom to answer to: the group, or the person. */
const recipientOf = ({ isGroup, chatId, phone }: TriggerEvent): string | null => (isGroup ? chatId : (phone ?? chatId));

/** The chats of messages from others, each once. */
export function chatsToMark(events: TriggerEvent[]): string[] {
	const incoming = events.filter(({ event, fromMe }) => event === 'message' && !fromMe);
	return [...new Set(incoming.map(recipientOf).filter((recipient) => recipient !== null))];
}

/** Marks chats as read, one by one. A failure is logged and no more: the event matters, the tick does not. */
export async function markRead(context: IWebhookFunctions, account: Account, events: TriggerEvent[]): Promise<void> {
	for (const recipient of chatsToMark(events)) {
		try {
			const call = markReadCall(account.contract, recipient);
			await requestWhatsLoop(context, { call, kind: 'change', account, settings: DEFAULT_SETTINGS });
		} catch (error) {
			context.logger.warn(`WhatsLoop Trigger: could not mark a chat as read. ${(error as Error).message}`);
		}
	}
}
