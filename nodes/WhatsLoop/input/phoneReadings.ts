import { countryOfCode, countryOfNumber, lengthsInWords, type Country } from './countryTable';
import { InputError } from './InputError';

/** ITU-T E.164: 15 digits with country code at most. Seven is the shortest number in use anywhere. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;

/** Used as an example where the user has set no country code. */
const EXAMPLE_CODE = '966';

const IN_FULL = 'Write the number with + and its country code, such as +966 50 123 4567.';
const AS_CHAT_ID = 'If the number is right all the same, fill it in as a chat ID: digits and @c.us.';

/** All that an error may show of a phone number. */
const lastFour = (digits: string) => `…${digits.slice(-4)}`;

const named = ({ name, code }: Country) => `${name} (+${code})`;

/** A country whose lengths are not known has only possible numbers. */
const hasPossibleLength = ({ lengths }: Country, national: string) => lengths?.has(national.length) !== false;

/** Only the numbers of a few countries start with a 0 after the country code. Elsewhere it is the 0 that is dialled at home. */
const hasHomeZero = ({ lengths, keepsZero }: Country, national: string) =>
	lengths !== undefined && !keepsZero && national.startsWith('0');

const isPossible = (country: Country, national: string) =>
	hasPossibleLength(country, national) && !hasHomeZero(country, national);

const nationalPart = (country: Country, digits: string) => digits.slice(country.code.length);

function checkTotalLength(digits: string): string {
	if (digits.length >= MIN_DIGITS && digits.length <= MAX_DIGITS) return digits;
	throw new InputError(
		`The phone number ${lastFour(digits)} has ${digits.length} digits, a number with country code has ${MIN_DIGITS} to ${MAX_DIGITS}`,
		'Fill in one number with country code, such as 966501234567.',
	);
}

function refuseNational(country: Country, national: string): never {
	const isZeroTooMany = hasHomeZero(country, national) && hasPossibleLength(country, national.slice(1));
	const wrong = hasPossibleLength(country, national)
		? `has a 0 after +${country.code}, numbers of ${country.name} have none there`
		: `has ${national.length} digits after +${country.code}, numbers of ${country.name} have ${lengthsInWords(country.lengths ?? new Set())}`;
	throw new InputError(
		`The phone number ${lastFour(national)} ${wrong}. Nothing was sent.`,
		isZeroTooMany ? `Leave out the 0 after +${country.code}.` : `Correct the number. ${AS_CHAT_ID}`,
	);
}

/**
 * A number that was written with + or 00: it has one reading.
 *
 * @param digits after the + or 00
 * @throws InputError where that country has no such number
 */
export function readInternational(digits: string): string {
	if (digits.startsWith('0')) {
		throw new InputError(
			`The phone number ${lastFour(digits)} has a 0 where its country code should be`,
			'After + or 00 comes the country code, such as 966. No country code starts with 0.',
		);
	}
	checkTotalLength(digits);
	const country = countryOfNumber(digits);
	if (country && !isPossible(country, nationalPart(country, digits)))
		refuseNational(country, nationalPart(country, digits));
	return digits;
}

/** The 0 in front goes, except where it is part of the number. */
function withoutTrunkZero(country: Country | undefined, digits: string): string {
	const isPartOfNumber = country?.keepsZero === true && hasPossibleLength(country, digits);
	return isPartOfNumber ? digits : digits.slice(1);
}

/**
 * A number that was written with a 0 in front: it is a number of the Default Country Code.
 *
 * @param digits with the 0
 * @param defaultCode digits, or undefined where the user has set none
 * @throws InputError where there is no such code, or no number of that country has so many digits
 */
export function readNational(digits: string, defaultCode: string | undefined): string {
	if (defaultCode === undefined) {
		throw new InputError(
			`The phone number ${lastFour(digits)} has no country code. Write it with its country code, or set "Default Country Code" in the options`,
			'A number that starts with a single 0 is national: with the country code 966, 0501234567 becomes 966501234567.',
		);
	}
	const country = countryOfCode(defaultCode);
	const national = withoutTrunkZero(country, digits);
	if (country && !isPossible(country, national)) refuseNational(country, national);
	return checkTotalLength(defaultCode + national);
}

/** A number without its 0 in front, as a spreadsheet leaves it, read as one of the Default Country Code. */
function readAsNational(digits: string, defaultCode: string): Country | undefined {
	const country = countryOfCode(defaultCode);
	if (!country?.lengths?.has(digits.length) || defaultCode.length + digits.length > MAX_DIGITS) return undefined;
	// digits that begin with the code have it already, also if some are missing after it, unless numbers of that country begin so
	const hasCodeAlready = countryOfNumber(digits) === country && !country.lengthsStartingWithCode.has(digits.length);
	return hasCodeAlready ? undefined : country;
}

function refuseWithoutReading(digits: string, international: Country | undefined, defaultCode?: string): never {
	const inDefault = defaultCode === undefined ? undefined : countryOfCode(defaultCode);
	const tried = [international, inDefault]
		.filter((country, index, all): country is Country => country !== undefined && all.indexOf(country) === index)
		.map((country) => {
			const withoutZero = country === international && hasHomeZero(country, nationalPart(country, digits));
			const lengths = lengthsInWords(country.lengths ?? new Set());
			return `${named(country)}, whose numbers have ${lengths} digits${withoutZero ? ' and no 0 in front' : ''}`;
		});
	const isNot = tried.length === 0 ? 'starts with no country code' : `is no number of ${tried.join(', and none of ')}`;
	const example = defaultCode === undefined ? readAsNational(digits, EXAMPLE_CODE) : undefined;
	throw new InputError(
		`The phone number ${lastFour(digits)} ${isNot}${
			example ? `; with "Default Country Code" ${EXAMPLE_CODE} it would be one of ${example.name}` : ''
		}. Nothing was sent.`,
		defaultCode === undefined
			? `${IN_FULL} For national numbers set "Default Country Code" in the options.`
			: `${IN_FULL} ${AS_CHAT_ID}`,
	);
}

/**
 * A number that was written as digits alone: it may have its country code, or be a national one that lost its 0, as in a
 * spreadsheet. It is sent only where it can be read in one way.
 *
 * @param digits not starting with 0
 * @param defaultCode digits, or undefined where the user has set none
 * @throws InputError naming the readings
 */
export function readBareDigits(digits: string, defaultCode: string | undefined): string {
	const withCode = countryOfNumber(digits);
	const isInternational =
		withCode !== undefined &&
		isPossible(withCode, nationalPart(withCode, digits)) &&
		digits.length >= MIN_DIGITS &&
		digits.length <= MAX_DIGITS;
	const national = defaultCode === undefined ? undefined : readAsNational(digits, defaultCode);

	if (isInternational && national) {
		throw new InputError(
			`The phone number ${lastFour(digits)} can be one of ${named(withCode)}, or, with "Default Country Code", one of ${named(national)}. Nothing was sent.`,
			`${IN_FULL} A national number is clear with a 0 in front.`,
		);
	}
	if (isInternational) return digits;
	if (national) return national.code + digits;
	checkTotalLength(digits);
	return refuseWithoutReading(digits, withCode, defaultCode);
}
