import { readFile } from 'node:fs/promises';
import type { SupervisedProcess } from '../process/supervised';
import { waitFor } from '../process/waitFor';

/** A server on 127.0.0.1 that belongs to this process. */
export interface Service {
	port: number;
	stop(): Promise<void>;
}

const READY_TIMEOUT_SECONDS = 60;

/**
 * Waits until a server has written that it is ready.
 *
 * @throws Error with the end of its log, when it ends or takes too long; it is stopped by then
 */
export async function whenReady(
	server: SupervisedProcess,
	port: number,
	{ name, logFile, readyLine }: { name: string; logFile: string; readyLine: string },
): Promise<Service> {
	const log = () => readFile(logFile, 'utf8').catch(() => '');
	let exitCode: number | undefined;
	void server.exited.then((code) => (exitCode = code));
	try {
		await waitFor(
			async () => {
				if (exitCode !== undefined) throw new Error(`${name} ended with exit code ${exitCode} instead of starting`);
				return (await log()).includes(readyLine);
			},
			{ timeoutSeconds: READY_TIMEOUT_SECONDS, what: `${name} to start` },
		);
	} catch (error) {
		await server.stop();
		throw new Error(
			`${(error as Error).message}. Its log ends with:\n${(await log()).split('\n').slice(-15).join('\n')}`,
		);
	}
	return { port, stop: () => server.stop() };
}
