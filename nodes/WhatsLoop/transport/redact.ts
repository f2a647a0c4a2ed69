/** Shorter texts occur inside many words. They are struck out only where they are whole words. */
const SHORTEST_ANYWHERE = 12;

/** Seven digits or more, with the characters that people put between them, in the three sets of digits in use: a phone number. */
const PHONE_NUMBER = /[+]?[\d\u0660-\u0669\u06f0-\u06f9](?:[\s\-.()]{0,2}[\d\u0660-\u0669\u06f0-\u06f9]){6,}/g;

/** A bearer token, whether or not it is ours. */
const BEARER_TOKEN = /(\bBearer\s{1,20})\S+/gi;

/** Texts come from servers. An error shows far less of one, and each further character costs time. */
const LONGEST_TEXT = 4000;

const HIDDEN = '[hidden]';

/** A piece of a text, to be struck out. */
interface Span {
	start: number;
	end: number;
}

/** What is inside the pattern's first group stays. */
const spansOf = (text: string, pattern: RegExp): Span[] =>
	[...text.matchAll(pattern)].map(({ index, 0: found, 1: kept = '' }) => ({
		start: index + kept.length,
		end: index + found.length,
	}));

const escapeForRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const asWord = (secret: string) => new RegExp(`(?<![\\p{L}\\p{N}])${escapeForRegExp(secret)}(?![\\p{L}\\p{N}])`, 'gu');

/** Where a secret stands, or the beginning of it: a provider may cut off what it says back. */
function spansOfSecret(text: string, secret: string): Span[] {
	if (secret.length < SHORTEST_ANYWHERE) return text.includes(secret) ? spansOf(text, asWord(secret)) : [];
	const beginning = secret.slice(0, SHORTEST_ANYWHERE);
	const spans: Span[] = [];
	for (let start = text.indexOf(beginning); start >= 0; start = text.indexOf(beginning, spans[spans.length - 1].end)) {
		let length = beginning.length;
		while (length < secret.length && text[start + length] === secret[length]) length++;
		spans.push({ start, end: start + length });
	}
	return spans;
}

/** Strikes out all pieces at once. Striking out one could hide the next one from the search. */
function strikeOut(text: string, spans: Span[]): string {
	let clean = '';
	let end = 0;
	for (const span of spans.sort((a, b) => a.start - b.start)) {
		if (span.start >= end) clean += text.slice(end, span.start) + HIDDEN;
		end = Math.max(end, span.end);
	}
	return clean + text.slice(end);
}

/**
 * The forms in which a text can come back in an error: as it is, inside JSON, inside JSON with escaped letters (with or
 * without escaped slashes, as PHP does it), line by line.
 */
function formsOf(secret: string): string[] {
	const json = JSON.stringify(secret).slice(1, -1);
	const escapedJson = json.replace(
		/[\u0080-\uffff]/g,
		(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
	const phpJson = escapedJson.replace(/\//g, '\\/');
	return [secret, json, escapedJson, phpJson, ...secret.split(/\r?\n/)]
		.map((form) => form.trim())
		.filter((form) => form !== '');
}

/**
 * Takes out of a text what must not stand in an error or a log: the given private texts (the token, what the message
 * says), bearer tokens, and phone numbers except their last four digits.
 *
 * Finds texts that come back as they are or inside JSON. `resembles` finds the rest.
 *
 * @param whole the first 4,000 characters count, the rest is cut off
 * @param privateTexts as sent; each is found in the forms in which a provider may echo it
 */
export function redact(whole: string, privateTexts: string[]): string {
	const text = whole.slice(0, LONGEST_TEXT);
	const forms = [...new Set(privateTexts.flatMap(formsOf))];
	const secrets = forms.flatMap((form) => spansOfSecret(text, form));
	const clean = strikeOut(text, [...secrets, ...spansOf(text, BEARER_TOKEN)]);
	return clean.replace(
		PHONE_NUMBER,
		(number) => `…${number.replace(/[^\d\u0660-\u0669\u06f0-\u06f9]/g, '').slice(-4)}`,
	);
}
