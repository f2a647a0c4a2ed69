/** `9665…:12@s.whatsapp.net`: digits, the device where there are several, the server of people. */
const PERSON = /^\+?(\d{5,15})(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/;

const BARE_NUMBER = /^\+?[\d\s\-().]{7,24}$/;

/**
 * The phone number behind an id of a chat or a person.
 *
 * @returns digits, or null for a group, a broadcast list, or an id that hides the number (`…@lid`)
 */
export function phoneOfId(id: string | null): string | null {
	if (id === null) return null;
	const person = PERSON.exec(id.trim());
	if (person) return person[1];
	return BARE_NUMBER.test(id.trim()) ? id.replace(/\D/g, '') : null;
}

/** `9665XXXXXXXX`: a number of which the provider hides a part. */
const MASKED_NUMBER = /^\+?\d[\dXx*•]{6,23}$/;

/** The digits of a field that may be a phone number. A masked number stays as it is; a name is none. */
export function phoneOfField(value: string | null): string | null {
	const text = value?.trim() ?? '';
	return phoneOfId(value) ?? (MASKED_NUMBER.test(text) ? text : null);
}

/** `true_9665…@c.us_3EB0…`: some engines write who sent it, and the chat, into the message id. */
const COMPOSED_ID = /^(true|false)_([^_]+@[a-z.]+)_/;

/** What a composed message id says of its message. */
export function readComposedId(id: string | null): { fromMe?: boolean; chatId?: string } {
	const match = id === null ? null : COMPOSED_ID.exec(id);
	return match ? { fromMe: match[1] === 'true', chatId: match[2] } : {};
}
