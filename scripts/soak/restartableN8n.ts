import { setTimeout as delay } from 'node:timers/promises';
import type { N8nClient } from '../n8n/client';
import { startN8n, type RunningN8n, type StartN8nOptions } from '../n8n/start';

/** An n8n that can be killed, and starts again at the same address with the same data. */
export class RestartableN8n {
	/** When it was killed; `performance.now()`. */
	readonly killsAtMs: number[] = [];
	private running: Promise<RunningN8n>;

	private constructor(
		private readonly options: StartN8nOptions,
		first: RunningN8n,
	) {
		this.running = Promise.resolve(first);
	}

	/** @param options with a port, so that addresses of webhooks stay the same */
	static async start(options: StartN8nOptions & { port: number }): Promise<RestartableN8n> {
		const first = await startN8n(options);
		await first.client.signIn();
		// later starts find the package in the user folder
		return new RestartableN8n({ ...options, packages: [] }, first);
	}

	/** Of the n8n that runs, or of the next one while none does. */
	async client(): Promise<N8nClient> {
		return (await this.running).client;
	}

	get version(): string {
		return this.options.version;
	}

	/** As a power failure would (kill -9); starts it again after a while. */
	async killAndStart(downMs: number): Promise<void> {
		const before = await this.running;
		this.running = this.killed(before, downMs);
		await this.running;
	}

	private async killed(before: RunningN8n, downMs: number): Promise<RunningN8n> {
		this.killsAtMs.push(performance.now());
		await before.kill();
		await delay(downMs);
		const after = await startN8n(this.options);
		// n8n allows only a few sign-ins a minute
		after.client.resume(before.client.session);
		return after;
	}

	async stop(): Promise<void> {
		await (await this.running).stop();
	}
}
