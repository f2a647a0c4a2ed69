/** Zero of each row of digits that phones in the region type: Arabic-Indic (U+0660) and Persian (U+06F0). */
const OTHER_ZEROS = [0x0660, 0x06f0];

const toAsciiDigit = (digit: string): string => {
	const code = digit.charCodeAt(0);
	const zero = OTHER_ZEROS.find((start) => code >= start && code <= start + 9) ?? code;
	return String(code - zero);
};

/** White space, and the marks that copying from right-to-left text brings along. */
const INVISIBLE = /[\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** What people put between digits. */
const PUNCTUATION = /[\p{Dash_Punctuation}.()[\]\u2212]/gu;

/** Arabic-Indic and Persian digits as the ones from 0 to 9; everything else stays. */
export const withAsciiDigits = (text: string): string => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, toAsciiDigit);

/** Without white space and without marks that can't be seen. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** A phone number without what people put between its digits, its digits from 0 to 9. A leading + stays. */
export const cleanDigits = (text: string): string => withoutInvisible(withAsciiDigits(text)).replace(PUNCTUATION, '');
