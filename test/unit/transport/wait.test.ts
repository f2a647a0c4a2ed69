import { systemClock, waitUnlessStopped, type Clock } from '../../../nodes/WhatsLoop/transport/wait';

/** A clock on which time passes only in `sleep`. */
function fakeClock({
	passes = (ms: number) => ms,
	onSleep,
}: { passes?: (ms: number) => number; onSleep?: (elapsedMs: number) => void } = {}) {
	const slices: number[] = [];
	let elapsed = 0;
	const clock: Clock = {
		now: () => 0,
		monotonicMs: () => elapsed,
		random: () => 0,
		sleep: async (ms) => {
			slices.push(ms);
			elapsed += passes(ms);
			onSleep?.(elapsed);
		},
	};
	return { clock, slices, elapsed: () => elapsed };
}

test('a wait lasts as long as asked, in slices of at most half a second', async () => {
	const { clock, slices, elapsed } = fakeClock();
	expect(await waitUnlessStopped(1750, undefined, clock)).toBe(true);
	expect(slices).toEqual([500, 500, 500, 250]);
	expect(elapsed()).toBe(1750);
});

test('a wait does not add up the lateness of its slices (a busy machine)', async () => {
	const { clock, elapsed } = fakeClock({ passes: (ms) => ms + 100 });
	await waitUnlessStopped(60_000, undefined, clock);
	expect(elapsed()).toBeLessThanOrEqual(60_100);
});

test('a wait never ends early, even if a timer does', async () => {
	const { clock, elapsed } = fakeClock({ passes: (ms) => Math.max(1, ms - 1) });
	await waitUnlessStopped(5000, undefined, clock);
	expect(elapsed()).toBeGreaterThanOrEqual(5000);
});

test.each([0, -5])('a wait of %i ms does not sleep', async (ms) => {
	const { clock, slices } = fakeClock();
	expect(await waitUnlessStopped(ms, undefined, clock)).toBe(true);
	expect(slices).toEqual([]);
});

test('a wait that is already stopped does not sleep', async () => {
	const { clock, slices } = fakeClock();
	expect(await waitUnlessStopped(5000, AbortSignal.abort(), clock)).toBe(false);
	expect(await waitUnlessStopped(0, AbortSignal.abort(), clock)).toBe(false);
	expect(slices).toEqual([]);
});

test('a wait ends within a second of being stopped', async () => {
	const controller = new AbortController();
	const { clock, elapsed } = fakeClock({
		onSleep: (elapsedMs) => {
			if (elapsedMs >= 2000) controller.abort();
		},
	});
	expect(await waitUnlessStopped(100_000, controller.signal, clock)).toBe(false);
	expect(elapsed()).toBeLessThanOrEqual(3000);
});

test('a wait reports a stop even in its last slice', async () => {
	const controller = new AbortController();
	const { clock } = fakeClock({ onSleep: () => controller.abort() });
	expect(await waitUnlessStopped(400, controller.signal, clock)).toBe(false);
});

test('the clock of this machine tells the time, moves on, and sleeps', async () => {
	expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1000);
	expect(systemClock.random()).toBeLessThan(1);
	const startedAtMs = systemClock.monotonicMs();
	await systemClock.sleep(5);
	expect(systemClock.monotonicMs() - startedAtMs).toBeGreaterThanOrEqual(4);
});
