import fc from 'fast-check';
import { RateLimitTracker } from '../../../../nodes/WhatsLoop/transport/rateLimit/rateLimitTracker';
import { readRateLimitAnswer } from '../../../../nodes/WhatsLoop/transport/rateLimitAnswer';

const HOUR_MS = 3_600_000;
const YEAR_SECONDS = 365 * 24 * 3600;

const refusal = (retryAfterSeconds: number) =>
	readRateLimitAnswer(429, { 'retry-after': String(retryAfterSeconds) }, Date.UTC(2026, 0, 1));

test('an account that was told to wait a year is probed again after an hour (one absurd answer must not lock it)', () => {
	const tracker = new RateLimitTracker();
	tracker.release(tracker.acquire(0), refusal(YEAR_SECONDS), 0);
	expect(tracker.blockedForMs(HOUR_MS - 1)).toBe(1);
	expect(tracker.blockedForMs(HOUR_MS)).toBe(0);
	expect(tracker.waitMs(HOUR_MS)).toBe(0);
	expect(tracker.acquire(HOUR_MS).kind).toBe('probe');
});

test('an account that was told to wait for less is not used during that time', () => {
	const tracker = new RateLimitTracker();
	tracker.release(tracker.acquire(0), refusal(1800), 0);
	expect(tracker.blockedForMs(0)).toBe(1_800_000);
});

test('an account that was told a window of a year is probed again after an hour as well, when its places are used up', () => {
	const tracker = new RateLimitTracker();
	const places = (remaining: number) =>
		readRateLimitAnswer(200, { 'x-ratelimit-limit': '20', 'x-ratelimit-remaining': String(remaining) }, 0);
	tracker.release(tracker.acquire(0), places(19), 50);
	tracker.release(tracker.acquire(100), refusal(YEAR_SECONDS), 150);
	const probedAtMs = 150 + HOUR_MS;
	tracker.release(tracker.acquire(probedAtMs), places(0), probedAtMs + 50);
	expect(tracker.stateAt(probedAtMs + 50)).toBe('closed');
	expect(tracker.waitMs(probedAtMs + 50)).toBe(HOUR_MS - 50);
});

const HEADERS = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after', 'date'];
const VALUES = [
	'',
	'0',
	'-1',
	'1',
	'20',
	'1.5',
	'1e308',
	'99999999999999999999',
	'NaN',
	'Infinity',
	'\u0661\u0669',
	'20, 20',
];

const answers = fc.record({
	statusCode: fc.constantFrom(200, 429),
	headers: fc.dictionary(
		fc.constantFrom(...HEADERS),
		fc.oneof(fc.constantFrom(...VALUES), fc.nat(4_000_000_000).map(String)),
	),
	isLost: fc.boolean(),
	tripMs: fc.nat(3000),
});

test('no answers, however absurd, lock an account for longer than an hour', () => {
	fc.assert(
		fc.property(fc.array(answers, { minLength: 1, maxLength: 30 }), (all) => {
			const tracker = new RateLimitTracker();
			let nowMs = 0;
			for (const { statusCode, headers, isLost, tripMs } of all) {
				const ticket = tracker.acquire(nowMs);
				nowMs += tripMs;
				const answer = readRateLimitAnswer(statusCode, headers, Date.UTC(2026, 0, 1) + nowMs);
				tracker.release(ticket, isLost ? undefined : answer, nowMs);
				const waitMs = tracker.waitMs(nowMs);
				expect(waitMs).toBeGreaterThanOrEqual(0);
				expect(waitMs).toBeLessThanOrEqual(HOUR_MS);
				nowMs += waitMs;
			}
		}),
		{ numRuns: 2000 },
	);
});
