import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPackage } from '../buildPackage';
import { PROJECT_FOLDER } from '../project';
import { packPackage } from './pack';
import type { StartN8nOptions } from './start';
import { DEFAULT_N8N_VERSION } from './versions';

/** Builds and packs the package, and hands what starts an n8n with it to `run`. Its data are removed afterwards. */
export async function withFreshN8n<T>(run: (options: StartN8nOptions) => Promise<T>): Promise<T> {
	await buildPackage();
	const folder = await mkdtemp(join(tmpdir(), 'whatsloop-n8n-'));
	try {
		const { tarball } = await packPackage(PROJECT_FOLDER, folder);
		return await run({
			version: DEFAULT_N8N_VERSION,
			userFolder: join(folder, 'user'),
			packages: [tarball],
			logFile: join(folder, 'n8n.log'),
		});
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
