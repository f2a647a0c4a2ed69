import fc from 'fast-check';
import { InputError } from '../../../nodes/WhatsLoop/input/InputError';
import { cleanPhone } from '../../../nodes/WhatsLoop/input/phone';
import { possibleNumber } from './possibleNumbers';

const SAUDI = '966501234567';

describe('an international number becomes digits only', () => {
	test.each([
		[SAUDI],
		['+966501234567'],
		['00966501234567'],
		[' +966 50 123 4567 '],
		['+966-50-123-4567'],
		['+966.50.123.4567'],
		['+966 (50) 123-4567'],
		['(+966) 50 123 4567'],
		['[966] 50 123 4567'],
		['+966 50 123–4567'],
		['+966\u00a050\u00a0123\u00a04567'],
		['+966‑50‑123‑4567'],
		['+966−50−123−4567'],
	])('%p', (input) => {
		expect(cleanPhone(input)).toBe(SAUDI);
	});

	test.each([
		['Arabic-Indic digits', '٩٦٦٥٠١٢٣٤٥٦٧'],
		['Persian digits', '۹۶۶۵۰۱۲۳۴۵۶۷'],
		['Arabic-Indic digits with plus', '+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧'],
		['Arabic-Indic digits with 00', '٠٠٩٦٦٥٠١٢٣٤٥٦٧'],
		['Persian digits with 00', '۰۰۹۶۶۵۰۱۲۳۴۵۶۷'],
		['both rows and ours', '٩٦٦۵۰1234567'],
	])('%s', (_name, input) => {
		expect(cleanPhone(input)).toBe(SAUDI);
	});

	test.each([
		['left-to-right mark', '\u200e+966501234567\u200e'],
		['right-to-left mark', '\u200f966501234567'],
		['embedding', '\u202a+966 50 123 4567\u202c'],
		['isolate', '\u2066+966501234567\u2069'],
		['Arabic letter mark', '\u061c+966501234567'],
		['zero-width space', '966\u200b501234567'],
		['byte order mark', '\ufeff966501234567'],
		['soft hyphen', '966\u00ad501234567'],
	])('with a %s from copying', (_name, input) => {
		expect(cleanPhone(input)).toBe(SAUDI);
	});

	test('given as a number', () => {
		expect(cleanPhone(966501234567)).toBe(SAUDI);
	});

	const decoration = fc.constantFrom('', ' ', '-', '.', ') ', ' (', '\u200f', '\u00a0', '\u2013');

	test('in any spelling', () => {
		const rows = fc.constantFrom(0x30, 0x660, 0x6f0);
		fc.assert(
			fc.property(
				possibleNumber,
				fc.constantFrom('', '+', '00'),
				fc.infiniteStream(decoration),
				fc.infiniteStream(rows),
				(digits, prefix, between, row: Iterator<number, number>) => {
					const written = [...digits]
						.map((char) => String.fromCharCode(row.next().value + Number(char)) + between.next().value)
						.join('');
					// a single 0 in brackets is treated differently
					fc.pre(!/[(][^)]*[0٠۰][^)]*[)]/.test(written));
					expect(cleanPhone(prefix + written)).toBe(digits);
				},
			),
		);
	});

	test('and does not change when it is cleaned again', () => {
		fc.assert(
			fc.property(possibleNumber, (digits) => {
				expect(cleanPhone(cleanPhone(digits))).toBe(digits);
			}),
		);
	});
});

describe('a chat id is no number to complete', () => {
	test.each([
		'120363041234567890@g.us',
		'966501234567@c.us',
		'966501234567@s.whatsapp.net',
		'0501234567@c.us',
		'status@broadcast',
		'12-34@g.us',
	])('%s', (id) => {
		expect(cleanPhone(id)).toBe(id);
		expect(cleanPhone(`  ${id}\n`, '966')).toBe(id);
	});
});

