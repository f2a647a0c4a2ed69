import fc from 'fast-check';
import type { Outcome } from '../../../nodes/WhatsLoop/transport/outcome';
import { readRateLimitAnswer } from '../../../nodes/WhatsLoop/transport/rateLimitAnswer';
import {
	deliveryOf,
	backOffMs,
	decideRetry,
	withJitterMs,
	type CallKind,
	type Progress,
	type RetryLimits,
} from '../../../nodes/WhatsLoop/transport/retryPolicy';

const NOW = Date.UTC(2026, 10, 15, 12);

const LIMITS: RetryLimits = {
	maxRetries: 5,
	maxRetryAfterSeconds: 120,
	maxTotalWaitSeconds: 600,
	retryUncertain: false,
};

const firstAttempt: Progress = { attempts: 1, waitedMs: 0, unluckyAttempts: 0, mayHaveArrived: false };

const answered = (statusCode: number, headers: Record<string, unknown> = {}): Outcome => ({
	kind: 'answered',
	statusCode,
	rateLimit: readRateLimitAnswer(statusCode, headers, NOW),
	body: {},
	verdict: 'refused',
});

const NO_HEADERS = readRateLimitAnswer(200, {}, NOW);

const KINDS: CallKind[] = ['read', 'send', 'change'];

function choose(
	outcome: Outcome,
	kind: CallKind,
	more: Partial<RetryLimits> = {},
	progress = firstAttempt,
	random = 0,
) {
	return decideRetry(outcome, kind, { ...LIMITS, ...more }, progress, random);
}

const actionOf = (...args: Parameters<typeof choose>) => {
	const decision = choose(...args);
	return decision.action === 'fail' ? decision.because.reason : decision.action;
};

type Expected = 'retry' | 'final' | 'uncertain';

/** Outcome → what happens to a read, to a send or change, and to a send or change with "Retry When Uncertain". */
const TABLE: Array<[name: string, outcome: Outcome, read: Expected, write: Expected, withUncertain: Expected]> = [
	['429', answered(429), 'retry', 'retry', 'retry'],
	['429 with Retry-After', answered(429, { 'retry-after': '5' }), 'retry', 'retry', 'retry'],
	['503 with Retry-After', answered(503, { 'retry-after': '5' }), 'retry', 'retry', 'retry'],
	['503 without', answered(503), 'retry', 'uncertain', 'retry'],
	['503 with a Retry-After that is none', answered(503, { 'retry-after': '5.5' }), 'retry', 'uncertain', 'retry'],
	['500', answered(500), 'retry', 'uncertain', 'retry'],
	['500 with Retry-After', answered(500, { 'retry-after': '5' }), 'retry', 'uncertain', 'retry'],
	['502', answered(502), 'retry', 'uncertain', 'retry'],
	['504', answered(504), 'retry', 'uncertain', 'retry'],
	['501', answered(501), 'final', 'final', 'final'],
	['400', answered(400), 'final', 'final', 'final'],
	['401', answered(401), 'final', 'final', 'final'],
	['403', answered(403), 'final', 'final', 'final'],
	['404', answered(404), 'final', 'final', 'final'],
	['408', answered(408), 'final', 'final', 'final'],
	['422 with Retry-After', answered(422, { 'retry-after': '5' }), 'final', 'final', 'final'],
	['302', answered(302), 'final', 'final', 'final'],
	['a failure with HTTP 200', answered(200), 'final', 'final', 'final'],
	[
		'a web page with HTTP 200',
		{ kind: 'unreadable', statusCode: 200, rateLimit: NO_HEADERS },
		'retry',
		'uncertain',
		'retry',
	],
	[
		'JSON without proof and HTTP 200',
		{ kind: 'answered', statusCode: 200, rateLimit: NO_HEADERS, body: {}, verdict: 'unproven' },
		'retry',
		'uncertain',
		'retry',
	],
	['101, which is no answer', answered(101), 'retry', 'uncertain', 'retry'],
	['ECONNREFUSED', { kind: 'neverConnected', code: 'ECONNREFUSED' }, 'retry', 'retry', 'retry'],
	['ENOTFOUND', { kind: 'neverConnected', code: 'ENOTFOUND' }, 'retry', 'retry', 'retry'],
	['a certificate that is refused', { kind: 'neverConnected', code: 'CERT_HAS_EXPIRED' }, 'final', 'final', 'final'],
	['ECONNRESET', { kind: 'broken', code: 'ECONNRESET' }, 'retry', 'uncertain', 'retry'],
	['ETIMEDOUT', { kind: 'broken', code: 'ETIMEDOUT' }, 'retry', 'uncertain', 'retry'],
	['a break without a code', { kind: 'broken', code: '' }, 'retry', 'uncertain', 'retry'],
];

