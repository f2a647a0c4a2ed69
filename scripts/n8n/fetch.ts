import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, cacheKey } from '../cache/folder';
import { installOnce } from '../cache/installOnce';
import type { OnProgress } from '../cache/progress';
import { npmEnvironment } from '../process/environment';
import { chooseNodeRuntime, nodePathIn, thisMachine } from './nodeRuntime';
import { manifestDirectory, N8N_SPECS, type N8nVersion } from './versions';

export interface FetchedN8n {
	version: N8nVersion;
	/** The Node to run it with. */
	nodePath: string;
	/** n8n's command, a JavaScript file. */
	n8nBin: string;
	directory: string;
}

const MANIFEST_FILES = ['package.json', 'package-lock.json'] as const;
const QUIET = ['--no-audit', '--no-fund', '--loglevel=warn'] as const;

/**
 * Installs an n8n version into the user's cache, or finds it there. The first time takes some minutes and gigabytes.
 *
 * @throws Error naming the failed step and npm's log
 */
export async function fetchN8n(version: N8nVersion, onProgress: OnProgress = () => undefined): Promise<FetchedN8n> {
	const spec = N8N_SPECS[version];
	const runtime = chooseNodeRuntime(spec, thisMachine());
	const manifests = await Promise.all(
		MANIFEST_FILES.map((file) => readFile(join(manifestDirectory(version), file), 'utf8')),
	);
	const name = `n8n-${version}-${cacheKey(...manifests, runtime.id)}`;

	const directory = await installOnce(name, onProgress, async ({ directory: target, run }) => {
		const place = join(cacheFolder(), name);
		const announcement = `n8n ${version} is fetched once (about ${spec.expectedInstallMinutes} minutes), into ${place}`;
		onProgress({ stage: announcement, elapsedSeconds: 0 });
		const nodePath = nodePathIn(target, runtime);
		if (runtime.kind === 'package') {
			const { packageName, version: nodeVersion } = runtime;
			const nodeFolder = join(target, 'node');
			await mkdir(nodeFolder);
			await run(
				`Node ${nodeVersion} as ${packageName} (not needed when this runs on Node ${spec.nodeMajors.join(' or ')})`,
				'npm',
				[
					'install',
					'--prefix',
					nodeFolder,
					'--no-save',
					'--no-package-lock',
					...QUIET,
					`${packageName}@${nodeVersion}`,
				],
				npmEnvironment(process.execPath),
				nodeFolder,
			);
		}
		for (const file of MANIFEST_FILES) await copyFile(join(manifestDirectory(version), file), join(target, file));
		const env = npmEnvironment(nodePath);
		// `npm ci` refuses locks that lack other platforms' optional packages; with the lock in place `install` pins the same.
		await run(`packages of n8n ${version}`, 'npm', ['install', '--ignore-scripts', ...QUIET], env);
		await run(
			`compiling ${spec.nativeModules.join(' and ')} (needs Python 3, make and a C++ compiler)`,
			'npm',
			['rebuild', '--ignore-scripts=false', ...QUIET, ...spec.nativeModules],
			env,
		);
		for (const nativeModule of spec.nativeModules) {
			await run(`loading ${nativeModule}`, nodePath, ['-e', `require(${JSON.stringify(nativeModule)})`], env);
		}
	});

	return {
		version,
		nodePath: nodePathIn(directory, runtime),
		n8nBin: join(directory, 'node_modules', 'n8n', 'bin', 'n8n'),
		directory,
	};
}
