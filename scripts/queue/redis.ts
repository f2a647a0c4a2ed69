import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../process/freePort';
import { startSupervised } from '../process/supervised';
import { waitFor } from '../process/waitFor';
import type { Service } from './service';

/** Starts a Redis on 127.0.0.1 that keeps nothing on disk. @param folder for its log */
export async function startRedis(redisServer: string, folder: string): Promise<Service> {
	const port = await freePort();
	const logFile = join(folder, 'redis.log');
	const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
	const redis = startSupervised(redisServer, options, { cwd: folder, env: {}, logFile });
	try {
		await waitFor(async () => (await readFile(logFile, 'utf8')).includes('Ready to accept connections'), {
			timeoutSeconds: 30,
			what: `Redis to start (log: ${logFile})`,
		});
	} catch (error) {
		await redis.stop();
		throw error;
	}
	return { port, stop: () => redis.stop() };
}