describe.each(TABLE)('%s', (_name, outcome, read, write, withUncertain) => {
	test(`a read: ${read}`, () => {
		expect(actionOf(outcome, 'read')).toBe(read);
	});

	test.each(['send', 'change'] as const)(`a %s: ${write}; with "Retry When Uncertain": ${withUncertain}`, (kind) => {
		expect(actionOf(outcome, kind)).toBe(write);
		expect(actionOf(outcome, kind, { retryUncertain: true })).toBe(withUncertain);
	});

	test('is never retried with 0 retries', () => {
		for (const kind of KINDS)
			expect(actionOf(outcome, kind, { maxRetries: 0, retryUncertain: true })).not.toBe('retry');
	});
});

test.each(KINDS)('a success ends a %s', (kind) => {
	expect(
		actionOf({ kind: 'answered', statusCode: 200, rateLimit: NO_HEADERS, body: {}, verdict: 'accepted' }, kind),
	).toBe('done');
});

test("a request that may have arrived is never sent again without the user's wish (any settings)", () => {
	const outcome = fc.oneof(
		fc.record({ kind: fc.constant('broken' as const), code: fc.string() }),
		fc.record({
			kind: fc.constant('unreadable' as const),
			statusCode: fc.integer({ min: 200, max: 299 }),
			rateLimit: fc.constant(NO_HEADERS),
		}),
		fc.integer({ min: 500, max: 599 }).map((status) => answered(status)),
	);
	fc.assert(
		fc.property(
			outcome,
			fc.constantFrom('send' as const, 'change' as const),
			fc.nat(10),
			fc.nat(100_000),
			(given, kind, maxRetries, waitedMs) => {
				expect(deliveryOf(given)).toBe('maybe');
				expect(actionOf(given, kind, { maxRetries }, { ...firstAttempt, waitedMs })).not.toBe('retry');
			},
		),
	);
});

test.each<[string, Outcome, string]>([
	['never connected', { kind: 'neverConnected', code: 'ENOTFOUND' }, 'no'],
	['broken', { kind: 'broken', code: 'ECONNRESET' }, 'maybe'],
	['refused', answered(422), 'no'],
	['refused for now', answered(429), 'no'],
	['refused for now by a 503', answered(503, { 'retry-after': '5' }), 'no'],
	['trouble', answered(500), 'maybe'],
	['only a 1xx', answered(199), 'maybe'],
	['accepted', { ...answered(200), verdict: 'accepted' } as Outcome, 'acted'],
	['unproven', { ...answered(200), verdict: 'unproven' } as Outcome, 'maybe'],
])('what is known of the delivery after "%s"', (_name, outcome, delivery) => {
	expect(deliveryOf(outcome)).toBe(delivery);
});

describe('the number of retries', () => {
	test.each([0, 1, 5])('%i retries are %i further attempts', (maxRetries) => {
		const outcome = answered(429, { 'retry-after': '1' });
		for (let attempts = 1; attempts <= maxRetries; attempts++) {
			expect(actionOf(outcome, 'send', { maxRetries }, { ...firstAttempt, attempts })).toBe('retry');
		}
		expect(actionOf(outcome, 'send', { maxRetries }, { ...firstAttempt, attempts: maxRetries + 1 })).toBe(
			'retriesUsedUp',
		);
	});
});

describe('refusals that others of the account caused', () => {
	const outcome = answered(429, { 'retry-after': '0' });
	const refusedByOthers = (times: number): Progress => ({ ...firstAttempt, attempts: times, unluckyAttempts: times });

	test('do not count as tries', () => {
		expect(actionOf(outcome, 'send', { maxRetries: 1 }, refusedByOthers(50))).toBe('retry');
	});

	test('count from the 51st on (an account that stays used up must not be tried for ever)', () => {
		expect(actionOf(outcome, 'send', { maxRetries: 1 }, refusedByOthers(52))).toBe('retriesUsedUp');
	});

	test('count with 0 retries (0 retries mean one attempt)', () => {
		expect(actionOf(outcome, 'send', { maxRetries: 0 }, refusedByOthers(1))).toBe('retriesUsedUp');
	});
});

describe('a host that can not be reached', () => {
	const outcome: Outcome = { kind: 'neverConnected', code: 'ECONNREFUSED' };

	test('is given up on after the time set for it (somebody watches a manual run)', () => {
		const limits = { maxUnreachableSeconds: 5 };
		expect(actionOf(outcome, 'send', limits, { ...firstAttempt, waitedMs: 4000 })).toBe('retry');
		expect(actionOf(outcome, 'send', limits, { ...firstAttempt, waitedMs: 4001 })).toBe('retriesUsedUp');
	});

	test('is the only failure with this limit', () => {
		const late = { ...firstAttempt, waitedMs: 100_000 };
		expect(actionOf(answered(429), 'send', { maxUnreachableSeconds: 5 }, late)).toBe('retry');
	});
});

