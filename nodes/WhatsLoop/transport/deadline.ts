import { sleep } from 'n8n-workflow';
import { SLICE_MS } from './wait';

/** The work was not done when its time ran out, or when the execution was stopped. */
export class DeadlineError extends Error {
	/** In the words of Node.js and axios, so that it is judged like their errors. */
	readonly code: 'ETIMEDOUT' | 'ERR_CANCELED';

	constructor(stopped: boolean) {
		super(stopped ? 'canceled' : 'timed out');
		this.code = stopped ? 'ERR_CANCELED' : 'ETIMEDOUT';
	}
}

/**
 * Limits the time of work on the network. The time-out of an HTTP client only covers silence: a body
 * that comes byte by byte, endless 1xx answers or a wrong `Content-Encoding` never ended with axios 1.12.
 *
 * It measures real time, because the work is real even if tests bring their own clock. The signal tells the work that
 * nobody
 * waits any more. The work may still go on.
 *
 * @param work gets a signal that is aborted when nobody waits any more
 * @throws DeadlineError when the time ran out or the execution was stopped; else what the work throws
 */
export async function withinDeadline<T>(
	work: (signal: AbortSignal) => Promise<T>,
	timeoutMs: number,
	cancelSignal?: AbortSignal,
): Promise<T> {
	const abort = new AbortController();
	const endMs = performance.now() + timeoutMs;
	const result = work(abort.signal).then((value) => ({ value }));
	for (;;) {
		const leftMs = endMs - performance.now();
		if (cancelSignal?.aborted || leftMs <= 0) {
			abort.abort();
			throw new DeadlineError(cancelSignal?.aborted ?? false);
		}
		const done = await Promise.race([result, sleep(Math.min(SLICE_MS, leftMs)).then(() => undefined)]);
		if (done) return done.value;
	}
}
