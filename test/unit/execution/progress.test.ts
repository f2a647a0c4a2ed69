import type { IExecuteFunctions } from 'n8n-workflow';
import { Progress, waitHint } from '../../../nodes/WhatsLoop/execution/progress';
import { WaitMeter } from '../../../nodes/WhatsLoop/transport/waitMeter';

/** A run in a mode, with a clock that the test sets. */
function started(mode: string, channel = true, total = 500) {
	const told: string[] = [];
	const logged: string[] = [];
	const clock = { ms: 0, now: () => 0, monotonicMs: () => clock.ms, sleep: () => Promise.resolve(), random: () => 0 };
	const context = {
		getMode: () => mode,
		...(channel ? { sendMessageToUI: (text: string) => told.push(text) } : {}),
		logger: { info: (text: string) => logged.push(text) },
	};
	const progress = new Progress(context as unknown as IExecuteFunctions, total, 'sent', clock);
	return { told, logged, clock, progress };
}

describe('progress', () => {
	test('of a manual execution goes to the browser, at most once a second', () => {
		const { told, logged, clock, progress } = started('manual');
		for (let item = 0; item < 40; item++) {
			clock.ms += 100;
			progress.itemDone();
		}
		expect(told).toEqual(['10 of 500 sent', '20 of 500 sent', '30 of 500 sent', '40 of 500 sent']);
		expect(logged).toEqual([]);
	});

	test('says what the run is waiting for', () => {
		const { told, clock, progress } = started('manual');
		clock.ms = 1000;
		progress.waits(12_000);
		expect(told).toEqual(["0 of 500 sent, waiting 12 s for the plan's limit"]);
	});

	test('mentions waits of a second and longer (shorter ones are not noticed)', () => {
		const { told, clock, progress } = started('manual');
		clock.ms = 1000;
		progress.waits(999);
		expect(told).toEqual([]);
		progress.waits(1000);
		expect(told).toHaveLength(1);
	});

	test('of a single item is not told (its end tells it)', () => {
		const { told, clock, progress } = started('manual', true, 1);
		clock.ms = 5000;
		progress.waits(12_000);
		progress.itemDone();
		expect(told).toEqual([]);
	});

	test.each([
		['in production', 'trigger', true],
		['as a tool of an agent, which has no channel to the browser', 'manual', false],
	])('%s goes to the log of n8n, at most once a minute', (_name, mode, channel) => {
		const { told, logged, clock, progress } = started(mode, channel);
		for (let item = 0; item < 130; item++) {
			clock.ms += 1000;
			progress.itemDone();
		}
		expect(told).toEqual([]);
		expect(logged).toEqual(['WhatsLoop: 60 of 500 sent', 'WhatsLoop: 120 of 500 sent']);
	});
});

describe('the hint after a run', () => {
	async function metered(waitedMs: number, retries = 0) {
		const clock = { ms: 0, now: () => 0, monotonicMs: () => clock.ms, sleep: () => Promise.resolve(), random: () => 0 };
		const meter = new WaitMeter(clock);
		await meter.during(() => Promise.resolve((clock.ms += waitedMs)));
		meter.retries = retries;
		return meter;
	}

	test.each([
		[250_000, 0, "500 sent; waited 4 min 10 s for your plan's limit"],
		[42_000, 1, "500 sent; waited 42 s for your plan's limit (1 retry)"],
		[42_000, 3, "500 sent; waited 42 s for your plan's limit (3 retries)"],
		[1000, 0, "500 sent; waited 1 s for your plan's limit"],
		[999, 0, undefined],
	])('after %d ms and %d retries is %p', async (waitedMs, retries, hint) => {
		expect(waitHint(500, 'sent', await metered(waitedMs, retries))).toBe(hint);
	});
});
