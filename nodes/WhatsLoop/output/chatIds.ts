import { plainText } from '../input/plainText';

/** @returns the digits of a person's chat id (`966…@c.us`, `966…:3@s.whatsapp.net`); undefined for groups and others */
export function phoneOfChatId(chatId: unknown): string | undefined {
	return /^(\d{7,15})(?::\d+)?(?:@(?:c\.us|s\.whatsapp\.net))?$/.exec(plainText(chatId))?.[1];
}
