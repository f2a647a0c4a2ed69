import { sleep } from 'n8n-workflow';

/** *Stop* has to end a wait within a second, so the signal is checked twice a second. */
export const SLICE_MS = 500;

/** The clock functions that this package needs. Tests use their own. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now: () => number;
	/** Milliseconds since some moment; unlike `now` it never jumps when the machine's clock is set. */
	monotonicMs: () => number;
	sleep: (ms: number) => Promise<void>;
	/** In [0, 1), for jitter. */
	random: () => number;
}

/** Timers are forbidden to verified nodes; n8n-workflow's `sleep` is there from 1.x to 2.41 (`sleepWithAbort` is not). */
export const systemClock: Clock = {
	now: Date.now,
	monotonicMs: () => performance.now(),
	sleep,
	random: Math.random,
};

/**
 * Waits in slices, because a wait that does not look at the signal would wake up after *Stop* and still send.
 *
 * @returns false where the execution was stopped meanwhile
 */
export async function waitUnlessStopped(ms: number, signal: AbortSignal | undefined, clock: Clock): Promise<boolean> {
	const end = clock.monotonicMs() + ms;
	for (let left = ms; left > 0; left = end - clock.monotonicMs()) {
		if (signal?.aborted) return false;
		await clock.sleep(Math.min(SLICE_MS, left));
	}
	return !signal?.aborted;
}
