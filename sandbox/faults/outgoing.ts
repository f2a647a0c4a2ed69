import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';

/** How an answer reaches the client, or fails to. */
export type Transmission =
	| { kind: 'whole' }
	/** The connection is reset without an answer. */
	| { kind: 'reset' }
	/** Neither an answer nor an end. */
	| { kind: 'never' }
	/** Half the body at once, the rest after a while. */
	| { kind: 'slow'; durationMs: number }
	/** Half the body, then a reset. */
	| { kind: 'aborted' };

export interface Outgoing {
	statusCode: number;
	headers: Record<string, string>;
	body: string;
	transmission: Transmission;
}

/** Whether the client gets to see the status. */
export const isAnswered = ({ transmission }: Outgoing) =>
	transmission.kind !== 'reset' && transmission.kind !== 'never';

/** Sends an answer whole by way of the framework; the broken ways are played on the bare socket. */
export async function transmit(reply: FastifyReply, outgoing: Outgoing): Promise<void> {
	const headers = { 'content-type': 'application/json; charset=utf-8', ...lowerCaseNames(outgoing.headers) };
	const { statusCode, body, transmission } = outgoing;
	if (transmission.kind === 'whole') {
		await reply.code(statusCode).headers(headers).send(body);
		return;
	}
	reply.hijack();
	const response = reply.raw;
	if (transmission.kind === 'never') return;
	if (transmission.kind === 'reset') {
		reset(response);
		return;
	}
	const bytes = Buffer.from(body);
	const half = Math.ceil(bytes.length / 2);
	response.writeHead(statusCode, { ...headers, 'content-length': bytes.length });
	await new Promise<void>((resolve) => void response.write(bytes.subarray(0, half), () => resolve()));
	if (transmission.kind === 'aborted') {
		reset(response);
		return;
	}
	await delay(transmission.durationMs, undefined, { ref: false });
	response.end(bytes.subarray(half));
}

function reset(response: ServerResponse): void {
	response.socket?.resetAndDestroy();
}

const lowerCaseNames = (headers: Record<string, string>) =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
