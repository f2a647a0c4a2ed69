import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import examples from 'libphonenumber-js/examples.mobile.json';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { COUNTRY_ENTRIES } from '../../../nodes/WhatsLoop/input/countryEntries';
import { countryOfCode, countryOfNumber } from '../../../nodes/WhatsLoop/input/countryTable';
import { InputError } from '../../../nodes/WhatsLoop/input/InputError';
import { cleanPhone } from '../../../nodes/WhatsLoop/input/phone';
import { countryTableFile } from '../../../scripts/phones/countryTable';
import { PROJECT_FOLDER } from '../../../scripts/project';
import { MOBILES, nationalNumber, possibleNumber } from './possibleNumbers';

const SAUDI = '966501234567';

const descriptionOf = (input: unknown, countryCode?: string): string => {
	try {
		return `not refused: ${cleanPhone(input, countryCode)}`;
	} catch (error) {
		return (error as InputError).description ?? '';
	}
};

describe('a number without its leading 0 (a spreadsheet removed it)', () => {
	test('is completed by the Default Country Code (501234567 is 0501234567 in Saudi Arabia)', () => {
		expect(cleanPhone('501234567', '966')).toBe(SAUDI);
		expect(cleanPhone(501234567, '966')).toBe(SAUDI);
		expect(cleanPhone('٥٠١٢٣٤٥٦٧', '+٩٦٦')).toBe(SAUDI);
	});

	test('is refused if it begins with the Default Country Code and has too few digits after it (966501234 is a number cut short)', () => {
		expect(() => cleanPhone('966501234', '966')).toThrow(/…1234 is no number of Saudi Arabia \(\+966\)/);
	});

	test('is completed if numbers of that country begin with its code (mobiles of India do)', () => {
		expect(cleanPhone('9123456789', '91')).toBe('919123456789');
	});

	test('is refused without one, and the error says what to do', () => {
		expect(() => cleanPhone('501234567')).toThrow(
			'The phone number …4567 is no number of Belize (+501), whose numbers have 7 digits; with "Default Country Code" 966 it would be one of Saudi Arabia. Nothing was sent.',
		);
	});

	test('is refused if it fits neither reading', () => {
		expect(() => cleanPhone('50123456789', '966')).toThrow(
			'…6789 is no number of Belize (+501), whose numbers have 7 digits, and none of Saudi Arabia (+966), whose numbers have 9 digits',
		);
	});

	test('is refused if it fits both readings, and the error names both (53 is Cuba)', () => {
		expect(() => cleanPhone('531234567', '966')).toThrow(
			'…4567 can be one of Cuba (+53), or, with "Default Country Code", one of Saudi Arabia (+966)',
		);
		expect(descriptionOf('531234567', '966')).toMatch(/with a 0 in front/);
		expect(cleanPhone('0531234567', '966')).toBe('966531234567');
		expect(cleanPhone('+531234567', '966')).toBe('531234567');
	});
});

describe('digits with their country code', () => {
	test.each([
		['Saudi Arabia', SAUDI, '966'],
		['Egypt', '201001234567', '20'],
		['Germany', '4915112345678', '49'],
		['Austria', '436641234567', '43'],
		['Italy', '393331234567', '39'],
		['India', '919876543210', '91'],
		['the United Arab Emirates', '971501234567', '971'],
		['another country', '201001234567', '966'],
	])('of %s are sent unchanged with any Default Country Code', (_country, digits, countryCode) => {
		expect(cleanPhone(digits, countryCode)).toBe(digits);
	});
});

