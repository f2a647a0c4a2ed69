import { WaitMeter } from '../../../nodes/WhatsLoop/transport/waitMeter';

/** A meter on a clock that the test sets. */
function started() {
	const clock = { ms: 0, now: () => 0, monotonicMs: () => clock.ms, sleep: () => Promise.resolve(), random: () => 0 };
	const meter = new WaitMeter(clock);
	/** Begins a wait; the result ends it. */
	const begin = () => {
		let end!: () => void;
		const ended = meter.during(() => new Promise<void>((resolve) => (end = resolve)));
		return async () => {
			end();
			await ended;
		};
	};
	return { clock, meter, begin };
}

test('waits one after the other add up, and the time between them does not count', async () => {
	const { clock, meter, begin } = started();
	clock.ms = 100;
	const endFirst = begin();
	clock.ms = 300;
	await endFirst();
	clock.ms = 1000;
	const endSecond = begin();
	clock.ms = 1050;
	await endSecond();
	expect(meter.waitedMs).toBe(250);
});

test('waits of several items at once count once', async () => {
	const { clock, meter, begin } = started();
	const endFirst = begin();
	clock.ms = 100;
	const endSecond = begin();
	clock.ms = 150;
	await endFirst();
	clock.ms = 400;
	await endSecond();
	expect(meter.waitedMs).toBe(400);
});

test('a wait that goes on counts so far', () => {
	const { clock, meter, begin } = started();
	clock.ms = 100;
	begin();
	clock.ms = 350;
	expect(meter.waitedMs).toBe(250);
});

test('a wait that fails counts, too, and its error is thrown on', async () => {
	const { clock, meter } = started();
	const failing = meter.during(async () => {
		clock.ms = 70;
		throw new Error('broken');
	});
	await expect(failing).rejects.toThrow('broken');
	clock.ms = 500;
	expect(meter.waitedMs).toBe(70);
});
