import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `cleanUp` once when this process is told to end by Ctrl-C or a signal, then exits with 128 + signal number, as
 * shells expect.
 */
export function onSignal(cleanUp: (signal: NodeJS.Signals) => Promise<void>): void {
	let ending = false;
	for (const signal of SIGNALS) {
		process.on(signal, () => {
			if (ending) return;
			ending = true;
			void cleanUp(signal)
				.catch((error: unknown) => console.error(error))
				.finally(() => process.exit(128 + constants.signals[signal]));
		});
	}
}
