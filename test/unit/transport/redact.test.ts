import fc from 'fast-check';
import { redact } from '../../../nodes/WhatsLoop/transport/redact';

const TOKEN = 'deadbeef0123456789abcdef00c0ffee_ZyXwVuTsRqPoNmLkJiHgFeDcBa987654321QwErT';
const TEXT = 'Zebra-7 crosses at midnight: "bring" the violin https://example.com/a?b=c';
const ARABIC = 'مرحبا أحمد، طلبك رقم ١٠٤٢ في الطريق إليك 🚚';

describe('a private text is struck out', () => {
	test.each<[string, string, string]>([
		['as it is', TEXT, TEXT],
		['inside JSON', TEXT, JSON.stringify({ body: TEXT })],
		['inside JSON inside JSON text', TEXT, JSON.stringify(TEXT)],
		['in the JSON of PHP, which escapes slashes', TEXT, JSON.stringify(TEXT).replace(/\//g, '\\/')],
		['cut off', TEXT, `${TEXT.slice(0, 25)}…`],
		['cut off inside JSON', TEXT, JSON.stringify(TEXT).slice(0, 40)],
		['in Arabic', ARABIC, `القيمة ${ARABIC} غير صالحة`],
		[
			'in Arabic, in JSON with escaped letters',
			ARABIC,
			JSON.stringify(ARABIC).replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
		],
		['in Arabic, cut off', ARABIC, ARABIC.slice(0, 20)],
		['without the white space around it', `  ${TEXT}\n`, `wrong: ${TEXT}!`],
		['line by line', `first line of it\nsecond line of it`, 'in "second line of it" stands'],
	])('%s', (_name, secret, echoed) => {
		const clean = redact(`Refused: ${echoed} (422)`, [secret]);
		expect(clean).toContain('[hidden]');
		expect(clean).toMatch(/^Refused: /);
		for (const word of ['Zebra', 'crosses', 'مرحبا', 'أحمد', '\\u0645\\u0631', 'second line', 'example.com'])
			expect(clean).not.toContain(word);
	});

	test('a short one only as a whole word (otherwise it would damage other words)', () => {
		expect(redact('is: this is it', ['is'])).toBe('[hidden]: this [hidden] it');
		expect(redact('رمز 4711، 47112', ['4711'])).toBe('رمز [hidden]، 47112');
		expect(redact('نعم نعمة', ['نعم'])).toBe('[hidden] نعمة');
	});

	test('of twelve characters or more also inside of words', () => {
		expect(redact('xabcdefghijkly', ['abcdefghijkl'])).toBe('x[hidden]y');
		expect(redact('xabcdefghijky', ['abcdefghijk'])).toBe('xabcdefghijky');
	});

	test('that is cut off only as far as it is there', () => {
		expect(redact('say Hello World an… more of it', ['Hello World and so on'])).toBe('say [hidden]… more of it');
	});

	test('inside a longer JSON text with its own quotes and line ends', () => {
		const secret = 'first "line" of it\nsecond "line" of it';
		expect(redact(JSON.stringify(`x ${secret} y`), [secret])).toBe('"x [hidden] y"');
	});

	test('several texts in any order', () => {
		expect(redact('one two three', ['three', 'one', 'two'])).toBe('[hidden] [hidden] [hidden]');
		expect(redact('one two three four five six', ['four five six', 'two three four'])).toBe('one [hidden]');
	});

	test('several texts that overlap', () => {
		expect(redact('say Hello World now', ['Hello', 'Hello World'])).toBe('say [hidden] now');
		expect(redact('one two three four five six', ['two three four', 'four five six'])).toBe('one [hidden]');
	});

	test('that contains the word Bearer itself', () => {
		expect(redact('no: Bearer of good news, call me', ['Bearer of good news, call me'])).toBe('no: [hidden]');
	});

	test('with characters that mean something in a regular expression', () => {
		expect(redact('was a.*(b)$ there', ['a.*(b)$'])).toBe('was [hidden] there');
	});

	test('an empty one changes nothing', () => {
		expect(redact('all is well', ['', '  ', '\n'])).toBe('all is well');
	});
});

describe('a token', () => {
	test('is struck out in every place', () => {
		expect(redact(`token=${TOKEN}&x`, [TOKEN])).toBe('token=[hidden]&x');
	});

	test('after the word Bearer is struck out even if it is not ours', () => {
		expect(redact('sent bearer wl_live_abcdef', [])).toBe('sent bearer [hidden]');
		expect(redact('sent Bearer   wl_live_abcdef now', [])).toBe('sent Bearer   [hidden] now');
	});
});

describe('a phone number keeps its last four digits', () => {
	test.each([
		['966501234567', '…4567'],
		['+966 50 123 4567', '…4567'],
		['+966-(50)-123.4567', '…4567'],
		['٩٦٦٥٠١٢٣٤٥٦٧', '…٤٥٦٧'],
		['۹۶۶۵۰۱۲۳۴۵۶۷', '…۴۵۶۷'],
		['966501234567@c.us', '…4567@c.us'],
		['120363041234567890@g.us', '…7890@g.us'],
	])('%s', (number, hidden) => {
		expect(redact(`to ${number} failed`, [])).toBe(`to ${hidden} failed`);
	});

	test('a shorter number stays as it is', () => {
		expect(redact('HTTP 422, order 104233', [])).toBe('HTTP 422, order 104233');
	});

	test('no seven digits in a row are left in any text', () => {
		fc.assert(
			fc.property(fc.stringOf(fc.constantFrom(...'0123456789 +-()abc'), { maxLength: 60 }), (text) => {
				expect(redact(text, [])).not.toMatch(/\d{7}/);
			}),
		);
	});
});

test('no text and no secret makes it throw, and no secret of 12 or more characters is left', () => {
	fc.assert(
		fc.property(fc.string(), fc.fullUnicodeString({ minLength: 12 }), fc.string(), (before, secret, after) => {
			fc.pre(secret.trim().length >= 12 && !'[hidden]'.includes(secret.trim()));
			expect(redact(`${before}${secret}${after}`, [secret])).not.toContain(secret.trim());
		}),
	);
});

test('is quick on many spaces and many lines (they once took seconds)', () => {
	for (const [text, secrets] of [
		[' '.repeat(100_000), []],
		[`Bearer${' '.repeat(100_000)}`, []],
		['refused', [Array.from({ length: 20_000 }, (_, line) => `line ${line}`).join('\n')]],
	] as const) {
		const started = performance.now();
		redact(text, [...secrets]);
		expect(performance.now() - started).toBeLessThan(1000);
	}
});

test('is quick on a long text with a long secret (it must not stop n8n)', () => {
	for (const [text, secret] of [
		['a'.repeat(100_000), `${'a'.repeat(60_000)}b`],
		['ab'.repeat(50_000), `${'ab'.repeat(30_000)}c`],
		['1 '.repeat(50_000), `${'word of it\n'.repeat(6000)}`],
	]) {
		const started = performance.now();
		redact(text, [secret]);
		expect(performance.now() - started).toBeLessThan(1000);
	}
});

test('of a long text the first 4,000 characters are kept (an error shows far less)', () => {
	expect(redact('word '.repeat(1000), [])).toHaveLength(4000);
});
