import { createHash } from 'node:crypto';
import { join } from 'node:path';
import axios, { type AxiosInstance } from 'axios';
import type { FaultInput, RateLimitPolicy, RequestRecord, StoredMessage } from '../sandbox';
import { freePort } from '../scripts/process/freePort';
import { startSupervised } from '../scripts/process/supervised';
import { waitFor } from '../scripts/process/waitFor';
import { PROJECT_FOLDER } from '../scripts/project';

export interface SandboxAccount {
	id: string;
	goBaseUrl: string;
	token: string;
}

/** What WhatsLoop saw of one account. */
export interface AccountRecord {
	messages: StoredMessage[];
	requests: RequestRecord[];
}

/** A latency with this number hits every request. */
export const EVERY_REQUEST = 1e9;

/** The same latency for every request; none for 0. */
export const evenLatency = (latencyMs: number): FaultInput | undefined =>
	latencyMs > 0 ? { kind: 'latency', latencyMs, times: EVERY_REQUEST } : undefined;

/** A token in the form of the documented ones, made from the account's name. */
const tokenOf = (accountId: string) => {
	const hex = createHash('sha256').update(accountId).digest('hex');
	return `${hex.slice(0, 32)}_${hex.slice(0, 40)}`;
};

/**
 * A sandbox in a process of its own: its work must not hold up the n8n that is measured, nor the program that measures.
 * Every measurement gets a fresh account, so none inherits what another has used up or learnt.
 */
export class SandboxProcess {
	private readonly http: AxiosInstance;

	private constructor(
		private readonly url: string,
		readonly stop: () => Promise<void>,
	) {
		this.http = axios.create({ baseURL: `${url}/_sandbox/`, proxy: false });
	}

	/** @param policy null for no limit @param latency a fault that hits every request */
	static async start(
		policy: RateLimitPolicy | null,
		latency: FaultInput | undefined,
		logFile: string,
	): Promise<SandboxProcess> {
		const port = await freePort();
		const command = [
			'--import',
			'tsx',
			join(PROJECT_FOLDER, 'sandbox', 'main.ts'),
			'--port',
			String(port),
			'--plan',
			'none',
		];
		const supervised = startSupervised(process.execPath, command, {
			cwd: PROJECT_FOLDER,
			env: process.env,
			logFile,
		});
		let exitCode: number | undefined;
		void supervised.exited.then((code) => (exitCode = code));
		const sandbox = new SandboxProcess(`http://127.0.0.1:${port}`, async () => await supervised.stop());
		try {
			await waitFor(
				async () => {
					if (exitCode !== undefined) throw new Error(`The sandbox ended with exit code ${exitCode}. Log: ${logFile}`);
					return await sandbox.http.get('settings', { validateStatus: () => true }).then(
						() => true,
						() => false,
					);
				},
				{ timeoutSeconds: 60, what: 'the sandbox to start' },
			);
			if (policy) await sandbox.http.post('policy', policy);
			if (latency) await sandbox.http.post('faults', latency);
		} catch (error) {
			await supervised.stop();
			throw error;
		}
		return sandbox;
	}

	async addAccount(id: string): Promise<SandboxAccount> {
		const token = tokenOf(`${this.url} ${id}`);
		await this.http.post('accounts', { id, contract: 'go', token });
		return { id, goBaseUrl: `${this.url}/api/v1`, token };
	}

	async recordOf({ id }: SandboxAccount): Promise<AccountRecord> {
		const ofAccount = <Row extends { accountId?: string }>(rows: Row[]) =>
			rows.filter(({ accountId }) => accountId === id);
		const messages = ofAccount((await this.http.get<StoredMessage[]>('messages')).data);
		const requests = ofAccount((await this.http.get<RequestRecord[]>('requests')).data);
		return { messages, requests };
	}
}
