import { COUNTRY_ENTRIES } from './countryEntries';

/** What is known about the numbers of a country code. */
export interface Country {
	/** One to three digits, such as 966. */
	code: string;
	/** Name of the country, or of the largest of those that share the code. */
	name: string;
	/** Digits after the country code; undefined where they are not known, such as for satellite phones. */
	lengths?: ReadonlySet<number>;
	/** Numbers may start with a 0 that is part of them, and is dialled from abroad, too. */
	keepsZero: boolean;
	/** Lengths of numbers that may start with the country's own code, and then look as if they had it already. */
	lengthsStartingWithCode: ReadonlySet<number>;
}

/**
 * An entry: country code, region, lengths (`7,9-11`), then what is special: `s` several countries share the code, `z` numbers
 * keep a leading 0, `o` and lengths for numbers that may start with the country's own code.
 */
const ENTRY = /^(\d{1,3})(?:([A-Z]{2})([\d,-]+)([sz]*)(?:o([\d,-]+))?)?$/;

function readLengths(written: string): Set<number> {
	const lengths = new Set<number>();
	for (const range of written.split(',')) {
		const [from, to = from] = range.split('-').map(Number);
		for (let length = from; length <= to; length++) lengths.add(length);
	}
	return lengths;
}

function readEntry(entry: string, names: Intl.DisplayNames): Country | undefined {
	const match = ENTRY.exec(entry);
	if (!match) return undefined;
	const [, code, region, lengths, flags = '', startingWithCode] = match as Array<string | undefined>;
	if (code === undefined) return undefined;
	if (region === undefined || lengths === undefined)
		return { code, name: 'an international service', keepsZero: false, lengthsStartingWithCode: new Set() };
	const bareName = names.of(region) ?? region;
	const name = WITH_ARTICLE.test(bareName) ? `the ${bareName}` : bareName;
	return {
		code,
		name: flags.includes('s') ? `${name} and others` : name,
		lengths: readLengths(lengths),
		keepsZero: flags.includes('z'),
		lengthsStartingWithCode: startingWithCode === undefined ? new Set() : readLengths(startingWithCode),
	};
}

/** Names that need an article in a sentence. */
const WITH_ARTICLE = /^(United|Netherlands|Philippines|Maldives|Comoros|Central|Marshall|Solomon|Dominican)/;

let countries: Map<string, Country> | undefined;

/** By country code. Read once, when the first number comes. */
function table(): Map<string, Country> {
	if (countries) return countries;
	const names = new Intl.DisplayNames(['en'], { type: 'region' });
	countries = new Map();
	for (const entry of COUNTRY_ENTRIES.split(' ')) {
		const country = readEntry(entry, names);
		if (country) countries.set(country.code, country);
	}
	return countries;
}

/** @param code one to three digits */
export const countryOfCode = (code: string): Country | undefined => table().get(code);

/** @param digits a number with its country code; no code is the beginning of another one (E.164) */
export function countryOfNumber(digits: string): Country | undefined {
	for (let length = 1; length <= 3; length++) {
		const country = table().get(digits.slice(0, length));
		if (country) return country;
	}
	return undefined;
}

/** `9`, `8 or 9`, `7, 9 or 10`, `5 to 13`, as in "numbers have … digits". */
export function lengthsInWords(lengths: ReadonlySet<number>): string {
	const sorted = [...lengths].sort((a, b) => a - b);
	const first = sorted[0];
	const last = sorted[sorted.length - 1];
	if (sorted.length > 2 && last - first === sorted.length - 1) return `${first} to ${last}`;
	return sorted.length === 1 ? `${first}` : `${sorted.slice(0, -1).join(', ')} or ${last}`;
}
