import { runShown } from './process/runShown';
import { PROJECT_FOLDER } from './project';

/** Builds `dist` afresh. Throws when the build fails; its output has been shown by then. */
export async function buildPackage(): Promise<void> {
	const exitCode = await runShown('npm', ['run', '--silent', 'build'], PROJECT_FOLDER);
	if (exitCode !== 0) throw new Error(`npm run build failed with exit code ${exitCode}`);
}
