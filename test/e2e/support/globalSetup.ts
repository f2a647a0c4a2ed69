import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progressPrinter } from '../../../scripts/cache/progress';
import { fetchN8n } from '../../../scripts/n8n/fetch';
import { packPackage } from '../../../scripts/n8n/pack';
import { startN8n, type RunningN8n } from '../../../scripts/n8n/start';
import { e2eN8nVersion } from '../../../scripts/n8n/versions';
import { PROJECT_FOLDER } from '../../../scripts/project';
import { shareN8n } from './shared';

/** How the set-up hands things to the tear-down, which runs in the same process. */
export type E2eGlobals = typeof globalThis & { e2e?: { n8n: RunningN8n; folder: string } };

/** Starts the n8n that all end-to-end tests share, with the package as it would be published. */
export default async function globalSetup(): Promise<void> {
	if (!existsSync(join(PROJECT_FOLDER, 'dist'))) {
		throw new Error('The end-to-end tests run the built package. Build it first: npm run build');
	}
	const version = e2eN8nVersion();
	await fetchN8n(version, progressPrinter());

	const folder = await mkdtemp(join(tmpdir(), 'whatsloop-e2e-'));
	const { tarball } = await packPackage(PROJECT_FOLDER, folder);
	const logFile = join(folder, 'n8n.log');
	const n8n = await startN8n({ version, userFolder: join(folder, 'user'), packages: [tarball], logFile });
	(globalThis as E2eGlobals).e2e = { n8n, folder };
	await n8n.client.signIn();
	shareN8n({ version, url: n8n.url, logFile, session: n8n.client.session, tarball });
}
