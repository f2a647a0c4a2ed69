import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runShown } from '../process/runShown';

/** A program that npm does not bring. */
export interface SystemProgram {
	/** Names it goes by, best first. */
	names: readonly string[];
	/** Package of Debian and Ubuntu that has it. */
	debianPackage: string;
	/** Completes "… is needed for". */
	neededFor: string;
	/** Where it is when it is not on the PATH; asked again after an installation. */
	otherFolders?: () => string[];
}

export const CHROMIUM: SystemProgram = {
	names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
	debianPackage: 'chromium',
	neededFor: 'the tests in a browser',
};

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Where a program is, by its names, on the PATH or in its other folders; undefined where it is not. */
export function findProgram(
	{ names, otherFolders = () => [] }: Pick<SystemProgram, 'names' | 'otherFolders'>,
	path = process.env.PATH ?? '',
): string | undefined {
	const folders = [...path.split(delimiter).filter((folder) => folder !== ''), ...otherFolders()];
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

const isDebian = () => existsSync('/etc/debian_version');
const isRoot = () => process.getuid?.() === 0;

/**
 * Finds a program, or installs it where that is allowed: as root on Debian or Ubuntu, saying so.
 *
 * @returns its path
 * @throws Error with the line to type, where it can't be installed from here
 */
export async function ensureProgram(program: SystemProgram): Promise<string> {
	const found = findProgram(program);
	if (found !== undefined) return found;
	const { names, debianPackage, neededFor } = program;
	const line = `${isRoot() ? '' : 'sudo '}apt-get install --yes ${debianPackage}`;
	if (!isDebian() || !isRoot())
		throw new Error(`${names[0]} is needed for ${neededFor} and is not installed. On Debian and Ubuntu: ${line}`);

	console.log(`> ${names[0]} is needed for ${neededFor} and is not installed. Installing it: ${line}`);
	await runShown('apt-get', ['update'], '/');
	await runShown('apt-get', ['install', '--yes', '--no-install-recommends', debianPackage], '/');
	const installed = findProgram(program);
	if (installed === undefined) throw new Error(`${names[0]} could not be installed. Try it by hand: ${line}`);
	return installed;
}
