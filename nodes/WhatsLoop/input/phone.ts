import { tidyChatId } from './chatIdentity';
import { cleanDigits, withAsciiDigits, withoutInvisible } from './digits';
import { InputError } from './InputError';
import { plainText } from './plainText';

/** ITU-T E.164: 15 digits with country code at most. Seven is the shortest number in use anywhere. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;

const lastFour = (digits: string) => `…${digits.slice(-4)}`;

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
 * @returns digits, or a chat ID (which has an @) in the spelling of WhatsApp
 * @throws InputError with the fix in the message
 */
export function cleanPhone(input: unknown, defaultCountryCode?: string): string {
	const text = plainText(input).trim();
	if (text.includes('@')) return tidyChatId(text);

	// In "+966 (0) 50 …" the zero is to be left out, in "(0)50 …" it is part of the number: asking beats guessing.
	if (/\d.*\(0\)/.test(withoutInvisible(withAsciiDigits(text)))) {
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
