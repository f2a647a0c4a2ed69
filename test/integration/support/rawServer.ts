import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What a raw server does with a connection after a whole request has arrived. */
export type RawAnswer = (socket: Socket, request: string) => void;

/** Whether a request is there with its whole body. */
function isWhole(request: string): boolean {
	const end = request.indexOf('\r\n\r\n');
	if (end < 0) return false;
	const length = Number(/^content-length: *(\d+)/im.exec(request)?.[1] ?? 0);
	return Buffer.byteLength(request.slice(end + 4)) >= length;
}

/** A server of bytes on loopback, for answers that no HTTP server would give. */
export class RawServer {
	/** The requests that came in whole, in order. */
	readonly requests: string[] = [];
	readonly sockets = new Set<Socket>();
	answer: RawAnswer = (socket) => socket.end();

	private constructor(
		private readonly server: Server,
		readonly url: string,
	) {}

	static async start(): Promise<RawServer> {
		const server = createServer((socket) => started.serve(socket));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const started: RawServer = new RawServer(server, `http://127.0.0.1:${port}`);
		return started;
	}

	/** Closes open connections and forgets earlier requests. */
	reset(answer: RawAnswer): void {
		for (const socket of this.sockets) socket.destroy();
		this.requests.length = 0;
		this.answer = answer;
	}

	async close(): Promise<void> {
		for (const socket of this.sockets) socket.destroy();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private serve(socket: Socket): void {
		this.sockets.add(socket);
		let request = '';
		socket.on('error', () => undefined);
		socket.on('close', () => this.sockets.delete(socket));
		socket.on('data', (bytes) => {
			request += bytes.toString('latin1');
			if (!isWhole(request)) return;
			const whole = request;
			request = '';
			this.requests.push(whole);
			this.answer(socket, whole);
		});
	}
}

/** Writes a text again and again until the connection is closed. */
export function drip(socket: Socket, text: string, everyMs = 50): void {
	const timer = setInterval(() => (socket.writable ? socket.write(text) : clearInterval(timer)), everyMs);
	socket.on('close', () => clearInterval(timer));
}
