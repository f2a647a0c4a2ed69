import axios, { type AxiosResponse, type Method } from 'axios';
import type { Sandbox } from '../../../sandbox';

export const PHONE = '966501234567';

/** The answer of either API, as far as tests read it. `Data` is what the endpoint returns. */
export interface Answer<Data = unknown> {
	success?: boolean;
	Status?: number;
	Message?: string;
	errors?: unknown;
	data: Data;
}

export type Reply<Data = unknown> = AxiosResponse<Answer<Data>>;

/** A message as the go contract answers it. */
export interface GoMessage {
	key: { id: string; fromMe: boolean };
	message: { conversation: string };
	messageTimestamp: string;
	status: string;
}

/** A request to one of the APIs, which accepts any status. It has the token of the contract by default. */
export async function call<Data = unknown>(
	sandbox: Sandbox,
	contract: 'go' | 'cloud',
	method: Method,
	path: string,
	fields?: unknown,
	headers: Record<string, string> = {},
): Promise<Reply<Data>> {
	const { baseUrl, token } = sandbox.addresses[contract];
	return await axios.request({
		method,
		url: `${baseUrl}/${path}`,
		...(method === 'GET' ? { params: fields } : { data: fields }),
		headers: { authorization: `Bearer ${token}`, ...headers },
		validateStatus: () => true,
		proxy: false,
	});
}

export const go = async <Data = unknown>(sandbox: Sandbox, path: string, fields: unknown = {}) =>
	await call<Data>(sandbox, 'go', 'POST', path, fields);

export const cloud = async <Data = unknown>(sandbox: Sandbox, path: string, fields: unknown = {}) =>
	await call<Data>(sandbox, 'cloud', 'POST', path, fields);

/** A text that every sandbox accepts. */
export const sendText = async (sandbox: Sandbox, text = 'hello') =>
	await go<GoMessage>(sandbox, 'message/send', { phone: PHONE, body: text });

/** Waits for a condition and checks it often. Fails after the deadline. */
export async function until(condition: () => boolean, deadlineMs = 5000): Promise<void> {
	const end = Date.now() + deadlineMs;
	while (!condition()) {
		if (Date.now() > end) throw new Error(`Not within ${deadlineMs} ms: ${condition.toString()}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

/** The code of the error that a request ends with. */
export async function errorCode(request: Promise<unknown>): Promise<string | undefined> {
	return await request.then(
		() => undefined,
		(error: { code?: string }) => error.code,
	);
}
