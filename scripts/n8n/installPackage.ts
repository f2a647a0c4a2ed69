import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { npmEnvironment } from '../process/environment';

const run = promisify(execFile);

/** The exact arguments that n8n gives to npm for a community package. */
const NPM_INSTALL = [
	'install',
	'--audit=false',
	'--fund=false',
	'--bin-links=false',
	'--install-strategy=shallow',
	'--ignore-scripts=true',
	'--package-lock=false',
];

/** Notes the package in the folder's own package.json, as n8n does. */
async function noteDependency(nodesFolder: string, name: string, version: string): Promise<void> {
	const file = join(nodesFolder, 'package.json');
	const content = await readFile(file, 'utf8').catch(() => '{"name":"installed-nodes","private":true}');
	const manifest = JSON.parse(content) as { dependencies?: Record<string, string> };
	manifest.dependencies = { ...manifest.dependencies, [name]: version };
	await writeFile(file, JSON.stringify(manifest, null, 2));
}

/**
 * Installs a packed community package the way n8n's Settings > Community nodes does: unpacked, without its dev, peer
 * and optional dependencies, into `<userFolder>/.n8n/nodes/node_modules/<name>`. n8n itself takes packages only from a
 * registry. Seen by n8n at its next start.
 *
 * @returns the package's folder
 */
export async function installPackage(tarball: string, userFolder: string): Promise<string> {
	const unpacked = await mkdtemp(join(tmpdir(), 'community-package-'));
	try {
		await run('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
		const manifestFile = join(unpacked, 'package.json');
		const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, unknown>;
		for (const field of ['devDependencies', 'peerDependencies', 'optionalDependencies']) delete manifest[field];
		await writeFile(manifestFile, JSON.stringify(manifest, null, 2));
		await run('npm', NPM_INSTALL, { cwd: unpacked, env: npmEnvironment(process.execPath) });

		const nodesFolder = join(userFolder, '.n8n', 'nodes');
		const directory = join(nodesFolder, 'node_modules', String(manifest.name));
		await rm(directory, { recursive: true, force: true });
		await mkdir(dirname(directory), { recursive: true });
		await cp(unpacked, directory, { recursive: true });
		await noteDependency(nodesFolder, String(manifest.name), String(manifest.version));
		return directory;
	} finally {
		await rm(unpacked, { recursive: true, force: true });
	}
}
