import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { N8nClient } from '../n8n/client';
import { startN8n, type RunningN8n } from '../n8n/start';
import type { N8nVersion } from '../n8n/versions';
import { freePort } from '../process/freePort';
import { POSTGRES_DATABASE, POSTGRES_USER, startPostgres } from './postgres';
import { queuePrograms } from './programs';
import { startRedis } from './redis';
import type { Service } from './service';

export interface QueueModeOptions {
	version: N8nVersion;
	workerCount: number;
	/** Tarballs of community packages; every process needs them in a folder of its own. */
	packages: readonly string[];
	/** How many executions one worker runs at once. */
	executionsPerWorker?: number;
}

export interface QueueMode {
	/** Of the main process, signed in. */
	client: N8nClient;
	workers: RunningN8n[];
	/** Ends every process and removes their data. */
	stop: () => Promise<void>;
}

/** n8n's own default is 10. */
const EXECUTIONS_PER_WORKER = 5;

const queueEnvironment = (redisPort: number, postgresPort: number): NodeJS.ProcessEnv => ({
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: String(postgresPort),
	DB_POSTGRESDB_DATABASE: POSTGRES_DATABASE,
	DB_POSTGRESDB_USER: POSTGRES_USER,
	EXECUTIONS_MODE: 'queue',
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_PORT: String(redisPort),
	// without it n8n runs what is started from the editor in the main process
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
});

/** Starts Redis, PostgreSQL, one main n8n and its workers, all on 127.0.0.1 with data of their own. */
export async function startQueueMode(options: QueueModeOptions): Promise<QueueMode> {
	const { version, workerCount, packages, executionsPerWorker = EXECUTIONS_PER_WORKER } = options;
	const { redisServer, initdb } = await queuePrograms();
	const folder = await mkdtemp(join(tmpdir(), 'whatsloop-queue-'));
	const services: Service[] = [];
	const processes: RunningN8n[] = [];
	const stop = async () => {
		await Promise.all(processes.splice(0).map((n8n) => n8n.stop()));
		await Promise.all(services.splice(0).map((service) => service.stop()));
		await rm(folder, { recursive: true, force: true });
	};

	try {
		const redis = await startRedis(redisServer, folder);
		services.push(redis);
		const postgres = await startPostgres(initdb, folder);
		services.push(postgres);

		const startProcess = async (name: string, command: string[]) => {
			const n8n = await startN8n({
				version,
				userFolder: join(folder, name),
				packages,
				logFile: join(folder, `${name}.log`),
				extraEnv: {
					...queueEnvironment(redis.port, postgres.port),
					QUEUE_HEALTH_CHECK_PORT: String(await freePort()),
				},
				command,
			});
			processes.push(n8n);
			return n8n;
		};
		// it sets up the database; workers that start meanwhile would try to do the same
		const main = await startProcess('main', ['start']);
		const workers = await startAll(
			Array.from(
				{ length: workerCount },
				(_, index) => () => startProcess(`worker${index + 1}`, ['worker', `--concurrency=${executionsPerWorker}`]),
			),
		);
		await main.client.signIn();
		return { client: main.client, workers, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Starts all at once. If one fails, it waits for the others before the clean-up, so that nothing starts afterwards. */
async function startAll(starts: Array<() => Promise<RunningN8n>>): Promise<RunningN8n[]> {
	const results = await Promise.allSettled(starts.map((start) => start()));
	return results.map((result) => {
		if (result.status === 'rejected') throw result.reason;
		return result.value;
	});
}
