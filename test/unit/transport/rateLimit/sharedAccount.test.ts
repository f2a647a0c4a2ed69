import { RateLimitTracker } from '../../../../nodes/WhatsLoop/transport/rateLimit/rateLimitTracker';
import { readRateLimitAnswer } from '../../../../nodes/WhatsLoop/transport/rateLimitAnswer';

const EPOCH_MS = 1_800_000_000_000;
const LIMIT = 60;
const ROUND_TRIP_MS = 50;

/** An account whose server has the same clock as we, and a script of answers. */
function scripted() {
	const tracker = new RateLimitTracker();
	const answer = (statusCode: number, nowMs: number, headers: Record<string, string>) =>
		readRateLimitAnswer(statusCode, { date: new Date(EPOCH_MS + nowMs).toUTCString(), ...headers }, 0);
	const limitHeaders = (remaining: number, endsAtMs: number) => ({
		'x-ratelimit-limit': String(LIMIT),
		'x-ratelimit-remaining': String(remaining),
		'x-ratelimit-reset': String(Math.ceil((EPOCH_MS + endsAtMs) / 1000)),
	});
	return {
		tracker,
		/** Sends a request, which takes a place. */
		accepted: (atMs: number, remaining: number, endsAtMs: number) => {
			const ticket = tracker.acquire(atMs);
			const nowMs = atMs + ROUND_TRIP_MS;
			tracker.release(ticket, answer(200, nowMs, limitHeaders(remaining, endsAtMs)), nowMs);
			return ticket.kind;
		},
		/** Sends a request, which is refused for a second. Tells whether others took its place, and for how long to wait then. */
		refused: (atMs: number, endsAtMs?: number) => {
			const ticket = tracker.acquire(atMs);
			const nowMs = atMs + ROUND_TRIP_MS;
			const headers = { 'retry-after': '1', ...(endsAtMs === undefined ? {} : limitHeaders(0, endsAtMs)) };
			const byOthers = tracker.release(ticket, answer(429, nowMs, headers), nowMs);
			return { kind: ticket.kind, byOthers, waitMs: tracker.blockedForMs(nowMs) };
		},
	};
}

describe('a trickle that another process uses as well', () => {
	/** A window whose places are used up. Each of our requests left this many. */
	const usedUp = (...remaining: number[]) => {
		const account = scripted();
		for (const [index, left] of [59, ...(remaining.length > 0 ? remaining : [40, 20, 0])].entries())
			account.accepted(index * 100, left, 60_000);
		return account;
	};

	test('is left to it for longer and longer after each refusal in a row, up to four seconds', () => {
		const { refused } = usedUp();
		// the first refusal may be our own timing
		expect(refused(1200, 60_000)).toEqual({ kind: 'trickle', byOthers: false, waitMs: 1000 });
		expect(refused(2300, 60_000)).toEqual({ kind: 'probe', byOthers: true, waitMs: 2000 });
		expect(refused(4400, 60_000)).toEqual({ kind: 'probe', byOthers: true, waitMs: 4000 });
		expect(refused(8500, 60_000)).toEqual({ kind: 'probe', byOthers: true, waitMs: 4000 });
	});

	test('is left to it for longer if we are one of thirty (they would all ask again)', () => {
		const { refused } = usedUp(0);
		for (const atMs of [1200, 2300, 4400]) refused(atMs, 60_000);
		expect(refused(8500, 60_000)).toEqual({ kind: 'probe', byOthers: true, waitMs: 6000 });
	});

	test('is asked again a second after a success', () => {
		const { accepted, refused } = usedUp();
		refused(1200, 60_000);
		refused(2300, 60_000);
		accepted(4400, 0, 60_000);
		expect(refused(5700, 60_000)).toEqual({ kind: 'trickle', byOthers: false, waitMs: 1000 });
	});

	test('is not left to it beyond the end of the window', () => {
		const { refused } = usedUp();
		for (const atMs of [50_000, 52_000, 54_100]) refused(atMs, 60_000);
		expect(refused(58_200, 60_000).waitMs).toBeLessThanOrEqual(1800);
	});
});

test('an account that counts no places has no trickle: its refusals are waited for as told, and each counts', () => {
	const { refused } = scripted();
	for (const atMs of [0, 1100, 2200, 3300]) {
		expect(refused(atMs)).toEqual({ kind: 'probe', byOthers: false, waitMs: 1000 });
	}
});

describe('an account whose places come back one by one, and that others use, too', () => {
	/** Others take two places for each of ours. The told end moves on with each place. */
	const shared = () => {
		const account = scripted();
		let takenPlaces = 0;
		let atMs = 0;
		while (takenPlaces < LIMIT) {
			takenPlaces = Math.min(LIMIT, takenPlaces + 3);
			account.accepted(atMs, LIMIT - takenPlaces, atMs + ROUND_TRIP_MS + takenPlaces * 1000);
			atMs += 100;
		}
		return { ...account, atMs, endsAtMs: atMs + LIMIT * 1000 };
	};

	test('gets a request of ours every third second, as we are one of three', () => {
		const { tracker, accepted, atMs } = shared();
		accepted(atMs + 1100, 0, atMs + 61_000);
		expect(tracker.stateAt(atMs + 1200)).toBe('drain');
		const waitMs = tracker.waitMs(atMs + 1150);
		expect(waitMs).toBeGreaterThan(2500);
		expect(waitMs).toBeLessThan(3500);
	});

	test('gets fewer with each refusal, the second in a row twice as much, and none of them counts', () => {
		const { tracker, accepted, refused, atMs } = shared();
		accepted(atMs + 1100, 0, atMs + 61_000);
		const waitFrom = (nowMs: number) => tracker.waitMs(nowMs) + nowMs;
		const beforeMs = waitFrom(atMs + 1150) - (atMs + 1100);
		expect(refused(atMs + 5000, atMs + 65_000)).toEqual({ kind: 'trickle', byOthers: true, waitMs: 1000 });
		const onceMs = waitFrom(atMs + 6100) - (atMs + 5000);
		expect(onceMs / beforeMs).toBeCloseTo(1.25, 1);
		expect(refused(atMs + 10_000, atMs + 70_000).byOthers).toBe(true);
		const twiceMs = waitFrom(atMs + 11_100) - (atMs + 10_000);
		expect(twiceMs / onceMs).toBeCloseTo(2, 1);
	});

	test('gets more again when more than the two reserved places are left, and is ours alone in the end', () => {
		const { tracker, accepted, atMs } = shared();
		accepted(atMs + 1100, 0, atMs + 61_000);
		let nowMs = atMs + 5000;
		const intervals: number[] = [];
		for (let request = 0; request < 4; request++) {
			accepted(nowMs, 3, nowMs + 57_000);
			intervals.push(tracker.waitMs(nowMs + ROUND_TRIP_MS));
			nowMs += 5000;
		}
		// three places are more than the reserve, so a request may leave at once
		expect(intervals).toEqual([0, 0, 0, 0]);
		accepted(nowMs, 0, nowMs + 60_000);
		expect(tracker.stateAt(nowMs + ROUND_TRIP_MS)).toBe('trickle');
	});

	test('keeps two places free, so that a request of anybody finds one', () => {
		const { tracker, accepted, atMs } = shared();
		accepted(atMs + 1100, 0, atMs + 61_000);
		accepted(atMs + 5000, 2, atMs + 63_000);
		expect(tracker.stateAt(atMs + 5100)).toBe('drain');
		expect(tracker.waitMs(atMs + 5100)).toBeGreaterThan(1000);
	});
});
