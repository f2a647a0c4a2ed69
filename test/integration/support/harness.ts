import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { Engine } from './engine';
import { ScriptedServer } from './scriptedServer';
import { VirtualTime } from '../../support/virtualTime';

/** n8n and the package never write these two by themselves, so a search can prove that they are not repeated. */
export const TOKEN = 'deadbeef0123456789abcdef00c0ffee_ZyXwVuTsRqPoNmLkJiHgFeDcBa987654321QwErT';
export const SECRET_TEXT = 'Zebra-7 crosses at midnight, bring the violin';

/** The engine, the server and the clock of a test file, started once. */
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

/** The parameters of a text. The given ones replace or add to them. */
export const sendText = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'message',
	operation: 'sendText',
	recipient: phone('966501234567'),
	text: 'Hello',
	...more,
	// one item after the other, because the waits of several items would add up in virtual time
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

/** This many items, each with its own number and text. */
export const numberedItems = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ number: index, text: `Text ${index}` }));
