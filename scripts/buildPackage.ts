import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PROJECT_FOLDER } from './project';

const run = promisify(execFile);

/** Builds `dist` anew without output. Throws with the output of the build if it fails. */
export async function buildPackage(): Promise<void> {
	await run('npm', ['run', '--silent', 'build'], { cwd: PROJECT_FOLDER }).catch(
		({ stdout, stderr }: { stdout: string; stderr: string }) => {
			throw new Error(`npm run build failed:\n${stdout}${stderr}`);
		},
	);
}
