import { spawn } from 'node:child_process';

/** Runs a command whose output the user sees; resolves with its exit code. */
export function runShown(command: string, args: readonly string[], cwd: string): Promise<number> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? 1));
	});
}
