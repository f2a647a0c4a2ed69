import { getMessage, Harness, numberedItems, sendText } from '../support/harness';
import { accepted, refused } from '../support/scriptedServer';

let harness: Harness;

beforeAll(async () => {
	harness = await Harness.start();
});
beforeEach(() => harness.reset());
afterAll(async () => await harness.close());

const start = (more = {}, settings = {}) =>
	harness.engine.start({
		parameters: sendText({ text: '={{ $json.text }}', ...more }),
		items: numberedItems(3),
		credential: harness.go(),
		settings,
	});

test.each([{}, { onError: 'continueRegularOutput' as const }])(
	'stopping during a wait ends it within a second and nothing more is sent (%p)',
	async (settings) => {
		harness.server.answerWith(refused(429, { 'Retry-After': '100' }), accepted());
		const execution = start({}, settings);
		harness.time.onSleep = (elapsedMs) => {
			if (elapsedMs >= 3000) execution.cancel();
		};
		const { status } = await execution;
		expect(status).toBe('canceled');
		expect(harness.time.elapsedMs).toBeLessThanOrEqual(4000);
		expect(harness.server.requests).toHaveLength(1);
		// gives requests that are still on their way the time to arrive
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(harness.server.requests).toHaveLength(1);
	},
);

test('stopping during a pause between messages ends it within a second and nothing more is sent', async () => {
	harness.server.answerWith(accepted());
	const execution = start({ delivery: { pauseFrom: 100, pauseTo: 100 } });
	harness.time.onSleep = (elapsedMs) => {
		if (elapsedMs >= 3000) execution.cancel();
	};
	const { status } = await execution;
	expect(status).toBe('canceled');
	expect(harness.time.elapsedMs).toBeLessThanOrEqual(4000);
	expect(harness.server.requests).toHaveLength(1);
});

test('no slice of a wait is longer than a second (the node checks the signal between slices)', async () => {
	harness.server.answerWith(refused(429, { 'Retry-After': '100' }), accepted());
	await start();
	expect(harness.time.elapsedMs).toBe(100_000);
	expect(Math.max(...harness.time.slices)).toBeLessThanOrEqual(1000);
});

test('stopping while a send is on its way sends nothing more', async () => {
	const execution: { cancel?: () => void } = {};
	harness.server.answerWith({ instead: 'silence', onArrival: () => execution.cancel?.() }, accepted());
	const running = start();
	execution.cancel = () => running.cancel();
	const { status } = await running;
	expect(status).toBe('canceled');
	expect(harness.server.requests).toHaveLength(1);
});

test('stopping while a read is on its way does not repeat it', async () => {
	const execution: { cancel?: () => void } = {};
	harness.server.answerWith({ instead: 'silence', onArrival: () => execution.cancel?.() }, accepted());
	const running = harness.engine.start({ parameters: getMessage(), credential: harness.go() });
	execution.cancel = () => running.cancel();
	await running;
	expect(harness.server.requests).toHaveLength(1);
	expect(harness.time.slices).toEqual([]);
});

test('stopping between two items sends nothing more', async () => {
	const execution: { cancel?: () => void } = {};
	harness.server.answerWith({ ...accepted(), onArrival: () => execution.cancel?.() }, accepted());
	const running = start();
	execution.cancel = () => running.cancel();
	await running;
	expect(harness.server.requests).toHaveLength(1);
});