describe('the wait', () => {
	const wait = (outcome: Outcome, attempts = 1, random = 0) => {
		const decision = choose(outcome, 'send', { maxRetries: 99 }, { ...firstAttempt, attempts }, random);
		return decision.action === 'retry' ? decision.waitMs : undefined;
	};

	test('Retry-After wins over X-RateLimit-Reset, and both over the back-off', () => {
		const reset = String(NOW / 1000 + 50);
		expect(wait(answered(429, { 'retry-after': '3', 'x-ratelimit-reset': reset }), 9)).toBe(3000);
		expect(wait(answered(429, { 'x-ratelimit-reset': reset }), 9)).toBe(50_000);
		expect(wait(answered(429, { 'retry-after': 'soon', 'x-ratelimit-reset': reset }), 9)).toBe(50_000);
	});

	test('X-RateLimit-Reset counts only on 429 (on a 503 it says nothing about the failure)', () => {
		const headers = { 'x-ratelimit-reset': String(NOW / 1000 + 50) };
		expect(choose(answered(503, headers), 'read')).toEqual({ action: 'retry', waitMs: 1000 });
	});

	test.each([500, 502, 503, 504])('Retry-After is also followed on HTTP %i (never earlier than told)', (status) => {
		expect(choose(answered(status, { 'retry-after': '30' }), 'read')).toEqual({ action: 'retry', waitMs: 30_000 });
	});

	test('Retry-After of 0 means no wait and no jitter', () => {
		expect(wait(answered(429, { 'retry-after': '0' }), 1, 0.99)).toBe(0);
	});

	test('above the longest allowed one ends the retries at once', () => {
		const decision = choose(answered(429, { 'retry-after': '121' }), 'send');
		expect(decision).toEqual({
			action: 'fail',
			because: { reason: 'waitTooLong', waitMs: 121_000, asked: true, limit: 'maxRetryAfter' },
		});
		expect(actionOf(answered(429, { 'retry-after': '120' }), 'send', {}, firstAttempt, 0.99)).toBe('retry');
	});

	test('is not started if it would exceed the total', () => {
		const outcome = answered(429, { 'retry-after': '100' });
		expect(actionOf(outcome, 'send', {}, { ...firstAttempt, waitedMs: 500_000 })).toBe('retry');
		expect(actionOf(outcome, 'send', {}, { ...firstAttempt, waitedMs: 500_001 })).toBe('waitTooLong');
		expect(actionOf(outcome, 'send', {}, { ...firstAttempt, waitedMs: 500_000 }, 0.5)).toBe('waitTooLong');
	});

	test('that would exceed the total names that setting', () => {
		const outcome = answered(429, { 'retry-after': '100' });
		expect(choose(outcome, 'send', {}, { ...firstAttempt, waitedMs: 500_001 })).toEqual({
			action: 'fail',
			because: { reason: 'waitTooLong', waitMs: 100_000, asked: true, limit: 'maxTotalWait' },
		});
	});

	test('that an earlier answer asked for ends it without an attempt, and nothing was sent', () => {
		const outcome: Outcome = { kind: 'heldBack', waitMs: 300_000 };
		for (const kind of KINDS) {
			expect(choose(outcome, kind, { retryUncertain: true })).toEqual({
				action: 'fail',
				because: { reason: 'waitTooLong', waitMs: 300_000, asked: true, limit: 'maxRetryAfter' },
			});
		}
		expect(deliveryOf(outcome)).toBe('no');
	});

	test('of our own back-off is not reported as asked for', () => {
		const decision = choose({ kind: 'neverConnected', code: 'ECONNREFUSED' }, 'send', { maxTotalWaitSeconds: 0 });
		expect(decision).toMatchObject({ action: 'fail', because: { reason: 'waitTooLong', asked: false } });
	});

	test('together with all others never exceeds the total', () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat(120), { maxLength: 20 }),
				fc.nat(600),
				fc.double({ min: 0, max: 0.999, noNaN: true }),
				(seconds, total, random) => {
					let waitedMs = 0;
					for (const [index, value] of seconds.entries()) {
						const progress = { attempts: index + 1, unluckyAttempts: 0, waitedMs, mayHaveArrived: false };
						const decision = choose(
							answered(429, { 'retry-after': String(value) }),
							'send',
							{ maxRetries: 99, maxTotalWaitSeconds: total },
							progress,
							random,
						);
						if (decision.action !== 'retry') break;
						waitedMs += decision.waitMs;
					}
					expect(waitedMs).toBeLessThanOrEqual(total * 1000);
				},
			),
		);
	});
});

const dice = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('jitter only makes a wait longer, by at most 10 % and 1 s', () => {
	fc.assert(
		fc.property(fc.nat(86_400_000), dice, (waitMs, random) => {
			const jittered = withJitterMs(waitMs, random);
			expect(jittered).toBeGreaterThanOrEqual(waitMs);
			expect(jittered - waitMs).toBeLessThanOrEqual(Math.min(1000, Math.ceil(waitMs / 10)));
		}),
	);
});

test('the back-off is 1 to 30 seconds, and its ceiling doubles', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1000 }), dice, (attempts, random) => {
			const waitMs = backOffMs(attempts, random);
			expect(waitMs).toBeGreaterThanOrEqual(1000);
			expect(waitMs).toBeLessThanOrEqual(Math.min(30_000, 1000 * 2 ** attempts));
		}),
	);
	expect([1, 2, 3, 4, 5, 6].map((attempts) => backOffMs(attempts, 1))).toEqual([
		2000, 4000, 8000, 16_000, 30_000, 30_000,
	]);
});
