import fc from 'fast-check';
import { readRateLimitAnswer } from '../../../nodes/WhatsLoop/transport/rateLimitAnswer';
import { parseRetryAfter } from '../../../nodes/WhatsLoop/transport/retryAfter';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const two = (value: number, sign = '0') => String(value).padStart(2, sign);

/** The three forms of RFC 9110, 5.6.7. */
const FORMS: Record<string, (date: Date) => string> = {
	'IMF-fixdate': (date) => date.toUTCString(),
	'RFC 850': (date) => {
		const [, day, month, year, time] = date.toUTCString().split(' ');
		return `${DAYS[date.getUTCDay()]}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
	},
	asctime: (date) => {
		const [weekday, , month, year, time] = date.toUTCString().split(' ');
		return `${weekday.slice(0, 3)} ${month} ${two(date.getUTCDate(), ' ')} ${time} ${year}`;
	},
};

/** Whole seconds from 2020 to 2040. */
const moment = fc.integer({ min: 1_577_836_800, max: 2_208_988_800 }).map((seconds) => seconds * 1000);

describe.each(Object.entries(FORMS))('Retry-After as %s', (_name, write) => {
	test('is the time since the Date header, to the millisecond, and 0 if it is in the past', () => {
		fc.assert(
			fc.property(moment, fc.integer({ min: -86_400, max: 86_400 }), moment, (dateMs, seconds, localMs) => {
				const headers = {
					Date: new Date(dateMs).toUTCString(),
					'Retry-After': write(new Date(dateMs + seconds * 1000)),
				};
				// our own clock may be years off
				expect(readRateLimitAnswer(429, headers, localMs).retryAfterMs).toBe(Math.max(0, seconds * 1000));
			}),
		);
	});
});

test('Retry-After is a number of seconds, a date or no hint, and never negative or infinite', () => {
	const text = fc.oneof(
		fc.string(),
		fc.fullUnicodeString(),
		fc.double().map(String),
		fc.bigInt().map(String),
		fc.date().map(String),
		fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
		fc.nat().map((seconds) => ` ${seconds}\t`),
	);
	fc.assert(
		fc.property(text, moment, (value, nowMs) => {
			const waitMs = parseRetryAfter(value, nowMs);
			if (/^\s*\d+\s*$/.test(value)) expect(waitMs).toBe(Math.min(Number(value) * 1000, Number.MAX_SAFE_INTEGER));
			else if (waitMs !== undefined) expect(Number.isSafeInteger(waitMs) && waitMs >= 0).toBe(true);
		}),
		{ numRuns: 1000 },
	);
});

test('reading any headers never throws, and never gives a negative number or NaN', () => {
	const names = ['Retry-After', 'x-ratelimit-limit', 'X-RateLimit-Remaining', 'X-RATELIMIT-RESET', 'Date', 'x'];
	const headers = fc.dictionary(
		fc.constantFrom(...names),
		fc.oneof(
			fc.anything(),
			fc.nat().map(String),
			fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
		),
	);
	fc.assert(
		fc.property(fc.integer({ min: 100, max: 999 }), headers, moment, (status, given, nowMs) => {
			const { refused, dateMs, ...rest } = readRateLimitAnswer(status, given, nowMs);
			expect(Number.isFinite(dateMs)).toBe(true);
			expect(refused).toBe(status === 429 || (status === 503 && rest.retryAfterMs !== undefined));
			for (const value of Object.values(rest)) expect(value === undefined || value >= 0).toBe(true);
		}),
		{ numRuns: 1000 },
	);
});

describe('X-RateLimit-Reset', () => {
	const dateMs = 1_800_000_000_000;
	const read = (reset: string) =>
		readRateLimitAnswer(200, { Date: new Date(dateMs).toUTCString(), 'X-RateLimit-Reset': reset }, 0);

	test('is the end of the window in seconds since 1970', () => {
		expect(read('1800000042')).toMatchObject({ resetEpochMs: 1_800_000_042_000, untilResetMs: 42_000 });
	});

	test('that has passed leaves nothing to wait for', () => {
		for (const reset of ['1800000000', '1000000000'])
			expect(read(reset)).toMatchObject({ resetEpochMs: Number(reset) * 1000, untilResetMs: undefined });
	});

	test.each(['60', '999999999', 'soon', '-5', '1800000042.5', ''])('says nothing as %j', (reset) => {
		expect(read(reset)).toMatchObject({ resetEpochMs: undefined, untilResetMs: undefined });
	});
});
