import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import axios from 'axios';
import type { Webhook } from './schemas';

/** One event on its way, and what came of each attempt. */
export interface Delivery {
	id: number;
	accountId: string;
	url: string;
	/** The very bytes. */
	body: string;
	headers: Record<string, string>;
	attempts: Array<{ statusCode?: number; error?: string; answer?: string; tookMs: number }>;
	/** `pending` while further attempts may come. */
	state: 'pending' | 'delivered' | 'given up';
}

/** Lower-case hex HMAC-SHA256 of the body. */
export const sign = (body: string | Buffer, secret: string) => createHmac('sha256', secret).update(body).digest('hex');

async function attempt(delivery: Delivery, timeoutMs: number): Promise<boolean> {
	const start = performance.now();
	const took = () => Math.round(performance.now() - start);
	try {
		const { status, data } = await axios.post<string>(delivery.url, Buffer.from(delivery.body), {
			headers: delivery.headers,
			timeout: timeoutMs,
			proxy: false,
			responseType: 'text',
			transformResponse: (text: string) => text,
			validateStatus: () => true,
		});
		delivery.attempts.push({ statusCode: status, answer: data, tookMs: took() });
		return status >= 200 && status < 300;
	} catch (error) {
		delivery.attempts.push({ error: (error as Error).message, tookMs: took() });
		return false;
	}
}

/** Delivers until it is taken, at most as often as the webhook says, with growing waits. Never throws. */
export async function deliver(
	delivery: Delivery,
	{ retries, backOffMs, timeoutMs }: Webhook,
	isStopped: () => boolean,
): Promise<void> {
	for (let count = 0; count <= retries; count++) {
		if (count > 0) await delay(backOffMs * 2 ** (count - 1), undefined, { ref: false });
		if (isStopped()) break;
		if (await attempt(delivery, timeoutMs)) {
			delivery.state = 'delivered';
			return;
		}
	}
	delivery.state = 'given up';
}
