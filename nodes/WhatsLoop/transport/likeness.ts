import { withAsciiDigits } from '../input/digits';

/**
 * Longer private texts are cut: WhatsApp takes no longer message. Longer texts to judge are cut too: an error shows far
 * less.
 */
const LONGEST_PRIVATE_TEXT = 70_000;
const LONGEST_JUDGED_TEXT = 4000;

/** If both texts share as many letters and digits in a row, that is taken as a piece of the private text. */
const TELLING_LENGTH = 8;

/** A shorter word is too common to be looked for. */
const SHORTEST_WORD = 4;

/** A text may be encoded more than once, as in HTML inside JSON. */
const DECODINGS = 3;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const fromCodePoint = (code: number, otherwise: string): string =>
	Number.isInteger(code) && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;

/** @param signs before, or around, each byte */
const fromBytes = (encoded: string, signs: RegExp): string =>
	Buffer.from(encoded.replace(signs, ''), 'hex').toString('utf8');

const fromOctal = (encoded: string): string =>
	Buffer.from(
		encoded
			.slice(1)
			.split('\\')
			.map((digits) => parseInt(digits, 8)),
	).toString('utf8');

/** One layer of HTML entities, escapes of JSON and of programs, URL encoding and quoted-printable. */
function decodeOnce(text: string): string {
	return text
		.replace(/&#x([\da-f]{1,6});/gi, (all, hex: string) => fromCodePoint(parseInt(hex, 16), all))
		.replace(/&#(\d{1,7});/g, (all, digits: string) => fromCodePoint(Number(digits), all))
		.replace(/&([a-z]{2,4});/gi, (all, name: string) => ENTITIES[name.toLowerCase()] ?? all)
		.replace(/[\\%]u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
		.replace(/\\u\{([\da-f]{1,6})\}/gi, (all, hex: string) => fromCodePoint(parseInt(hex, 16), all))
		.replace(/(?:\\x[\da-f]{2})+/gi, (encoded) => fromBytes(encoded, /\\x/gi))
		.replace(/(?:\\[0-3][0-7]{2})+/g, fromOctal)
		.replace(/\\[nrtbf]/g, ' ')
		.replace(/(?:[%=][\da-f]{2})+/gi, (encoded) => fromBytes(encoded, /[%=]/g));
}

function decode(text: string): string {
	let decoded = text;
	for (let layer = 0; layer < DECODINGS; layer++) decoded = decodeOnce(decoded);
	return decoded;
}

/** Pieces that may be base64, decoded. */
const base64In = (text: string): string =>
	(text.match(/[\w+/-]{12,}/g) ?? []).map((piece) => Buffer.from(piece, 'base64').toString('utf8')).join(' ');

/** Rows of hexadecimal digits, as what they would stand for. */
const hexIn = (text: string): string =>
	(text.match(/(?:[\da-f]{2}){8,}/gi) ?? []).map((row) => Buffer.from(row, 'hex').toString('utf8')).join(' ');

/**
 * The text without case, spaces and signs, and with digits from 0 to 9. The sign that makes Arabic words longer (U+0640) is
 * a letter in Unicode, but readers ignore it.
 */
const lettersAndDigits = (text: string): string =>
	withAsciiDigits(text.normalize('NFKC'))
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]|\u0640/gu, '');

/** Words that tell something by themselves: a whole short text, and everything with a digit in it, such as a one-time code. */
function tellingWords(privateText: string): string[] {
	const words = withAsciiDigits(privateText).match(/[\p{L}\p{N}]+/gu) ?? [];
	const whole = lettersAndDigits(privateText);
	return [...words.filter((word) => /\d/.test(word)).map(lettersAndDigits), whole]
		.filter((word) => word.length >= SHORTEST_WORD)
		.filter((word) => word.length < TELLING_LENGTH);
}

function piecesOf(text: string): Set<string> {
	const pieces = new Set<string>();
	for (let start = 0; start + TELLING_LENGTH <= text.length; start++)
		pieces.add(text.slice(start, start + TELLING_LENGTH));
	return pieces;
}

/**
 * Whether a text repeats a piece of what must stay private, in any case, encoding (HTML, URL, JSON, escapes,
 * base64, hexadecimal) or spacing. A false alarm is acceptable, because it costs only a sentence of the provider. Linear in
 * both lengths.
 */
export function resembles(text: string, privateTexts: string[]): boolean {
	const judged = text.slice(0, LONGEST_JUDGED_TEXT);
	const said = [judged, decode(judged), base64In(judged), hexIn(judged)].map(lettersAndDigits);
	const pieces = said.map(piecesOf);
	return privateTexts.some((privateText) => {
		const kept = privateText.slice(0, LONGEST_PRIVATE_TEXT);
		if (tellingWords(kept).some((word) => said.some((whole) => whole.includes(word)))) return true;
		const secret = lettersAndDigits(kept);
		for (let start = 0; start + TELLING_LENGTH <= secret.length; start++) {
			const piece = secret.slice(start, start + TELLING_LENGTH);
			if (pieces.some((known) => known.has(piece))) return true;
		}
		return false;
	});
}
