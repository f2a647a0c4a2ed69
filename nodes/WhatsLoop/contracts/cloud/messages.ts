import type { Button } from '../../input/buttons';
import type { OperationTable, RequestVariant } from '../contract';

/** Only `document` was seen as a `type`; the others are the names that the same API uses for what it receives. */
const media = (mediaType: string, evidence: RequestVariant['evidence']): RequestVariant => ({
	label: mediaType,
	evidence,
	method: 'POST',
	path: 'messages/send',
	when: { mediaType },
	fields: { to: 'recipient', media_url: 'mediaUrl', caption: 'caption' },
	constants: { type: mediaType },
});

const textLimit = { text: { maxCharacters: 4096 } };

const plainText: RequestVariant = {
	evidence: 'seen',
	method: 'POST',
	path: 'messages/send-text',
	fields: { to: 'recipient', message: 'text' },
	limits: textLimit,
};

export const messageOperations: OperationTable = {
	// the links are part of the text
	'message.sendAndWait': [plainText],
	'message.sendText': [
		plainText,
		{
			label: 'reply',
			evidence: 'seen',
			method: 'POST',
			path: 'messages/send-reply',
			fields: { to: 'recipient', message: 'text', quoted_message_id: 'replyToMessageId' },
			limits: textLimit,
		},
	],
	'message.sendMedia': [
		media('document', 'seen'),
		media('image', 'unproven'),
		media('video', 'unproven'),
		media('audio', 'unproven'),
	],
	'message.sendButtons': [
		{
			label: 'reply buttons',
			evidence: 'seen',
			method: 'POST',
			path: 'messages/send-buttons',
			when: { header: 'none', hasLinkButtons: false },
			fields: {
				to: 'recipient',
				text: 'text',
				buttons: { value: 'buttons', as: (buttons: Button[]) => buttons.map(({ id, text }) => ({ id, text })) },
			},
		},
	],
};
