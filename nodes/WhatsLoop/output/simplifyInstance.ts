import type { IDataObject } from 'n8n-workflow';
import { plainText } from '../input/plainText';
import { phoneOfChatId } from '../input/chatIdentity';
import { asBoolean, firstOf, withoutUndefined } from './firstOf';

/** Words for a standing connection in the software of this family. */
const CONNECTED_STATUS = /^(connected|open|authenticated|ready|online)$/i;

/** Whether WhatsApp is connected, from its own field or else from the word in `status`. */
function isConnected(data: unknown): boolean {
	const said = asBoolean(firstOf(data, ['connected', 'isConnected', 'loggedIn', 'authenticated']));
	return said ?? CONNECTED_STATUS.test(plainText(firstOf(data, ['status', 'state', 'connection'])));
}

/** The state of the WhatsApp connection: `connected` is always there, the rest where the answer has it. */
export function simplifyConnection(data: unknown): IDataObject {
	const id = firstOf(data, ['phone', 'number', 'me.id', 'user.id', 'wid']);
	return withoutUndefined({
		connected: isConnected(data),
		status: firstOf(data, ['status', 'state', 'connection']),
		phone: phoneOfChatId(id) ?? id,
		name: firstOf(data, ['name', 'me.name', 'user.name', 'pushName']),
		sessionId: firstOf(data, ['sessionId', 'session_id', 'session.id', 'id']),
	});
}

/** @returns base64 or a data URL of the picture, or undefined where the answer has none */
export function qrCodeIn(data: unknown): string | undefined {
	const said = firstOf(data, ['qrcode', 'qrCode', 'qr', 'qr_code', 'base64', 'image']);
	if (typeof said === 'string') return said;
	return typeof data === 'string' && data !== '' ? data : undefined;
}
