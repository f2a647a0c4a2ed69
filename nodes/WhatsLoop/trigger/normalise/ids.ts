import { phoneOfChatId } from '../../input/chatIdentity';

/** `9665XXXXXXXX`: a number of which the provider hides a part. */
const MASKED_NUMBER = /^\+?\d[\dXx*•]{6,23}$/;

/** The digits of a field that may be a phone number. A masked number stays as it is; a name is none. */
export function phoneOfField(value: string | null): string | null {
	if (value === null) return null;
	const text = value.trim();
	return phoneOfChatId(text) ?? (MASKED_NUMBER.test(text) ? text : null);
}

/** `true_9665…@c.us_3EB0…`: some engines write who sent it, and the chat, into the message id. */
const COMPOSED_ID = /^(true|false)_([^_]+@[a-z.]+)_/;

/** What a composed message id says of its message. */
export function readComposedId(id: string | null): { fromMe?: boolean; chatId?: string } {
	const match = id === null ? null : COMPOSED_ID.exec(id);
	return match ? { fromMe: match[1] === 'true', chatId: match[2] } : {};
}
