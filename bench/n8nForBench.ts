import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progressPrinter } from '../scripts/cache/progress';
import { buildPackage } from '../scripts/buildPackage';
import { fetchN8n, type FetchedN8n } from '../scripts/n8n/fetch';
import { packPackage } from '../scripts/n8n/pack';
import { startN8n, type RunningN8n } from '../scripts/n8n/start';
import { DEFAULT_N8N_VERSION, type N8nVersion } from '../scripts/n8n/versions';
import { PROJECT_FOLDER } from '../scripts/project';

export const BENCH_N8N_VERSION = DEFAULT_N8N_VERSION;

/** What all measurements need: the packed package and a folder for data and logs. */
export interface Workshop {
	folder: string;
	tarball: string;
	n8n: FetchedN8n;
	/** Starts an n8n in one process, with the package, signed in. */
	startN8n(name: string, extraEnv?: NodeJS.ProcessEnv, version?: N8nVersion): Promise<RunningN8n>;
	/** Removes the folder. */
	close(): Promise<void>;
}

/** Builds and packs the package, and makes a temporary folder. */
export async function openWorkshop(): Promise<Workshop> {
	await buildPackage();
	const n8n = await fetchN8n(BENCH_N8N_VERSION, progressPrinter());
	const folder = await mkdtemp(join(tmpdir(), 'whatsloop-bench-'));
	const { tarball } = await packPackage(PROJECT_FOLDER, folder);
	return {
		folder,
		tarball,
		n8n,
		async startN8n(name, extraEnv, version = BENCH_N8N_VERSION) {
			const running = await startN8n({
				version,
				userFolder: join(folder, name),
				packages: [tarball],
				logFile: join(folder, `${name}.log`),
				extraEnv,
			});
			await running.client.signIn();
			return running;
		},
		close: () => rm(folder, { recursive: true, force: true }),
	};
}
