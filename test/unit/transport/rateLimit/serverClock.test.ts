import { ServerClock } from '../../../../nodes/WhatsLoop/transport/rateLimit/serverClock';

const HEADER_MS = 1_800_000_000_000;

describe('the server clock, known from Date headers in whole seconds', () => {
	test('is unknown before the first header', () => {
		expect(new ServerClock().certainlyReachedAtMs(HEADER_MS)).toBeUndefined();
	});

	test('is never assumed to be ahead (the header was true for a whole second)', () => {
		const clock = new ServerClock();
		clock.observe(HEADER_MS, 100, 150);
		// at 150 the server's clock was at the header's second, or up to a second later
		expect(clock.certainlyReachedAtMs(HEADER_MS + 5000)).toBe(5150);
	});

	test('also gives the earliest possible time (the header was cut to its second after the request left)', () => {
		const clock = new ServerClock();
		clock.observe(HEADER_MS, 100, 150);
		expect(clock.possiblyReachedAtMs(HEADER_MS + 5000)).toBe(4100);
	});

	test('tells the earliest time that the server can have had at a moment of ours, once a header has come', () => {
		const clock = new ServerClock();
		expect(clock.earliestAtMs(0)).toBeUndefined();
		expect(clock.certainlyReachedAtMs(HEADER_MS)).toBeUndefined();
		clock.observe(HEADER_MS, 100, 150);
		expect(clock.earliestAtMs(2150)).toBe(HEADER_MS + 2000);
	});

	test('becomes more exact with every header that comes just after a new second', () => {
		const clock = new ServerClock();
		clock.observe(HEADER_MS, 700, 750);
		clock.observe(HEADER_MS + 1000, 1010, 1060);
		expect(clock.certainlyReachedAtMs(HEADER_MS + 5000)).toBe(5060);
	});

	test('starts again when it was set back, in both directions of what is known', () => {
		const clock = new ServerClock();
		clock.observe(HEADER_MS, 0, 50);
		clock.observe(HEADER_MS - 60_000, 100, 150);
		expect(clock.certainlyReachedAtMs(HEADER_MS - 59_000)).toBe(1150);
		expect(clock.possiblyReachedAtMs(HEADER_MS - 59_000)).toBe(100);
	});

	test('starts again when it was set ahead, in both directions of what is known', () => {
		const clock = new ServerClock();
		clock.observe(HEADER_MS, 0, 50);
		clock.observe(HEADER_MS + 60_000, 100, 150);
		expect(clock.possiblyReachedAtMs(HEADER_MS + 61_000)).toBe(100);
	});

	test('starts again when headers contradict what was known (somebody set the clock)', () => {
		const clock = new ServerClock();
		clock.observe(HEADER_MS, 0, 50);
		clock.observe(HEADER_MS + 60_000, 100, 150);
		expect(clock.certainlyReachedAtMs(HEADER_MS + 61_000)).toBe(1150);
	});
});
