import type { IWebhookFunctions } from 'n8n-workflow';
import { buildRequest, type ApiCall } from '../contracts/buildRequest';
import type { Contract } from '../contracts/contract';
import { chatIdentity } from '../input/chatIdentity';
import type { Account } from '../transport/account';
import { DEFAULT_SETTINGS, requestWhatsLoop } from '../transport/request';
import type { TriggerEvent } from './normalise/triggerEvent';

/** Each chat costs a request of the account's rate limit. A real delivery has one chat, or a few after an outage. */
export const MAX_CHATS_PER_DELIVERY = 20;

/** Marks of all triggers in this process that may wait in the account's queue. More would delay its messages. */
export const MAX_PENDING = 100;

let pending = 0;

/** @throws InputError where the API has no such request */
export function markReadCall(contract: Contract, recipient: string): ApiCall {
	return buildRequest(contract, { id: 'chat.markRead', name: 'Mark as Read', labels: {} }, { recipient });
}

/** The chat to answer to: the group, or the person. */
const recipientOf = ({ isGroup, chatId, phone }: TriggerEvent): string | null => (isGroup ? chatId : (phone ?? chatId));

/** The chats of messages from others, each once, however its ID is written. */
export function chatsToMark(events: TriggerEvent[]): string[] {
	const chats = new Map<string, string>();
	for (const event of events) {
		const recipient = event.event === 'message' && !event.fromMe ? recipientOf(event) : null;
		if (recipient !== null && !chats.has(chatIdentity(recipient))) chats.set(chatIdentity(recipient), recipient);
	}
	return [...chats.values()];
}

async function markChat(context: IWebhookFunctions, account: Account, recipient: string): Promise<void> {
	try {
		const call = markReadCall(account.contract, recipient);
		await requestWhatsLoop(context, { call, kind: 'change', account, settings: DEFAULT_SETTINGS });
	} catch (error) {
		context.logger.warn(`WhatsLoop Trigger: could not mark a chat as read. ${(error as Error).message}`);
	}
}

/** Marks chats as read, one by one. A failure is only logged, because the event matters more than the mark. */
export async function markRead(context: IWebhookFunctions, account: Account, events: TriggerEvent[]): Promise<void> {
	const chats = chatsToMark(events);
	const taken = chats.slice(0, Math.min(MAX_CHATS_PER_DELIVERY, MAX_PENDING - pending));
	if (taken.length < chats.length) {
		context.logger.warn(
			`WhatsLoop Trigger: ${chats.length - taken.length} of ${chats.length} chats were not marked as read, because too many came at once`,
		);
	}
	pending += taken.length;
	for (const recipient of taken) {
		await markChat(context, account, recipient);
		pending--;
	}
}
