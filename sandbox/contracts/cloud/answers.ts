import { randomBytes } from 'node:crypto';
import type { SandboxSettings } from '../../state/settings';
import type { SendForm } from '../acceptSend';
import type { Problem } from '../fields';

/** A failure without a field to blame. */
export const cloudFailure = (message: string) => ({ success: false, message });

/** The clients read `data` in different ways, and it may be missing. */
const DATA: Record<SandboxSettings['cloudData'], (messageId: string) => object> = {
	string: (messageId) => ({ data: messageId }),
	object: (messageId) => ({ data: { message_id: messageId } }),
	missing: () => ({}),
};

export const cloudSendForm: SendForm = {
	recipientField: 'to',
	newMessageId: () => randomBytes(16).toString('hex').toUpperCase(),
	successBody: (message, { settings }) => ({
		success: true,
		message: 'Message sent successfully',
		...DATA[settings.cloudData](message.id),
	}),
};

/** Laravel's words, and its list of errors by field. */
export function cloudProblem({ field, reason, maximum }: Problem) {
	const name = field.replaceAll('_', ' ');
	const message = {
		required: `The ${name} field is required.`,
		invalid: `The ${name} field is invalid.`,
		tooLong: `The ${name} field must not be greater than ${maximum} characters.`,
		tooMany: `The ${name} field must not have more than ${maximum} items.`,
	}[reason];
	return { ...cloudFailure(message), errors: { [field]: [message] } };
}
