const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const LONG_DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const TIME = '(\\d{2}):(\\d{2}):(\\d{2})';

/** The three forms of RFC 9110, 5.6.7, each with the order in which it names day, month, year and time. */
const FORMS: Array<{ pattern: RegExp; order: [day: number, month: number, year: number, time: number] }> = [
	{ pattern: new RegExp(`^${DAY}, (\\d{2}) ([A-Z][a-z]{2}) (\\d{4}) ${TIME} GMT$`), order: [1, 2, 3, 4] },
	{ pattern: new RegExp(`^${LONG_DAY}, (\\d{2})-([A-Z][a-z]{2})-(\\d{2}) ${TIME} GMT$`), order: [1, 2, 3, 4] },
	{ pattern: new RegExp(`^${DAY} ([A-Z][a-z]{2}) ([ \\d]\\d) ${TIME} (\\d{4})$`), order: [2, 1, 6, 3] },
];

/** A two-digit year is the one at most 50 years away (RFC 9110, 5.6.7, which only speaks of the future). */
function fullYear(digits: string, nowMs: number): number {
	const year = Number(digits);
	if (digits.length === 4) return year;
	const thisYear = new Date(nowMs).getUTCFullYear();
	const inThisCentury = thisYear - (thisYear % 100) + year;
	if (inThisCentury > thisYear + 50) return inThisCentury - 100;
	return inThisCentury < thisYear - 50 ? inThisCentury + 100 : inThisCentury;
}

/**
 * Reads an HTTP-date in one of its three forms, always as GMT, in any time zone of the machine. `Date.parse` is no
 * help: it takes far more than HTTP-dates, and reads the asctime form in local time.
 *
 * @param nowMs resolves two-digit years
 * @returns milliseconds since the epoch, or undefined where the text is no HTTP-date or names no real day or time
 */
export function parseHttpDate(text: string, nowMs: number): number | undefined {
	for (const { pattern, order } of FORMS) {
		const match = pattern.exec(text);
		if (!match) continue;
		const [dayAt, monthAt, yearAt, timeAt] = order;
		const day = Number(match[dayAt]);
		const month = MONTHS.indexOf(match[monthAt]);
		const [hours, minutes, seconds] = [0, 1, 2].map((part) => Number(match[timeAt + part]));
		// 60 is a leap second; Date.UTC rolls it over into the next minute, which is right.
		if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
		const midnight = new Date(Date.UTC(fullYear(match[yearAt], nowMs), month, day));
		// a day that the month does not have falls into another month, and a name that is no month is -1
		if (midnight.getUTCMonth() !== month) return undefined;
		return midnight.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000;
	}
	return undefined;
}
