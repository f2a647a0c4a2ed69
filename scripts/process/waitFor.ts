import { setTimeout as delay } from 'node:timers/promises';

export interface WaitOptions {
	timeoutSeconds: number;
	/** Completes "Waited 30 s for …" when time is up. */
	what: string;
	pollSeconds?: number;
}

/**
 * Asks until the answer is neither undefined nor false, and returns it.
 *
 * @throws Error when `timeoutSeconds` have passed; whatever `ask` throws
 */
export async function waitFor<T>(
	ask: () => Promise<T> | T,
	options: WaitOptions,
): Promise<Exclude<T, undefined | false>> {
	const { timeoutSeconds, what, pollSeconds = 0.1 } = options;
	const deadline = Date.now() + timeoutSeconds * 1000;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
		if (Date.now() > deadline) throw new Error(`Waited ${timeoutSeconds} s for ${what}`);
		await delay(pollSeconds * 1000);
	}
}
