import { sign } from '../../../sandbox';
import type { N8nClient } from '../../../scripts/n8n/client';
import type { WebhookAnswer } from '../../../scripts/n8n/clientTypes';
import type { TriggerWorkflow } from './triggerWorkflow';

export const SECRET = 'the-secret-of-the-webhook';

/** An event about a text message, in the shape of the provider's engine. */
export const textEvent = (id: string, text = 'hello') => ({
	event: 'message-new',
	messages: { id, body: text, type: 'chat', fromMe: 'false', chatId: '966501234567@c.us', time: 1787429683 },
});

export const signed = (body: string) => ({ 'x-webhook-signature': sign(body, SECRET) });

/** Calls a trigger's production URL as WhatsLoop would. */
export async function callTrigger(
	client: N8nClient,
	{ path }: TriggerWorkflow,
	body: string | Buffer,
	headers: Record<string, string> = {},
	query?: Record<string, string>,
): Promise<WebhookAnswer> {
	return await client.callWebhook(path, { body, headers, query });
}
