import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Socket } from 'node:net';

export interface SeenRequest {
	method: string;
	/** Path without the query. */
	path: string;
	query: Record<string, string>;
	headers: IncomingMessage['headers'];
	/** The parsed JSON, or the text itself if it is not JSON. */
	body: unknown;
	rawBody: string;
	/** Milliseconds of virtual time. */
	atMs: number;
}

/** What the server does with one request. */
export interface Answer {
	status?: number;
	headers?: Record<string, string | string[]>;
	/** An object is sent as JSON, a text unchanged. */
	body?: unknown;
	/** Instead of an answer: close the connection, or never answer. */
	instead?: 'reset' | 'silence';
	/** Called when the request has arrived. */
	onArrival?: () => void;
}

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
};

/** A go-like success. */
export const accepted = (id = 'BAE5F00D'): Answer => ({
	body: {
		success: true,
		message: 'sent',
		data: {
			key: { remoteJid: '966501234567@c.us', fromMe: true, id },
			messageTimestamp: '1700000000',
			status: 'SUCCESS',
		},
	},
});

export const refused = (
	status: number,
	headers: Record<string, string | string[]> = {},
	message = `status ${status}`,
): Answer => ({
	status,
	headers,
	body: { success: false, message },
});

/** A server on loopback that gives the next answer of its script to each request, then the last one again and again. */
export class ScriptedServer {
	readonly requests: SeenRequest[] = [];
	private script: Answer[] = [accepted()];
	private readonly sockets = new Set<Socket>();

	private constructor(
		private readonly server: Server,
		readonly url: string,
		private readonly nowMs: () => number,
	) {}

	static async start(nowMs: () => number = () => 0): Promise<ScriptedServer> {
		const server = createServer((request, response) => void started.handle(request, response));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const started: ScriptedServer = new ScriptedServer(server, `http://127.0.0.1:${port}`, nowMs);
		server.on('connection', (socket) => {
			started.sockets.add(socket);
			socket.on('close', () => started.sockets.delete(socket));
		});
		return started;
	}

	/** Forgets earlier requests and starts a new script. */
	answerWith(...script: Answer[]): void {
		this.requests.length = 0;
		this.script = script.length > 0 ? script : [accepted()];
	}

	/** Virtual time between each request and the one before. */
	get gapsMs(): number[] {
		return this.requests.slice(1).map(({ atMs }, index) => atMs - this.requests[index].atMs);
	}

	/** Requests that send or change something. After an uncertain send the node also reads the chat. */
	get changes(): SeenRequest[] {
		return this.requests.filter(({ method }) => method !== 'GET');
	}

	get bodies(): unknown[] {
		return this.requests.map(({ body }) => body);
	}

	async close(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const atMs = this.nowMs();
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const rawBody = Buffer.concat(chunks).toString('utf8');
		const url = new URL(request.url ?? '/', this.url);
		this.requests.push({
			method: request.method ?? '',
			path: url.pathname,
			query: Object.fromEntries(url.searchParams),
			headers: request.headers,
			body: parse(rawBody),
			rawBody,
			atMs,
		});
		const answer = this.script[Math.min(this.requests.length, this.script.length) - 1];
		answer.onArrival?.();
		if (answer.instead === 'silence') return;
		if (answer.instead === 'reset') {
			request.socket.resetAndDestroy();
			return;
		}
		const isText = typeof answer.body === 'string';
		const headers = { 'content-type': isText ? 'text/html' : 'application/json', ...answer.headers };
		response.writeHead(answer.status ?? 200, headers);
		response.end(isText ? (answer.body as string) : JSON.stringify(answer.body ?? {}));
	}
}
