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
