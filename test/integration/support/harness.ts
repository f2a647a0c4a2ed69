import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { Engine } from './engine';
import { ScriptedServer } from './scriptedServer';
import { VirtualTime } from './virtualTime';

/** Both contain nothing that n8n or the package would write by itself, so a deep search for them proves something. */
export const TOKEN = 'deadbeef0123456789abcdef00c0ffee_ZyXwVuTsRqPoNmLkJiHgFeDcBa987654321QwErT';
export const SECRET_TEXT = 'Zebra-7 crosses at midnight, bring the violin';

/** Everything a test needs, started once for each file. */
export class Harness {
	private constructor(
		readonly engine: Engine,
		readonly server: ScriptedServer,
		readonly time: VirtualTime,
		private readonly forgetAccounts: () => void,
	) {}

	static async start(): Promise<Harness> {
		const engine = await Engine.load();
		const time = new VirtualTime();
		const { systemClock } = engine.builtModule<{ systemClock: never }>('nodes/WhatsLoop/transport/wait.js');
		time.install(systemClock);
		const { forgetAccounts } = engine.builtModule<{ forgetAccounts: () => void }>(
			'nodes/WhatsLoop/transport/rateLimit/accountQueues.js',
		);
		return new Harness(engine, await ScriptedServer.start(() => time.elapsedMs), time, forgetAccounts);
	}

	reset(): void {
		this.time.reset();
		this.forgetAccounts();
		this.server.answerWith();
	}

	async close(): Promise<void> {
		this.engine.close();
		await this.server.close();
	}

	go(more: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
		return { apiVersion: 'go', baseUrl: this.server.url, apiToken: TOKEN, ...more };
	}

	cloud(more: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
		return this.go({ apiVersion: 'cloud', ...more });
	}
}

export const phone = (value: string) => ({ __rl: true, mode: 'phone', value });

export const chatId = (value: string) => ({ __rl: true, mode: 'chatId', value });

/** Parameters of a text; what is given replaces or adds. */
export const sendText = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'message',
	operation: 'sendText',
	recipient: phone('966501234567'),
	text: 'Hello',
	...more,
	// one after the other, because in virtual time the waits of several items would add up
	delivery: { concurrency: 1, ...(more.delivery as INodeParameters | undefined) },
});

/** Parameters of a call that only reads. */
export const getMessage = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'message',
	operation: 'get',
	recipient: phone('966501234567'),
	messageId: 'BAE5F00D',
	...more,
});

/** As many items as wanted, each with a number and a text of its own. */
export const numberedItems = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ number: index, text: `Text ${index}` }));
