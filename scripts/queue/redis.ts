import { join } from 'node:path';
import { freePort } from '../process/freePort';
import { startSupervised } from '../process/supervised';
import { whenReady, type Service } from './service';

/** Starts a Redis on 127.0.0.1 that keeps nothing on disk. @param folder for its log */
export async function startRedis(redisServer: string, folder: string): Promise<Service> {
	const port = await freePort();
	const logFile = join(folder, 'redis.log');
	const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
	const redis = startSupervised(redisServer, options, { cwd: folder, env: {}, logFile });
	return await whenReady(redis, port, { name: 'Redis', logFile, readyLine: 'Ready to accept connections' });
}
