import { access, constants, readFile } from 'node:fs/promises';
import { runShown } from '../process/runShown';

/** A program that npm does not bring, and the package of Debian and Ubuntu that holds it. */
export interface SystemProgram {
	/** As people call it. */
	name: string;
	packageName: string;
	/** Absolute path, or undefined where it is not installed. */
	find(): Promise<string | undefined>;
}

/** The line a person types to install these packages. */
export const installLine = (packageNames: readonly string[]): string =>
	`sudo apt-get update && sudo apt-get install -y ${packageNames.join(' ')}`;

/** Whether a file is there and may be run. */
export const isProgram = (path: string): Promise<boolean> =>
	access(path, constants.X_OK).then(
		() => true,
		() => false,
	);

async function isDebian(): Promise<boolean> {
	const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
	return /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(release);
}

async function install(packageNames: readonly string[]): Promise<void> {
	console.log(`> Installing ${packageNames.join(' and ')} with apt-get`);
	for (const args of [['update', '-qq'], ['install', '-y', '-qq', ...packageNames]]) {
		const exitCode = await runShown('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args], '/');
		if (exitCode !== 0) throw new Error(`apt-get ${args.join(' ')} failed with exit code ${exitCode}`);
	}
}

/**
 * Finds programs; where one is missing it is installed from the system's packages, if that is allowed: as root on Debian or
 * Ubuntu.
 *
 * @returns their absolute paths, in the order of `programs`
 * @throws Error with the exact line to type where they can't be installed from here
 */
export async function findOrInstall(programs: readonly SystemProgram[]): Promise<string[]> {
	const findAll = () => Promise.all(programs.map((program) => program.find()));
	const isMissing = (paths: Array<string | undefined>) => programs.filter((_, index) => paths[index] === undefined);

	let paths = await findAll();
	const missing = isMissing(paths);
	if (missing.length > 0) {
		const packageNames = missing.map(({ packageName }) => packageName);
		if (process.getuid?.() !== 0 || !(await isDebian())) {
			const names = missing.map(({ name }) => name).join(' and ');
			throw new Error(`${names} not found. On Debian or Ubuntu type: ${installLine(packageNames)}`);
		}
		await install(packageNames);
		paths = await findAll();
		const stillMissing = isMissing(paths).map(({ name }) => name);
		if (stillMissing.length > 0) throw new Error(`apt-get installed no ${stillMissing.join(' and no ')}`);
	}
	return paths as string[];
}