describe('a national number', () => {
	test.each(['966', '+966', '00966', ' 966 ', '٩٦٦', '۹۶۶'])('gets the Default Country Code %p', (countryCode) => {
		expect(cleanPhone('050 123 4567', countryCode)).toBe(SAUDI);
		expect(cleanPhone('٠٥٠ ١٢٣ ٤٥٦٧', countryCode)).toBe(SAUDI);
		expect(cleanPhone('(0)50 123 4567', countryCode)).toBe(SAUDI);
		expect(cleanPhone('(050) 123 4567', countryCode)).toBe(SAUDI);
	});

	test.each([undefined, '', ' '])(
		'is refused if the Default Country Code is %p, with the fix in the message',
		(countryCode) => {
			expect(() => cleanPhone('0501234567', countryCode)).toThrow(
				/no country code. Write it with its country code, or set "Default Country Code"/,
			);
		},
	);

	test.each(['0', 'SA', '9665', '0966', '+'])(
		'is refused if the Default Country Code is %p, which is not one',
		(countryCode) => {
			expect(() => cleanPhone('0501234567', countryCode)).toThrow(InputError);
		},
	);

	test('written with its country code is not touched by a Default Country Code', () => {
		expect(cleanPhone('+966501234567', '20')).toBe(SAUDI);
		expect(cleanPhone('00966501234567', '20')).toBe(SAUDI);
		expect(cleanPhone(SAUDI, '20')).toBe(SAUDI);
	});
});

describe('nothing is guessed', () => {
	test.each([
		'+966 (0) 50 123 4567',
		'00966 (0)50 123 4567',
		'966 (0) 50 123 4567',
		'+966 (٠) 50 123 4567',
		'٠٠٩٦٦ (٠) ٥٠ ١٢٣ ٤٥٦٧',
		'\u200e+966 (0) 50 123 4567',
		'+966 (\u200e0\u200f) 50 123 4567',
		'(+966) (0) 50 123 4567',
	])('%p is refused: in some countries the zero stays, in most it goes', (input) => {
		expect(() => cleanPhone(input)).toThrow('The phone number has a "(0)" after its country code');
		expect(() => cleanPhone(input, '966')).toThrow(InputError);
	});

	test.each<[string, unknown, RegExp]>([
		['empty', '', /is empty/],
		['white space', ' \n', /is empty/],
		['null', null, /is empty/],
		['undefined', undefined, /is empty/],
		['a plus', '+', /is empty/],
		['marks alone', '\u200e\u200f', /is empty/],
		['a name', 'Omar', /no digits/],
		['an extension', '966501234567 ext 5', /no digits/],
		['two numbers', '966501234567, 966501234568', /no digits/],
		['two numbers in two lines', '+966501234567\n+966501234568', /no digits/],
		['a scheme', 'tel:+966501234567', /no digits/],
		['two plusses', '++966501234567', /no digits/],
		['a number as text with exponent', '9.66501234567e11', /no digits/],
		['plus and 00', '+00966501234567', /0 where its country code should be/],
		['plus and 0', '+0501234567', /0 where its country code should be/],
		['three zeros', '000966501234567', /0 where its country code should be/],
		['too short', '966501', /has 6 digits, .* 7 to 15/],
		['too long', '9665012345678901', /has 16 digits, .* 7 to 15/],
		['Bengali digits', '৯৬৬৫০১২৩৪৫৬৭', /no digits/],
		['an object', {}, /no digits/],
	])('%s is refused', (_name, input, message) => {
		expect(() => cleanPhone(input)).toThrow(message);
	});

	test('the result is digits, a chat ID, or a refusal with a fix and at most the last four digits', () => {
		const alphabet = fc.constantFrom(...'0123456789٠٥۰۵ +-().x@');
		fc.assert(
			fc.property(fc.stringOf(alphabet, { maxLength: 24 }), (input) => {
				try {
					const cleaned = cleanPhone(input);
					expect(cleaned.includes('@') || /^[1-9]\d{6,14}$/.test(cleaned)).toBe(true);
				} catch (error) {
					expect(error).toBeInstanceOf(InputError);
					const { message, description } = error as InputError;
					expect(description).toBeTruthy();
					const digits = input.replace(/\D/g, '');
					if (digits.length > 4) expect(message).not.toContain(digits);
				}
			}),
		);
	});
});
