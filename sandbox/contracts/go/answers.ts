import { randomBytes } from 'node:crypto';
import type { StoredMessage } from '../../state/message';
import type { SendForm } from '../acceptSend';
import type { Answer } from '../endpoint';
import type { Problem } from '../fields';
import { baileysContent } from './baileysContent';

/** Documented form of a single error: capitals, and no `success`. */
export const goFailure = (message: string) => ({ Status: 0, Message: message });

const success = (statusCode: number) => (message: string, data?: unknown) => ({
	statusCode,
	body: { success: true, message, ...(data !== undefined && { data }) },
});

/** Documented statuses: 200 success, 201 inserted or updated, 202 deleted. */
export const ok: (message: string, data?: unknown) => Answer = success(200);
export const updated: (message: string, data?: unknown) => Answer = success(201);
export const deleted: (message: string, data?: unknown) => Answer = success(202);

/** The message record of the documented success answer. */
export const goRecord = (message: StoredMessage) => ({
	key: { remoteJid: message.chat, fromMe: message.fromMe, id: message.id },
	message: baileysContent(message),
	messageTimestamp: String(Math.floor(Date.parse(message.timestamp) / 1000)),
	status: message.status,
});

export const goSendForm: SendForm = {
	recipientField: 'phone',
	newMessageId: () => `BAE5${randomBytes(6).toString('hex').toUpperCase()}`,
	successBody: (message) => ({
		success: true,
		message: 'The message has been successfully sent.',
		data: goRecord(message),
	}),
};

/** The provider's texts end in two exclamation marks, and do not call an entry of a list a field. */
const askFor = (field: string, words: string) => `${words}${field.includes('.') ? '' : ' field'} is required !!`;

/** "Phone is Required", after the one documented example; in the provider's words where these are known. */
export function goProblem({ field, reason, maximum, words }: Problem) {
	if (reason === 'required' && words !== undefined) return goFailure(askFor(field, words));
	const name = field.split(/(?<=[a-z])(?=[A-Z])|[._]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
	const complaint = {
		required: 'is Required',
		invalid: 'is Invalid',
		tooLong: `is Longer than ${maximum} Characters`,
		tooMany: `has More than ${maximum} Entries`,
	}[reason];
	return goFailure(`${name.join(' ')} ${complaint}`);
}
