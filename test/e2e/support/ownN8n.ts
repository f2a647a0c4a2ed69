import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startN8n, type RunningN8n, type StartN8nOptions } from '../../../scripts/n8n/start';
import { e2eN8nVersion } from '../../../scripts/n8n/versions';
import { readSharedN8n } from './shared';

/**
 * Starts an n8n for one test file alone, with the package installed and the client signed in. It is for another
 * version, another environment, or a test that stops n8n. Give a `userFolder` to start twice with the same data. A start
 * takes about twenty seconds, so use the shared n8n where possible.
 */
export async function startOwnN8n(options: Partial<StartN8nOptions> = {}): Promise<RunningN8n> {
	const folder = await mkdtemp(join(tmpdir(), 'whatsloop-e2e-own-'));
	const n8n = await startN8n({
		version: e2eN8nVersion(),
		userFolder: join(folder, 'user'),
		packages: [readSharedN8n().tarball],
		logFile: join(folder, 'n8n.log'),
		...options,
	});
	await n8n.client.signIn();
	return {
		...n8n,
		async stop() {
			await n8n.stop();
			await rm(folder, { recursive: true, force: true });
		},
	};
}
