import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npmEnvironment } from '../process/environment';
import { newestFirst } from './newestFirst';
import { manifestDirectory, NEWEST } from './versions';

const run = promisify(execFile);

/** A new n8n sometimes appears before all of its parts. The release before it is then the newest that installs. */
const MOST_CANDIDATES = 5;
/** A tarball from another host than the registry, and a package that is not in every registry. */
const OVERRIDES = { xlsx: '0.18.5', linkedom: '0.18.12' };

const env = npmEnvironment(process.execPath);

async function publishedVersions(): Promise<string[]> {
	const { stdout } = await run('npm', ['view', 'n8n', 'versions', '--json'], { env, maxBuffer: 64 * 1024 * 1024 });
	return JSON.parse(stdout) as string[];
}

/** Pins all packages of an n8n in the manifest folder of the version `newest`; throws npm's reason where it can't. */
async function pin(version: string): Promise<void> {
	const folder = manifestDirectory(NEWEST);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const manifest = { name: 'n8n-newest', private: true, version: '0.0.0', dependencies: { n8n: version } };
	await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, overrides: OVERRIDES }, null, '\t'));
	const args = ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	await run('npm', args, { cwd: folder, env });
}

async function main(): Promise<void> {
	for (const version of newestFirst(await publishedVersions()).slice(0, MOST_CANDIDATES)) {
		try {
			await pin(version);
			console.log(`The newest n8n that installs is ${version}. Now: npm test -- integration e2e --n8n ${NEWEST}`);
			return;
		} catch (error) {
			console.log(`n8n ${version} does not install: ${(error as Error).message.split('\n').slice(0, 6).join('\n')}`);
		}
	}
	throw new Error(`None of the ${MOST_CANDIDATES} newest n8n installs`);
}

main().catch(async (error: Error) => {
	await rm(manifestDirectory(NEWEST), { recursive: true, force: true });
	console.error(error.message);
	process.exitCode = 1;
});
