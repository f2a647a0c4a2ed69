import fc from 'fast-check';
import { resembles } from '../../../nodes/WhatsLoop/transport/likeness';

const TEXT = 'Zebra-7 crosses at midnight: "bring" the violin <now> & here';
const ARABIC = 'مرحبا أحمد، رمز الدخول ٤٨٢٩١٣ لا تعطه لأحد';
const TOKEN = 'deadbeef0123456789abcdef00c0ffee_ZyXwVuTsRqPoNmLkJiHgFeDcBa987654321QwErT';

const html = (text: string) => text.replace(/[^\w ]/gu, (sign) => `&#${sign.codePointAt(0)};`);
const htmlHex = (text: string) => text.replace(/[^\w ]/gu, (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`);

const bytesOf = (text: string) => [...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, '0'));

const ENCODINGS: Array<[name: string, encode: (text: string) => string]> = [
	['as it is', (text) => text],
	['in upper case', (text) => text.toUpperCase()],
	['with HTML entities', html],
	['with hexadecimal HTML entities', htmlHex],
	['with HTML entities inside HTML', (text) => html(text).replace(/&/g, '&amp;')],
	['URL encoded', encodeURIComponent],
	['URL encoded twice', (text) => encodeURIComponent(encodeURIComponent(text))],
	['as a form', (text) => new URLSearchParams({ text }).toString()],
	['as JSON', (text) => JSON.stringify(text)],
	[
		'as JSON with escaped letters',
		(text) => text.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
	],
	[
		'with escapes of bytes',
		(text) =>
			bytesOf(text)
				.map((byte) => `\\x${byte}`)
				.join(''),
	],
	[
		'with octal escapes',
		(text) => [...Buffer.from(text)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
	],
	[
		'with escapes of code points',
		(text) => [...text].map((sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`).join(''),
	],
	[
		'URL encoded by JavaScript of old',
		(text) => [...text].map((sign) => `%u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
	],
	[
		'in quoted-printable',
		(text) =>
			bytesOf(text)
				.map((byte) => `=${byte.toUpperCase()}`)
				.join(''),
	],
	['in hexadecimal digits', (text) => bytesOf(text).join('')],
	['in base64', (text) => Buffer.from(text).toString('base64')],
	['with no-break spaces', (text) => text.replace(/ /g, '\u00a0')],
	['with zero-width spaces between letters', (text) => [...text].join('\u200b')],
	['split by spaces', (text) => [...text].join(' ')],
	['with Arabic elongation', (text) => text.replace(/(?<=\p{L})(?=\p{L})/gu, 'ـ')],
	['line by line', (text) => text.replace(/ /g, '\n')],
	['cut off', (text) => `${text.slice(0, 18)}…`],
	['the end of it', (text) => `…${text.slice(-18)}`],
	[
		'in full-width letters',
		(text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
	],
];

describe.each(ENCODINGS)('a private text %s', (_name, encode) => {
	test.each([TEXT, ARABIC, TOKEN])('is recognised: %s', (text) => {
		expect(resembles(`The value ${encode(text)} is refused`, [text])).toBe(true);
	});
});

describe('a one-time code', () => {
	test.each(['482913', '48 29 13', '482-913', '٤٨٢٩١٣', '4&#56;2913', '4%382913'])('is recognised as %s', (echo) => {
		expect(resembles(`code ${echo} refused`, ['Your code is 482913'])).toBe(true);
	});
});

describe('a short text', () => {
	test.each<[string, string]>([
		['Salam', 'the text "salam" is refused'],
		['Ok go', 'okgo'],
		['abcdefg', 'no: abcdefg!'],
		['abcd', 'no: abcd!'],
		['code 4711', 'code 4711 refused'],
		['a1b2', 'A1B2'],
		['The code of today is AB12CD', 'value ab12cd refused'],
	])('%s is recognised as a whole', (secret, text) => {
		expect(resembles(text, [secret])).toBe(true);
	});

	test.each<[string, string]>([
		['abc', 'no: abc!'],
		['The secret of Sara is 471', 'value 471 refused'],
		['My phone of old is here', 'A phone field is required'],
		['abcdefg', 'no: abcdef!'],
	])('%s is not recognised by words that everybody uses, or by three letters', (secret, text) => {
		expect(resembles(text, [secret])).toBe(false);
	});
});

test('eight letters in a row tell, at the end of both texts as well', () => {
	expect(resembles('no abcdefgh', ['zzzz abcdefgh'])).toBe(true);
	expect(resembles('abcdefg no', ['zzzz abcdefgh'])).toBe(false);
});

test('one of several private texts is enough', () => {
	expect(resembles(`no: ${TEXT}`, [TOKEN, TEXT, ARABIC])).toBe(true);
});

test('line ends inside JSON do not hide a text', () => {
	expect(resembles(String.raw`no: abcd\nefgh`, ['abcd\nefgh'])).toBe(true);
});

test.each(['&#x110000; 482913', '&#9999999; 482913', '\\u{110000} 482913'])(
	'%s, which is no character, does not end the search',
	(text) => {
		expect(resembles(text, ['Your code is 482913'])).toBe(true);
	},
);

test.each(['The phone field is required.', 'Too Many Attempts.', 'رقم الهاتف غير صحيح', 'HTTP 422', ''])(
	'is not recognised in %p',
	(text) => {
		expect(resembles(text, [TEXT, ARABIC, TOKEN, 'Your code is 482913', 'ok', ''])).toBe(false);
	},
);

test('any piece of twelve or more letters is recognised, in upper and lower case (no text leaks)', () => {
	fc.assert(
		fc.property(
			fc.stringOf(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), { minLength: 12, maxLength: 200 }),
			fc.nat(188),
			(secret, at) => {
				const start = Math.min(at, secret.length - 12);
				expect(resembles(`x: ${secret.slice(start, start + 12).toUpperCase()}!`, [secret])).toBe(true);
			},
		),
	);
});

test('the comparison never throws, with any texts', () => {
	fc.assert(
		fc.property(fc.fullUnicodeString(), fc.array(fc.fullUnicodeString()), (text, secrets) => {
			expect(typeof resembles(text, secrets)).toBe('boolean');
		}),
	);
});
