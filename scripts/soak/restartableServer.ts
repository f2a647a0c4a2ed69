import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '../process/freePort';

/**
 * Stands before a server and lets it restart as a client sees it: connections break, new ones are refused, and after a while
 * it is there again with everything it knew (a real service keeps its messages in a database).
 */
export class RestartableServer {
	private server: Server | undefined;
	private readonly sockets = new Set<Socket>();

	private constructor(
		readonly port: number,
		private readonly targetPort: number,
	) {}

	static async before(targetPort: number): Promise<RestartableServer> {
		const server = new RestartableServer(await freePort(), targetPort);
		await server.start();
		return server;
	}

	async start(): Promise<void> {
		const server = createServer((incoming) => {
			const outgoing = connect(this.targetPort, '127.0.0.1');
			for (const [socket, other] of [
				[incoming, outgoing],
				[outgoing, incoming],
			]) {
				this.sockets.add(socket);
				socket.on('error', () => undefined);
				socket.once('close', () => {
					this.sockets.delete(socket);
					other.destroy();
				});
				socket.pipe(other);
			}
		});
		this.server = server;
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(this.port, '127.0.0.1', resolve);
		});
	}

	/** Breaks all connections at once. What arrived before is processed all the same. */
	async stop(): Promise<void> {
		const { server } = this;
		if (!server) return;
		this.server = undefined;
		const closed = new Promise((resolve) => server.close(resolve));
		for (const socket of this.sockets) socket.resetAndDestroy();
		await closed;
	}
}
