import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npmEnvironment } from '../process/environment';

const run = promisify(execFile);

export interface PackedPackage {
	tarball: string;
	sizeBytes: number;
	/** Paths inside the package, without the leading `package/`. */
	files: string[];
}

interface NpmPackAnswer {
	filename: string;
	size: number;
	files: Array<{ path: string }>;
}

/** Packs the built package in `packageFolder` into a tarball in `targetFolder`, holding what npm would publish. */
export async function packPackage(packageFolder: string, targetFolder: string): Promise<PackedPackage> {
	await mkdir(targetFolder, { recursive: true });
	const { stdout } = await run(
		'npm',
		['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', targetFolder],
		{ cwd: packageFolder, env: npmEnvironment(process.execPath) },
	);
	const [answer] = JSON.parse(stdout) as NpmPackAnswer[];
	if (!answer) throw new Error(`npm pack told nothing about ${packageFolder}: ${stdout}`);
	return {
		tarball: join(targetFolder, answer.filename),
		sizeBytes: answer.size,
		files: answer.files.map(({ path }) => path).sort(),
	};
}
