import { request as httpRequest } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Sandbox } from '../../../../sandbox';
import type { Address, Fault } from './faults';
import { scaledMs, scaledNow } from './scaledTime';
import { UNTRUSTED_CERTIFICATE } from './untrustedCertificate';

/** One request, as the server saw it. */
export interface SeenRequest {
	/** Scaled time of its arrival. */
	atMs: number;
	/** The item that it is for; undefined for a look into a chat. */
	item: number | undefined;
	/** Whether it met the fault. */
	isFaulty: boolean;
}

/** A wait that the server asked for. */
export interface ToldWait {
	/** Scaled time at which the server had answered. */
	fromMs: number;
	untilMs: number;
	/** How many requests had arrived by then. */
	requestsBefore: number;
}

/** What the server does in a run. */
export interface Plan {
	fault: Fault;
	faultAt: number;
	/** The item of a request, by its path and body; undefined for a look into a chat. */
	itemOf: (head: string, body: string) => number | undefined;
	/** A failure that repeats private texts. */
	echo: string;
	/** Answer of a server that acted, for requests that the sandbox does not get. */
	success: string;
}

interface WholeRequest {
	head: string;
	body: Buffer;
}

/** A whole request at the beginning of some bytes. */
function wholeRequest(bytes: Buffer): (WholeRequest & { length: number }) | undefined {
	const end = bytes.indexOf('\r\n\r\n');
	if (end < 0) return undefined;
	const head = bytes.toString('latin1', 0, end + 4);
	const length = end + 4 + Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
	return bytes.length < length ? undefined : { head, body: bytes.subarray(end + 4, length), length };
}

/** The paths of a run start with this, which gives each run its own account. */
const RUN_PREFIX = /^(\S+ )\/run\d+/;

/** A server in front of a sandbox. It plays faults on bare connections, and passes all other requests to the sandbox. */
export class FrontServer {
	readonly requests: SeenRequest[] = [];
	readonly told: ToldWait[] = [];
	private readonly sockets = new Set<Socket>();
	private plan: Plan | undefined;
	private hasPlayed = false;
	private runs = 0;

	private constructor(
		private readonly sandbox: Sandbox,
		private readonly servers: Record<'plain' | 'tls' | 'reset' | 'closed' | 'silent', Server>,
	) {}

	static async start(sandbox: Sandbox): Promise<FrontServer> {
		const serve = (socket: Socket) => front.serve(socket);
		const after = (act: (socket: Socket) => void) =>
			createServer((socket) => {
				front.keep(socket);
				socket.once('data', () => act(socket));
			});
		const servers = {
			plain: createServer(serve),
			tls: createTlsServer(UNTRUSTED_CERTIFICATE, serve),
			reset: after((socket) => socket.resetAndDestroy()),
			closed: after((socket) => socket.end()),
			silent: after(() => undefined),
		};
		servers.tls.on('connection', (socket: Socket) => front.keep(socket));
		const front: FrontServer = new FrontServer(sandbox, servers);
		for (const server of Object.values(servers))
			await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return front;
	}

	/** Closes open connections, forgets earlier requests, and takes a new plan. @returns path of the run */
	begin(plan: Plan): string {
		this.closeConnections();
		this.requests.length = 0;
		this.told.length = 0;
		this.plan = plan;
		this.hasPlayed = false;
		return `/run${++this.runs}`;
	}

	/** The address for a run, without path. */
	async addressOf(address: Address | undefined): Promise<string> {
		const port = (name: keyof FrontServer['servers']) => (this.servers[name].address() as AddressInfo).port;
		switch (address) {
			case undefined:
				return `http://127.0.0.1:${port('plain')}`;
			case 'closedPort':
				return `http://127.0.0.1:${await closedPort()}`;
			case 'unknownHost':
				return 'https://whatsloop.invalid';
			case 'untrustedCertificate':
				return `https://127.0.0.1:${port('tls')}`;
			case 'plainServerOnHttps':
				return `https://127.0.0.1:${port('plain')}`;
			case 'resetInHandshake':
				return `https://127.0.0.1:${port('reset')}`;
			case 'closedInHandshake':
				return `https://127.0.0.1:${port('closed')}`;
			case 'silentHandshake':
				return `https://127.0.0.1:${port('silent')}`;
		}
	}

