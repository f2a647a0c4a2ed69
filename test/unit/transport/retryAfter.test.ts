import fc from 'fast-check';
import { readHeader } from '../../../nodes/WhatsLoop/transport/headers';
import {
	parseRetryAfter,
	readRateLimitReset,
	readRetryAfter,
	serverNowMs,
} from '../../../nodes/WhatsLoop/transport/retryAfter';

const NOW = Date.UTC(2026, 10, 15, 12);
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

	test('any row of digits is a finite number, however long', () => {
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

	test('is held against the Date header, so a clock that goes wrong here does no harm', () => {
		const headers = { date: inSeconds(0), 'retry-after': inSeconds(42) };
		for (const localNow of [NOW - 3_600_000, NOW, NOW + 3_600_000])
			expect(readRetryAfter(headers, localNow)).toBe(42_000);
	});

	test('is held against the own clock where Date is missing or no date', () => {
		expect(readRetryAfter({ 'retry-after': inSeconds(42) }, NOW)).toBe(42_000);
		expect(readRetryAfter({ 'retry-after': inSeconds(42), date: 'today' }, NOW)).toBe(42_000);
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

	test('and neither is no header', () => {
		expect(parseRetryAfter(undefined, NOW)).toBeUndefined();
		expect(readRetryAfter({}, NOW)).toBeUndefined();
	});
});

describe('a header', () => {
	test.each(['Retry-After', 'retry-after', 'RETRY-AFTER', 'rEtRy-AfTeR'])('is found as %s', (name) => {
		expect(readRetryAfter({ other: '1', [name]: '7' }, NOW)).toBe(7000);
	});

	test('with several values counts by its first', () => {
		expect(readRetryAfter({ 'retry-after': ['5', '9'] }, NOW)).toBe(5000);
	});

	test('may be a number', () => {
		expect(readRetryAfter({ 'retry-after': 8 }, NOW)).toBe(8000);
	});

	test.each([null, undefined, {}, [], [null], true])('of %p is absent', (value) => {
		expect(readHeader({ 'retry-after': value }, 'Retry-After')).toBeUndefined();
	});
});

describe('X-RateLimit-Reset', () => {
	const seconds = NOW / 1000;

	test('is the time until then, against the clock of the server', () => {
		expect(readRateLimitReset({ 'X-RateLimit-Reset': String(seconds + 25), date: inSeconds(5) }, NOW - 99_000)).toBe(
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
		expect(readRateLimitReset({ 'x-ratelimit-reset': value }, NOW)).toBeUndefined();
	});
});

test('the clock of the server is its Date header', () => {
	expect(serverNowMs({ Date: inSeconds(-10) }, NOW)).toBe(NOW - 10_000);
	expect(serverNowMs({}, NOW)).toBe(NOW);
});
