import { withinDeadline } from '../../../nodes/WhatsLoop/transport/deadline';

const never = () => new Promise<never>(() => undefined);

test('work that is done in time gives its result', async () => {
	await expect(withinDeadline(() => Promise.resolve('done'), 1000)).resolves.toBe('done');
});

test('an error of the work is thrown on', async () => {
	await expect(withinDeadline(() => Promise.reject(new Error('broken')), 1000)).rejects.toThrow('broken');
});

test('work that never ends is given up, and its signal is aborted', async () => {
	let told: AbortSignal | undefined;
	const work = (signal: AbortSignal) => {
		told = signal;
		return never();
	};
	await expect(withinDeadline(work, 50)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
	expect(told?.aborted).toBe(true);
});

test('a stopped execution ends the work within a second', async () => {
	const stop = new AbortController();
	const started = performance.now();
	const result = withinDeadline(never, 60_000, stop.signal);
	stop.abort();
	await expect(result).rejects.toMatchObject({ code: 'ERR_CANCELED', message: 'canceled' });
	expect(performance.now() - started).toBeLessThan(1000);
});

test('work that fails after it was given up causes no error', async () => {
	const failing = (signal: AbortSignal) =>
		new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('late'))));
	await expect(withinDeadline(failing, 10)).rejects.toMatchObject({ code: 'ETIMEDOUT' });
});
