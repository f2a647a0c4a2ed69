import { InputError } from './InputError';

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

/** ITU-T E.164: 15 digits with country code at most. Seven is the shortest number in use anywhere. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;

const lastFour = (digits: string) => `…${digits.slice(-4)}`;

/** Arabic-Indic and Persian digits as the ones from 0 to 9; everything else stays. */
export const withAsciiDigits = (text: string): string => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, toAsciiDigit);

const cleanDigits = (text: string) => withAsciiDigits(text).replace(INVISIBLE, '').replace(PUNCTUATION, '');

function cleanCountryCode(countryCode: string | undefined): string | undefined {
	const digits = cleanDigits(String(countryCode ?? '')).replace(/^(\+|00)/, '');
	if (digits === '') return undefined;
	if (!/^[1-9]\d{0,2}$/.test(digits)) {
		throw new InputError(
			'"Default Country Code" is not a country code',
			'Use one to three digits, such as 966 for Saudi Arabia.',
		);
	}
	return digits;
}

/**
 * Brings a phone number into the form that WhatsLoop takes: digits with country code and nothing else. Only writing is
 * cleaned; nothing about the number is guessed.
 *
 * @param defaultCountryCode completes a national number, one that starts with a single 0
 * @returns digits, or the text itself (trimmed) where it is a chat id, which has an @
 * @throws InputError with the fix in the message
 */
export function cleanPhone(input: unknown, defaultCountryCode?: string): string {
	const text = String(input ?? '').trim();
	if (text.includes('@')) return text;

	// In "+966 (0) 50 …" the zero is to be left out, in "(0)50 …" it is part of the number: asking beats guessing.
	if (/\d.*\(0\)/.test(withAsciiDigits(text).replace(INVISIBLE, ''))) {
		throw new InputError(
			'The phone number has a "(0)" after its country code',
			'Remove the "(0)": +966 (0) 50… becomes +966 50…',
		);
	}

	const cleaned = cleanDigits(text);
	if (cleaned === '' || cleaned === '+') {
		throw new InputError('The phone number is empty', 'Fill in a number with country code, such as 966501234567.');
	}
	const isInternational = /^(\+|00)/.test(cleaned);
	const digits = cleaned.replace(/^(\+|00)/, '');
	if (!/^\d+$/.test(digits)) {
		throw new InputError(
			'The phone number has characters that are no digits',
			'Fill in one number with country code, such as 966501234567, or a chat ID such as 1203630…@g.us.',
		);
	}
	return checkLength(isInternational ? checkCountryCode(digits) : completeNational(digits, defaultCountryCode));
}

function checkCountryCode(digits: string): string {
	if (digits.startsWith('0')) {
		throw new InputError(
			`The phone number ${lastFour(digits)} has a 0 where its country code should be`,
			'After + or 00 comes the country code, such as 966. No country code starts with 0.',
		);
	}
	return digits;
}

function completeNational(digits: string, defaultCountryCode?: string): string {
	if (!digits.startsWith('0')) return digits;
	const countryCode = cleanCountryCode(defaultCountryCode);
	if (countryCode === undefined) {
		throw new InputError(
			`The phone number ${lastFour(digits)} has no country code. Write it with its country code, or set "Default Country Code" in the options`,
			'A number that starts with a single 0 is national: with the country code 966, 0501234567 becomes 966501234567.',
		);
	}
	return countryCode + digits.slice(1);
}

function checkLength(digits: string): string {
	if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS) {
		throw new InputError(
			`The phone number ${lastFour(digits)} has ${digits.length} digits, a number with country code has ${MIN_DIGITS} to ${MAX_DIGITS}`,
			'Fill in one number with country code, such as 966501234567.',
		);
	}
	return digits;
}
