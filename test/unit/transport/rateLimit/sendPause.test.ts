import { SendPause } from '../../../../nodes/WhatsLoop/transport/rateLimit/sendPause';
import { virtualClock } from './virtualClock';

/** Sends with a pause before them, and when each left. */
function sender() {
	const { clock, pass } = virtualClock();
	const sendPause = new SendPause(clock);
	const leftAtMs: number[] = [];
	const results: Array<string | undefined> = [];
	const send = (pauseMs: number, signal?: AbortSignal, takesMs = 0) =>
		void sendPause
			.before(pauseMs, signal, async () => {
				leftAtMs.push(clock.monotonicMs());
				sendPause.noteSend();
				if (takesMs > 0) await clock.sleep(takesMs);
				return 'left';
			})
			.then((result) => results.push(result));
	return { sendPause, send, pass, leftAtMs, results };
}

test('the first send of an account leaves at once', async () => {
	const { send, pass, leftAtMs, results } = sender();
	send(5000);
	await pass(0);
	expect([leftAtMs, results]).toEqual([[0], ['left']]);
});

test('each further one leaves when the pause after the one before is over, to the millisecond, in their order', async () => {
	const { send, pass, leftAtMs } = sender();
	for (const pauseMs of [5000, 5000, 700, 1234]) send(pauseMs);
	await pass(4999);
	expect(leftAtMs).toEqual([0]);
	await pass(10_000);
	expect(leftAtMs).toEqual([0, 5000, 5700, 6934]);
});

test('a short pause is kept to the millisecond, too (the next one does not sleep over it)', async () => {
	const { send, pass, leftAtMs } = sender();
	for (const pauseMs of [0, 4900, 50]) send(pauseMs);
	await pass(10_000);
	expect(leftAtMs).toEqual([0, 4900, 4950]);
});

test('a send without a pause counts as the one before, too', async () => {
	const { sendPause, send, pass, leftAtMs } = sender();
	await pass(1000);
	sendPause.noteSend();
	send(5000);
	await pass(10_000);
	expect(leftAtMs).toEqual([6000]);
});

test('the next one has its turn only when the one before has left', async () => {
	const { send, pass, leftAtMs } = sender();
	send(100, undefined, 3000);
	send(100);
	await pass(2999);
	expect(leftAtMs).toEqual([0]);
	await pass(1);
	expect(leftAtMs).toEqual([0, 3000]);
});

test('Stop ends the wait within half a second, and the next one moves up', async () => {
	const { send, pass, leftAtMs, results } = sender();
	const stop = new AbortController();
	send(0);
	send(60_000, stop.signal);
	send(2000);
	await pass(1000);
	stop.abort();
	await pass(500);
	expect(results).toEqual(['left', undefined]);
	await pass(500);
	expect(leftAtMs).toEqual([0, 2000]);
});

test('an account is idle when nothing waits for a pause', async () => {
	const { sendPause, send, pass } = sender();
	expect(sendPause.isIdle).toBe(true);
	send(0);
	send(5000);
	await pass(100);
	expect(sendPause.isIdle).toBe(false);
	await pass(5000);
	expect(sendPause.isIdle).toBe(true);
});
