import { RateLimitTracker } from '../../../../nodes/WhatsLoop/transport/rateLimit/rateLimitTracker';
import { readRateLimitAnswer } from '../../../../nodes/WhatsLoop/transport/rateLimitAnswer';

const LIMIT = 20;
const WINDOW_MS = 20_000;
const ROUND_TRIP_MS = 50;

/** Tells the places that are left, and no end of the window. */
const accepted = (remaining: number) =>
	readRateLimitAnswer(200, { 'x-ratelimit-limit': String(LIMIT), 'x-ratelimit-remaining': String(remaining) }, 0);

/** Tells the end in whole seconds, rounded up. */
const refused = (untilEndMs: number) =>
	readRateLimitAnswer(429, { 'retry-after': String(Math.ceil(untilEndMs / 1000)) }, 0);

test('a process that never opens a window itself needs no refusal to know the end of its third one', () => {
	const tracker = new RateLimitTracker();
	const send = (atMs: number, answer: ReturnType<typeof accepted>) => {
		const ticket = tracker.acquire(atMs);
		tracker.release(ticket, answer, atMs + ROUND_TRIP_MS);
	};
	/** Another process has opened the window a moment before. */
	const startWindow = (atMs: number) => {
		send(atMs, accepted(LIMIT - 3));
		send(atMs + 100, accepted(5));
	};

	let openedAtMs = 0;
	let startsAtMs = 20;
	for (let window = 0; window < 2; window++) {
		startWindow(startsAtMs);
		// others have taken the last places meanwhile
		const refusedAtMs = startsAtMs + 300;
		openedAtMs += WINDOW_MS;
		send(refusedAtMs, refused(openedAtMs - refusedAtMs));
		const answeredAtMs = refusedAtMs + ROUND_TRIP_MS;
		startsAtMs = answeredAtMs + tracker.blockedForMs(answeredAtMs);
	}
	startWindow(startsAtMs);
	send(startsAtMs + 300, accepted(0));
	const endsAtMs = openedAtMs + WINDOW_MS;
	const nowMs = startsAtMs + 300 + ROUND_TRIP_MS;
	expect(tracker.stateAt(nowMs)).toBe('closed');
	const leavesAtMs = nowMs + tracker.waitMs(nowMs);
	expect(leavesAtMs).toBeGreaterThanOrEqual(endsAtMs);
	expect(leavesAtMs).toBeLessThan(endsAtMs + 1000);
	expect(tracker.stateAt(leavesAtMs)).toBe('earlyProbe');
});

test('a probe long after the told end says nothing about when its window opened', () => {
	const tracker = new RateLimitTracker();
	tracker.release(tracker.acquire(0), refused(WINDOW_MS), 50);
	tracker.release(tracker.acquire(WINDOW_MS + 8000), accepted(3), WINDOW_MS + 8050);
	// the window ends twelve seconds later; a length of twelve seconds would be wrong
	tracker.release(tracker.acquire(WINDOW_MS + 8100), refused(11_900), WINDOW_MS + 8150);
	const nextMs = 2 * WINDOW_MS + 100;
	tracker.release(tracker.acquire(nextMs), accepted(0), nextMs + 50);
	expect(tracker.stateAt(nextMs + 100)).toBe('trickle');
});