describe('an impossible number is refused before sending', () => {
	test.each([
		['+96650123456', '…3456 has 8 digits after +966, numbers of Saudi Arabia have 9'],
		['+9665012345678', '…5678 has 10 digits after +966, numbers of Saudi Arabia have 9'],
		['0096550123', '…0123 has 5 digits after +965, numbers of Kuwait have 8'],
		['+1 555 123', '…5123 has 6 digits after +1, numbers of the United States and others have 10'],
		['+45 123 456', '…3456 has 6 digits after +45, numbers of Denmark have 8'],
	])('%s', (input, message) => {
		expect(() => cleanPhone(input)).toThrow(message);
	});

	test('also if it is a national one', () => {
		expect(() => cleanPhone('050123456', '966')).toThrow('…3456 has 8 digits after +966');
	});

	test('with the fix to remove the 0 after the country code', () => {
		expect(() => cleanPhone('+966 050 123 4567')).toThrow('has 10 digits after +966');
		expect(descriptionOf('+966 050 123 4567')).toBe('Leave out the 0 after +966.');
	});

	test('also if it has the right length only because of a 0 after the country code', () => {
		expect(() => cleanPhone('+966 050 123 456')).toThrow(
			'…3456 has a 0 after +966, numbers of Saudi Arabia have none there. Nothing was sent.',
		);
		expect(() => cleanPhone('966050123456')).toThrow(
			'…3456 is no number of Saudi Arabia (+966), whose numbers have 9 digits and no 0 in front',
		);
		expect(() => cleanPhone('+49 0151 1234567')).toThrow('…4567 has a 0 after +49, numbers of Germany have none there');
	});

	test('with the fix to correct the number if leaving out the 0 is not enough', () => {
		expect(descriptionOf('+966 050 123 456')).toMatch(/^Correct the number\./);
		expect(descriptionOf('+966 50 123 45678')).toMatch(/^Correct the number\./);
		expect(descriptionOf('+49 0151 1234567')).toBe('Leave out the 0 after +49.');
	});

	test.each([
		['123456', undefined, 'has 6 digits, a number with country code has 7 to 15'],
		['1234567890123456', undefined, 'has 16 digits, a number with country code has 7 to 15'],
		[
			'210123456',
			undefined,
			'…3456 starts with no country code; with "Default Country Code" 966 it would be one of Saudi',
		],
		['21012345', undefined, '…2345 starts with no country code. Nothing was sent.'],
		['21012345', '966', '…2345 is no number of Saudi Arabia (+966), whose numbers have 9 digits. Nothing was sent.'],
		['9665012345', '966', '…2345 is no number of Saudi Arabia (+966), whose numbers have 9 digits. Nothing was sent.'],
		['210123456789', '999', '…6789 starts with no country code. Nothing was sent.'],
	])('%s with the Default Country Code %p: "%s"', (digits, countryCode, message) => {
		expect(() => cleanPhone(digits, countryCode)).toThrow(message);
	});

	test('names both countries that were tried, and an example only if no Default Country Code is set', () => {
		expect(() => cleanPhone('960123456789', '20')).toThrow(
			'is no number of the Maldives (+960), whose numbers have 7 digits, and none of Egypt (+20), whose numbers have 8 to 10 digits. Nothing',
		);
		expect(() => cleanPhone('210123456', '965')).toThrow(
			'…3456 is no number of Kuwait (+965), whose numbers have 8 digits. Nothing was sent.',
		);
	});

	test('also if it has more than 15 digits and belongs to a country whose lengths are not known', () => {
		expect(() => cleanPhone('8701234567890123')).toThrow('has 16 digits');
	});

	test('and 15 digits are still possible', () => {
		expect(cleanPhone('492101234567890')).toBe('492101234567890');
		expect(cleanPhone('2101234567890', '49')).toBe('492101234567890');
	});

	test('but a Default Country Code of which nothing is known completes any number with a 0', () => {
		expect(cleanPhone('0123456789', '999')).toBe('999123456789');
		expect(() => cleanPhone('12345678', '870')).toThrow(InputError);
	});

	test('and the error says how to set a Default Country Code if none is set', () => {
		expect(descriptionOf('21012345')).toMatch(/For national numbers set "Default Country Code"/);
		expect(descriptionOf('21012345', '966')).toMatch(/as a chat ID/);
	});

	test('but can be sent as a chat ID, and the error says so (the table may miss a new numbering plan)', () => {
		expect(descriptionOf('+96650123456')).toMatch(/as a chat ID: digits and @c\.us/);
		expect(cleanPhone('96650123456@c.us')).toBe('96650123456@c.us');
	});
});

describe('forms that WhatsApp itself uses stay possible', () => {
	test.each([
		['Mexico with the 1', '5215512345678'],
		['Mexico without it', '525512345678'],
		['Argentina with the 9', '5491123456789'],
		['Argentina without it', '541123456789'],
		['Brazil with the ninth digit', '5511987654321'],
		['Brazil without it', '551187654321'],
		['Ivory Coast with its 0', '2250712345678'],
	])('%s', (_form, digits) => {
		expect(cleanPhone(digits)).toBe(digits);
		expect(cleanPhone(`+${digits}`)).toBe(digits);
	});
});

describe('a country whose lengths are not known is let through', () => {
	test.each(['+870773111632', '+870073111632', '+881612345678', '+2101234567'])('%s', (input) => {
		expect(cleanPhone(input)).toBe(input.slice(1));
	});

	test('but digits without + that start with no country code are refused', () => {
		expect(() => cleanPhone('2101234567')).toThrow('starts with no country code');
	});
});

describe('a 0 that is part of the number stays', () => {
	test.each([
		['Ivory Coast', '0712345678', '225', '2250712345678'],
		['Italy', '0612345678', '39', '390612345678'],
		['Saudi Arabia (there it goes)', '0112345678', '966', '966112345678'],
	])('in %s', (_country, input, countryCode, expected) => {
		expect(cleanPhone(input, countryCode)).toBe(expected);
	});
});

