import fc from 'fast-check';
import { readHeader } from '../../../nodes/WhatsLoop/transport/headers';
import { readRateLimitAnswer } from '../../../nodes/WhatsLoop/transport/rateLimitAnswer';
import { parseRetryAfter } from '../../../nodes/WhatsLoop/transport/retryAfter';

const NOW = Date.UTC(2026, 10, 15, 12);
const answerOf = (headers: Record<string, unknown>, localNowMs: number) =>
	readRateLimitAnswer(429, headers, localNowMs);
const inSeconds = (seconds: number) => new Date(NOW + seconds * 1000).toUTCString();

describe('Retry-After in seconds', () => {
	test.each([
		['30', 30_000],
		[' 30 ', 30_000],
		['0', 0],
		['007', 7000],
		['1704067200', 1_704_067_200_000],
	])('%p is %i ms', (text, ms) => {
		expect(parseRetryAfter(text, NOW)).toBe(ms);
	});

	test('digits of any length are a finite number', () => {
		fc.assert(
			fc.property(fc.stringOf(fc.constantFrom(...'0123456789'), { minLength: 1, maxLength: 500 }), (digits) => {
				expect(Number.isFinite(parseRetryAfter(digits, NOW))).toBe(true);
			}),
		);
	});
});

describe('Retry-After as a date', () => {
	test('is the time until then', () => {
		expect(parseRetryAfter(inSeconds(90), NOW)).toBe(90_000);
	});

	test('in the past means at once', () => {
		expect(parseRetryAfter(inSeconds(-90), NOW)).toBe(0);
	});

	test('is compared with the Date header (our own clock may be wrong)', () => {
		const headers = { date: inSeconds(0), 'retry-after': inSeconds(42) };
		for (const localNow of [NOW - 3_600_000, NOW, NOW + 3_600_000])
			expect(answerOf(headers, localNow).retryAfterMs).toBe(42_000);
	});

	test('is compared with our own clock if Date is missing or not a date', () => {
		expect(answerOf({ 'retry-after': inSeconds(42) }, NOW).retryAfterMs).toBe(42_000);
		expect(answerOf({ 'retry-after': inSeconds(42), date: 'today' }, NOW).retryAfterMs).toBe(42_000);
	});
});

describe('anything else is no hint', () => {
	test.each([
		'soon',
		'-5',
		'+5',
		'5.5',
		'5,5',
		'0x10',
		'1e3',
		'',
		' ',
		'Infinity',
		'NaN',
		'٣٠',
		'30s',
		'30, 60',
		'Sun, 32 Dec 2030 25:99:99 GMT',
	])('%p', (text) => {
		expect(parseRetryAfter(text, NOW)).toBeUndefined();
	});

	test('and a missing header is no hint either', () => {
		expect(parseRetryAfter(undefined, NOW)).toBeUndefined();
		expect(answerOf({}, NOW).retryAfterMs).toBeUndefined();
	});
});

describe('a header', () => {
	test.each(['Retry-After', 'retry-after', 'RETRY-AFTER', 'rEtRy-AfTeR'])('is found as %s', (name) => {
		expect(answerOf({ other: '1', [name]: '7' }, NOW).retryAfterMs).toBe(7000);
	});

	test('with several values has its first one', () => {
		expect(answerOf({ 'retry-after': ['5', '9'] }, NOW).retryAfterMs).toBe(5000);
	});

	test('may be a number', () => {
		expect(answerOf({ 'retry-after': 8 }, NOW).retryAfterMs).toBe(8000);
	});

	test.each([null, undefined, {}, [], [null], true])('of %p is absent', (value) => {
		expect(readHeader({ 'retry-after': value }, 'Retry-After')).toBeUndefined();
	});
});

describe('X-RateLimit-Reset', () => {
	const seconds = NOW / 1000;

	test('is the time until then, by the clock of the server', () => {
		expect(answerOf({ 'X-RateLimit-Reset': String(seconds + 25), date: inSeconds(5) }, NOW - 99_000).untilResetMs).toBe(
			20_000,
		);
	});

	test.each([
		['the past', String(seconds - 1)],
		['now', String(seconds)],
		['a length of time instead of a moment', '25'],
		['a date', inSeconds(25)],
		['a fraction', `${seconds + 25}.5`],
		['nothing', ''],
	])('of %s is no hint', (_name, value) => {
		expect(answerOf({ 'x-ratelimit-reset': value }, NOW).untilResetMs).toBeUndefined();
	});
});

test('the clock of the server is its Date header', () => {
	expect(answerOf({ Date: inSeconds(-10) }, NOW).dateMs).toBe(NOW - 10_000);
	expect(answerOf({}, NOW).dateMs).toBe(NOW);
});

describe('a request counts as refused before WhatsLoop acted on it', () => {
	test.each<[statusCode: number, headers: Record<string, string>, refused: boolean]>([
		[429, {}, true],
		[429, { 'retry-after': '5' }, true],
		[503, { 'retry-after': '5' }, true],
		[503, { 'retry-after': 'soon' }, false],
		[503, {}, false],
		[500, { 'retry-after': '5' }, false],
		[200, {}, false],
	])('HTTP %i with %j: %p', (statusCode, headers, refused) => {
		expect(readRateLimitAnswer(statusCode, headers, NOW).refused).toBe(refused);
	});
});
