import { cleanChatId } from './chatIdentity';
import { cleanDigits, withAsciiDigits, withoutInvisible } from './digits';
import { InputError } from './InputError';
import { readBareDigits, readInternational, readNational } from './phoneReadings';
import { plainText } from './plainText';

/** No phone number is as long as this, even with spaces between its digits. A longer text is something else. */
const MAX_CHARACTERS = 200;

function cleanCountryCode(countryCode: unknown): string | undefined {
	const digits = cleanDigits(plainText(countryCode)).replace(/^(\+|00)/, '');
	if (digits === '') return undefined;
	if (!/^[1-9]\d{0,2}$/.test(digits)) {
		throw new InputError(
			'"Default Country Code" is not a country code',
			'Use one to three digits, such as 966 for Saudi Arabia.',
		);
	}
	return digits;
}

/** In "+966 (0) 50 …" the zero is to be left out, in "(0)50 …" it is part of the number. */
function hasZeroAfterCountryCode(text: string): boolean {
	const written = withoutInvisible(withAsciiDigits(text));
	return /\d/.test(written.slice(0, Math.max(0, written.lastIndexOf('(0)'))));
}

/**
 * Brings a phone number into the form that WhatsLoop takes: digits with country code and nothing else. The spelling
 * is cleaned. The number itself is never guessed: it has exactly one reading, or it is refused.
 *
 * @param defaultCountryCode completes a national number, one that starts with a single 0 or has lost that 0
 * @returns digits, or a chat ID (which has an @) in the spelling of WhatsApp
 * @throws InputError with the fix in the message
 */
export function cleanPhone(input: unknown, defaultCountryCode?: string): string {
	const text = plainText(input).trim();
	if (text.length > MAX_CHARACTERS) {
		throw new InputError(
			`The phone number is longer than ${MAX_CHARACTERS} characters`,
			'Fill in one number with country code, such as 966501234567. For several recipients use an item for each.',
		);
	}
	if (text.includes('@')) return cleanChatId(text);

	if (hasZeroAfterCountryCode(text)) {
		throw new InputError(
			'The phone number has a "(0)" after its country code',
			'Remove the "(0)": +966 (0) 50… becomes +966 50…',
		);
	}

	const cleaned = cleanDigits(text);
	if (cleaned === '' || cleaned === '+') {
		throw new InputError('The phone number is empty', 'Fill in a number with country code, such as 966501234567.');
	}
	const digits = cleaned.replace(/^(\+|00)/, '');
	if (!/^\d+$/.test(digits)) {
		throw new InputError(
			'The phone number has characters that are no digits',
			'Fill in one number with country code, such as 966501234567, or a chat ID such as 1203630…@g.us.',
		);
	}
	if (digits !== cleaned) return readInternational(digits);
	const defaultCode = cleanCountryCode(defaultCountryCode);
	return digits.startsWith('0') ? readNational(digits, defaultCode) : readBareDigits(digits, defaultCode);
}
