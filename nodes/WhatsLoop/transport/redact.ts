/** Shorter texts would strike out half of every sentence; they count only where they stand as a word of their own. */
const SHORTEST_ANYWHERE = 12;

/** Seven digits or more, with whatever people put between them, in the three rows of digits in use: a phone number. */
const PHONE_NUMBER = /[+]?[\d\u0660-\u0669\u06f0-\u06f9](?:[\s\-.()]{0,2}[\d\u0660-\u0669\u06f0-\u06f9]){6,}/g;

/** A bearer token, whether or not it is ours. */
const BEARER_TOKEN = /\bBearer\s+\S+/gi;

const HIDDEN = '[hidden]';

const escapeForRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function strike(text: string, secret: string): string {
	if (secret.length >= SHORTEST_ANYWHERE) return text.split(secret).join(HIDDEN);
	return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escapeForRegExp(secret)}(?![\\p{L}\\p{N}])`, 'gu'), HIDDEN);
}

/** A provider may echo only the beginning of a long text; the longest beginning found is struck. */
function strikeBeginning(text: string, secret: string): string {
	for (let length = secret.length; length >= SHORTEST_ANYWHERE; length--) {
		const beginning = secret.slice(0, length);
		if (text.includes(beginning)) return text.split(beginning).join(HIDDEN);
	}
	return text;
}

/** The forms in which a text can come back in an error: as it is, inside JSON, inside JSON with escaped letters, line by line. */
function formsOf(secret: string): string[] {
	const json = JSON.stringify(secret).slice(1, -1);
	const escapedJson = json.replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
	return [secret, json, escapedJson, ...secret.split(/\r?\n/)].map((form) => form.trim()).filter((form) => form !== '');
}

/**
 * Takes out of a text what must not stand in an error or a log: the given private texts (the token, what the message
 * says), bearer tokens, and phone numbers but for their last four digits.
 *
 * @param privateTexts as sent; each is found in the forms in which a provider may echo it
 */
export function redact(text: string, privateTexts: string[]): string {
	const forms = [...new Set(privateTexts.flatMap(formsOf))].sort((a, b) => b.length - a.length);
	let clean = text.replace(BEARER_TOKEN, `Bearer ${HIDDEN}`);
	for (const form of forms) clean = strikeBeginning(strike(clean, form), form);
	return clean.replace(PHONE_NUMBER, (number) => `…${number.replace(/[^\d\u0660-\u0669\u06f0-\u06f9]/g, '').slice(-4)}`);
}