describe('any number', () => {
	test("of libphonenumber's examples is sent unchanged, and its national form is completed by the country code", () => {
		for (const [region, national] of Object.entries(examples as Record<string, string>)) {
			const parsed = parsePhoneNumberFromString(national, region as never);
			if (!parsed) throw new Error(`no example of ${region}`);
			const digits = parsed.number.slice(1);
			expect(cleanPhone(digits)).toBe(digits);
			expect(cleanPhone(parsed.formatInternational())).toBe(digits);
			expect(cleanPhone(digits, parsed.countryCallingCode)).toBe(digits);
			const hasTrunkZero = countryOfCode(parsed.countryCallingCode)?.keepsZero === false;
			if (hasTrunkZero) expect(cleanPhone(`0${national}`, parsed.countryCallingCode)).toBe(digits);
		}
	});

	test('with + is sent exactly as written or refused (the Default Country Code changes nothing)', () => {
		const code = fc.constantFrom(undefined, '966', '20', '49', '1');
		fc.assert(
			fc.property(possibleNumber, code, (digits, countryCode) => {
				expect(cleanPhone(`+${digits}`, countryCode)).toBe(digits);
			}),
		);
	});

	test('cut short never gets its own country code a second time (except where mobiles of that country begin with it)', () => {
		const cutNumber = fc.constantFrom(...MOBILES).chain(({ code: countryCode, length }) =>
			fc.record({
				countryCode: fc.constant(countryCode),
				national: nationalNumber(length),
				cut: fc.integer({ min: 1, max: 4 }),
			}),
		);
		fc.assert(
			fc.property(cutNumber, ({ countryCode, national, cut }) => {
				const digits = (countryCode + national).slice(0, -cut);
				fc.pre(countryOfCode(countryCode)?.lengthsStartingWithCode.has(digits.length) !== true);
				fc.pre(countryOfCode(countryCode)?.lengths !== undefined);
				let cleaned = '';
				try {
					cleaned = cleanPhone(digits, countryCode);
				} catch (error) {
					expect(error).toBeInstanceOf(InputError);
				}
				expect(cleaned).not.toBe(countryCode + digits);
			}),
			{ numRuns: 3000 },
		);
	});

	test('without + becomes one of its readings: itself, or itself after the Default Country Code', () => {
		const digits = fc
			.array(fc.nat({ max: 9 }), { minLength: 5, maxLength: 15 })
			.map((list) => list.join(''))
			.filter((text) => !text.startsWith('0'));
		fc.assert(
			fc.property(digits, fc.constantFrom(undefined, '966', '965', '43'), (bare, countryCode) => {
				try {
					const cleaned = cleanPhone(bare, countryCode);
					expect([bare, `${countryCode ?? ''}${bare}`]).toContain(cleaned);
					const country = countryOfNumber(cleaned);
					expect(country?.lengths?.has(cleaned.length - country.code.length)).not.toBe(false);
				} catch (error) {
					if (!(error instanceof InputError)) throw error;
					expect(error.message).toContain(`…${bare.slice(-4)}`);
					expect(error.message).not.toContain(bare.slice(-5));
				}
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('the table of country codes', () => {
	test('is what the installed libphonenumber-js gives (npm run phones)', () => {
		const file = join(PROJECT_FOLDER, 'nodes/WhatsLoop/input/countryEntries.ts');
		expect(readFileSync(file, 'utf8')).toBe(countryTableFile());
	});

	test('is smaller than 5 kB', () => {
		expect(COUNTRY_ENTRIES.length).toBeLessThan(5000);
	});

	test('has no code that another code begins with (so that a number has one country)', () => {
		const codes = COUNTRY_ENTRIES.split(' ').map((entry) => /^\d+?(?=[A-Z]|$)/.exec(entry)?.[0] ?? entry);
		expect(new Set(codes).size).toBe(codes.length);
		for (const code of codes) {
			expect(countryOfCode(code)?.code).toBe(code);
			expect(codes.filter((other) => other !== code && other.startsWith(code))).toEqual([]);
		}
	});
});

test('a number may be written with up to 200 characters', () => {
	expect(cleanPhone(`${' '.repeat(50)}9 6 6${' '.repeat(186)}501234567${' '.repeat(50)}`)).toBe(SAUDI);
	expect(() => cleanPhone(`9 6 6${' '.repeat(187)}501234567`)).toThrow('longer than 200 characters');
});

test('a text of 80,000 digits is refused at once', () => {
	const startedAt = performance.now();
	expect(() => cleanPhone('1'.repeat(80_000))).toThrow('longer than 200 characters');
	expect(() => cleanPhone('1'.repeat(80_000) + '@c.us')).toThrow('longer than 200 characters');
	expect(performance.now() - startedAt).toBeLessThan(100);
});
