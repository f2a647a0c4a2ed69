import { spawn } from 'node:child_process';

/** Runs a command whose output the user sees; resolves with its exit code. `env` adds to this process's environment. */
export function runShown(
	command: string,
	args: readonly string[],
	cwd: string,
	env: NodeJS.ProcessEnv = {},
): Promise<number> {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'inherit', 'inherit'],
		});
		child.once('error', reject);
		child.once('exit', (code) => resolve(code ?? 1));
	});
}
