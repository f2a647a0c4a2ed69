import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startSupervised } from '../process/supervised';
import { cacheFolder } from './folder';
import { isAlive, withLock } from './lock';
import type { OnProgress } from './progress';

/** Written last; a folder without it is the remainder of something that went wrong. */
const COMPLETE_MARKER = 'complete';
const TICK_SECONDS = 1;

/** Handed to the steps of an installation. */
export interface Installation {
	/** Folder to fill; it gets its final name only when all steps are done, so nothing in it may hold its path. */
	directory: string;
	/** Runs a command in `directory`; its output goes to the log. Throws, naming the log, when it fails. */
	run: (stage: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd?: string) => Promise<void>;
}

const partialName = (name: string, pid: number) => `${name}.partial-${pid}`;

/** Removes what killed installations left behind. */
async function removeRemainders(folder: string, name: string): Promise<void> {
	const prefix = partialName(name, 0).slice(0, -1);
	for (const entry of await readdir(folder)) {
		if (!entry.startsWith(prefix)) continue;
		const owner = Number(entry.slice(prefix.length));
		if (owner === process.pid || !isAlive(owner)) await rm(join(folder, entry), { recursive: true, force: true });
	}
}

/**
 * Fills `<cache>/<name>` by `steps`, once: the folder appears complete or not at all, whoever is killed meanwhile and
 * however many processes ask at the same time.
 *
 * @returns the folder's path
 */
export async function installOnce(
	name: string,
	onProgress: OnProgress,
	steps: (installation: Installation) => Promise<void>,
): Promise<string> {
	const folder = cacheFolder();
	const directory = join(folder, name);
	const marker = join(directory, COMPLETE_MARKER);
	const logFile = `${directory}.log`;
	if (existsSync(marker)) return directory;

	await mkdir(folder, { recursive: true });
	const startedAt = Date.now();
	const report = (stage: string) => onProgress({ stage, elapsedSeconds: (Date.now() - startedAt) / 1000 });

	await withLock(
		`${directory}.lock`,
		() => report('waiting for another process that is fetching the same'),
		async () => {
			if (existsSync(marker)) return;
			await removeRemainders(folder, name);
			await rm(directory, { recursive: true, force: true });
			await rm(logFile, { force: true });

			const partial = join(folder, partialName(name, process.pid));
			await mkdir(partial);
			try {
				await steps({
					directory: partial,
					async run(stage, command, args, env, cwd = partial) {
						report(stage);
						const ticker = setInterval(() => report(stage), TICK_SECONDS * 1000);
						const { exited } = startSupervised(command, args, { cwd, env, logFile });
						const code = await exited.finally(() => clearInterval(ticker));
						if (code !== 0) throw new Error(`${stage}: ${command} failed with exit code ${code}. Log: ${logFile}`);
					},
				});
				await writeFile(join(partial, COMPLETE_MARKER), `${new Date().toISOString()}\n`);
				await rename(partial, directory).catch((error: unknown) => {
					// another process finished first, and its result is as good
					if (!existsSync(marker)) throw error;
				});
			} finally {
				await rm(partial, { recursive: true, force: true });
			}
			report('done');
		},
	);
	return directory;
}
