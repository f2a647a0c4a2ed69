import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface SupervisedOptions {
	cwd: string;
	/** The complete environment; nothing is inherited. */
	env: NodeJS.ProcessEnv;
	/** Receives standard output and error, appended. */
	logFile: string;
	/** Time between SIGTERM and SIGKILL when the process is stopped. */
	graceSeconds?: number;
}

export interface SupervisedProcess {
	/** Settles with the exit code, once the process and everything it started are gone. */
	exited: Promise<number>;
	/** Ends the process and everything it started. Calling it again, or after the end, does no harm. */
	stop: () => Promise<void>;
	/** Ends it as a power failure would (kill -9): it gets no chance to tidy up. */
	kill: () => Promise<void>;
}

/** Starts a command that ends, with all its children, when `stop` is called or this process ends in whatever way. */
export function startSupervised(
	command: string,
	args: readonly string[],
	options: SupervisedOptions,
): SupervisedProcess {
	const { cwd, env, logFile, graceSeconds = 15 } = options;
	mkdirSync(dirname(logFile), { recursive: true });
	const log = openSync(logFile, 'a');
	const supervisor = spawn(
		process.execPath,
		[join(__dirname, 'supervise.js'), String(graceSeconds), command, ...args],
		{ cwd, env, stdio: ['pipe', log, log] },
	);
	closeSync(log);
	// Writing to a pipe whose reader is gone must not become an uncaught error.
	supervisor.stdin?.on('error', () => undefined);

	const exited = new Promise<number>((resolve, reject) => {
		supervisor.once('error', reject);
		supervisor.once('exit', (code) => resolve(code ?? 1));
	});
	exited.catch(() => undefined);

	return {
		exited,
		async stop() {
			supervisor.stdin?.end();
			await exited;
		},
		async kill() {
			supervisor.stdin?.write('kill');
			await exited;
		},
	};
}