	async close(): Promise<void> {
		this.closeConnections();
		for (const server of Object.values(this.servers)) await new Promise((resolve) => server.close(resolve));
	}

	private closeConnections(): void {
		for (const socket of this.sockets) socket.destroy();
	}

	private keep(socket: Socket): void {
		this.sockets.add(socket);
		socket.on('error', () => undefined);
		socket.on('close', () => this.sockets.delete(socket));
	}

	private serve(socket: Socket): void {
		this.keep(socket);
		let bytes: Buffer = Buffer.alloc(0);
		let upstream: Socket | undefined;
		socket.on('data', (more) => {
			bytes = Buffer.concat([bytes, more]);
			const request = wholeRequest(bytes);
			if (request === undefined) return;
			bytes = bytes.subarray(request.length);
			const head = request.head.replace(RUN_PREFIX, '$1');
			const seen = this.note(head, request.body);
			if (seen.isFaulty && this.plan?.fault.play) {
				void this.play(socket, { head, body: request.body });
				return;
			}
			upstream ??= this.openUpstream(socket);
			upstream.write(head, 'latin1');
			upstream.write(request.body);
		});
	}

	private note(head: string, body: Buffer): SeenRequest {
		const { fault, faultAt, itemOf } = this.plan!;
		const item = itemOf(head, body.toString('utf8'));
		const isHit = fault.persists ? this.hasPlayed || item === faultAt : item === faultAt && !this.hasPlayed;
		const seen = { atMs: scaledMs(), item, isFaulty: isHit };
		if (isHit) this.hasPlayed = true;
		this.requests.push(seen);
		return seen;
	}

	private noteTold(): void {
		const { toldMs } = this.plan!.fault;
		if (toldMs === undefined) return;
		const fromMs = scaledMs();
		this.told.push({ fromMs, untilMs: fromMs + toldMs, requestsBefore: this.requests.length });
	}

	private get dateHeader(): string {
		return new Date(scaledNow() + (this.plan?.fault.clockOffsetMs ?? 0)).toUTCString();
	}

	/** A connection to the sandbox. Its answers are passed on unchanged, except for the date. */
	private openUpstream(socket: Socket): Socket {
		const upstream = connect(Number(new URL(this.sandbox.url).port), '127.0.0.1');
		const hasSandboxFault = this.plan?.fault.sandbox !== undefined;
		upstream.on('data', (chunk) => {
			const text = chunk.toString('latin1').replace(/^(date: ).*$/im, `$1${this.dateHeader}`);
			if (hasSandboxFault && /^HTTP\/1.1 (429|503)/.test(text)) this.noteTold();
			socket.write(text, 'latin1');
		});
		upstream.on('end', () => socket.end());
		upstream.on('error', () => socket.resetAndDestroy());
		socket.on('close', () => upstream.destroy());
		return upstream;
	}

	private async play(socket: Socket, request: WholeRequest): Promise<void> {
		const { fault, echo, success } = this.plan!;
		const acted = fault.acts ? await this.letActOn(request) : success;
		if (socket.destroyed) return;
		this.noteTold();
		fault.play?.(socket, { success: acted, echo, clockOffsetMs: fault.clockOffsetMs ?? 0 });
	}

	/** Lets the sandbox act on a request. @returns the body of its answer */
	private async letActOn({ head, body }: WholeRequest): Promise<string> {
		const [first, ...lines] = head.trim().split('\r\n');
		const [method, path] = first.split(' ');
		const headers = Object.fromEntries(
			lines.map((line) => [line.split(':', 1)[0], line.slice(line.indexOf(':') + 1).trim()]),
		);
		return await new Promise((resolve, reject) => {
			const outgoing = httpRequest(`${this.sandbox.url}${path}`, { method, headers, agent: false }, (answer) => {
				let text = '';
				answer.setEncoding('utf8');
				answer.on('data', (chunk: string) => (text += chunk));
				answer.on('end', () => resolve(text));
			});
			outgoing.on('error', reject);
			outgoing.end(body);
		});
	}
}

/** A port where nobody listens. */
async function closedPort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
