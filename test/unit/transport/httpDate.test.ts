import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { parseHttpDate } from '../../../nodes/WhatsLoop/transport/httpDate';

const NOW = Date.UTC(2026, 10, 15);
/** The example moment of RFC 9110. */
const EXAMPLE = Date.UTC(1994, 10, 6, 8, 49, 37);

describe('the three forms of an HTTP-date', () => {
	test.each([
		['IMF-fixdate', 'Sun, 06 Nov 1994 08:49:37 GMT'],
		['RFC 850', 'Sunday, 06-Nov-94 08:49:37 GMT'],
		['asctime', 'Sun Nov  6 08:49:37 1994'],
	])('%s is read as GMT', (_form, text) => {
		expect(parseHttpDate(text, NOW)).toBe(EXAMPLE);
	});

	test('all are read as GMT, also on a machine 14 hours ahead (asctime names no zone)', () => {
		const script = `
			const { parseHttpDate } = require(${JSON.stringify(resolve(__dirname, '../../../nodes/WhatsLoop/transport/httpDate'))});
			const texts = ['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'];
			console.log(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), parsed: texts.map((text) => parseHttpDate(text, ${NOW})) }));`;
		const output = execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', script], {
			cwd: resolve(__dirname, '../../..'),
			env: { ...process.env, TZ: 'Pacific/Kiritimati' },
			encoding: 'utf8',
		});
		const { offset, parsed } = JSON.parse(output) as { offset: number; parsed: number[] };
		// proves that the zone was in force (in 1970 it was 10:40 behind)
		expect(offset).not.toBe(0);
		expect(parsed).toEqual([EXAMPLE, EXAMPLE, EXAMPLE]);
	});

	test('every second between 1970 and 2100 survives being written and read', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (seconds) => {
				expect(parseHttpDate(new Date(seconds * 1000).toUTCString(), NOW)).toBe(seconds * 1000);
			}),
		);
	});
});

describe('a leap second', () => {
	test.each(['Sat, 31 Dec 2016 23:59:60 GMT', 'Saturday, 31-Dec-16 23:59:60 GMT', 'Sat Dec 31 23:59:60 2016'])(
		'%s is the first moment of the next minute',
		(text) => {
			expect(parseHttpDate(text, NOW)).toBe(Date.UTC(2017, 0, 1));
		},
	);

	test('61 is no second', () => {
		expect(parseHttpDate('Sat, 31 Dec 2016 23:59:61 GMT', NOW)).toBeUndefined();
	});
});

describe('a year of two digits is the one at most 50 years away', () => {
	test.each([
		[2026, '27', 2027],
		[2026, '75', 2075],
		[2026, '76', 2076],
		[2060, '10', 2010],
		[2060, '09', 2109],
		[2026, '77', 1977],
		[2026, '94', 1994],
		[2026, '26', 2026],
		[1999, '00', 2000],
		[2099, '01', 2101],
		[2060, '05', 2105],
	])('seen from %i, %s is %i', (thisYear, digits, expected) => {
		const parsed = parseHttpDate(`Sunday, 06-Nov-${digits} 08:49:37 GMT`, Date.UTC(thisYear, 10, 15))!;
		expect(new Date(parsed).getUTCFullYear()).toBe(expected);
	});
});

describe('what is no HTTP-date', () => {
	test.each([
		'Sun, 32 Dec 2030 25:99:99 GMT',
		'Sun Nov 06 1994 08:49:37 GMT',
		'Sun, 31 Feb 2027 00:00:00 GMT',
		'Sun, 00 Nov 1994 08:49:37 GMT',
		'Sun, 31 Nov 1994 08:49:37 GMT',
		'Sun, 06 Nov 1994 24:00:00 GMT',
		'Sun, 06 Nov 1994 08:60:00 GMT',
		'Sun, 06 Foo 1994 08:49:37 GMT',
		'Sun, 6 Nov 1994 08:49:37 GMT',
		'Sun, 06 Nov 1994 08:49:37',
		'Sun, 06 Nov 1994 08:49:37 UTC',
		'Sun, 06 Nov 1994 08:49:37 +0300',
		'Sun, 06 Nov 1994 08:49:37 GMT and more',
		'Sonntag, 06-Nov-94 08:49:37 GMT',
		'1994-11-06T08:49:37Z',
		'784111777',
		'tomorrow',
		'',
	])('%p is none', (text) => {
		expect(parseHttpDate(text, NOW)).toBeUndefined();
	});

	test('29 February is a date only in leap years', () => {
		expect(parseHttpDate('Tue, 29 Feb 2028 00:00:00 GMT', NOW)).toBe(Date.UTC(2028, 1, 29));
		expect(parseHttpDate('Tue, 29 Feb 2027 00:00:00 GMT', NOW)).toBeUndefined();
	});

	test('no text makes it throw', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(parseHttpDate(text, NOW)).toBeUndefined();
			}),
		);
	});
});
