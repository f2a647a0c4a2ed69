import type { JsonSchema } from '../fields';
import type { Reference } from '../reference';

const record: JsonSchema = {
	type: 'object',
	required: ['key', 'message', 'messageTimestamp', 'status'],
	properties: {
		key: {
			type: 'object',
			description: 'Documented without its fields. Clients of the sibling read these.',
			required: ['remoteJid', 'fromMe', 'id'],
			properties: {
				remoteJid: { type: 'string', description: 'Chat ID' },
				fromMe: { type: 'boolean' },
				id: { type: 'string', description: 'Message ID' },
			},
		},
		message: { type: 'object', description: 'Content of the message. Documented without its fields.' },
		messageTimestamp: { type: 'string', pattern: '^\\d+$', description: 'Unix time in seconds' },
		status: { enum: ['SUCCESS', 'PENDING'] },
	},
};

const connection: JsonSchema = {
	type: 'object',
	required: ['status', 'connected', 'phone'],
	properties: { status: { type: 'string' }, connected: { type: 'boolean' }, phone: { type: 'string' } },
};

const accepted = (data: JsonSchema, required: string[]): JsonSchema => ({
	type: 'object',
	required: ['success', 'message', ...required],
	properties: { success: { const: true }, message: { type: 'string' }, data },
});

/** What is known of WhatsLoop v1 besides its requests. */
export const reference: Reference = {
	version: '2023-03',
	introduction: [
		'WhatsLoop published an introduction to this API in March 2023: how it answers, its rate limit and its webhooks. A list of endpoints was not part of it. The endpoints here come from clients of go-wloop.net, and from public clients of a sibling: a platform whose documentation is word for word the same.',
		'Bodies may be JSON, multipart forms or url-encoded forms: of four known clients two send JSON and two send forms, with keys like `buttons[0][id]`. Booleans in a query go out as 1 and 0.',
		'Documented statuses of success are 200, 201 (created or updated) and 202 (deleted). Which endpoint answers with which of them is not documented. A failure may also come with status 200: look for `success`.',
	],
	furtherBaseUrls: [],
	answers: {
		send: { known: 'documented', description: 'The message was accepted.', schema: accepted(record, ['data']) },
		other: {
			known: 'documented',
			description: 'Done. The form is documented; `data` of the example is what the sandbox of this project answers.',
			schema: accepted({ description: 'Its form is not documented.' }, []),
		},
	},
	data: {
		'POST session/status': {
			known: 'sibling',
			description: 'State of the WhatsApp connection. The fields of `data` are known from the sibling.',
			schema: accepted(connection, ['data']),
		},
		'POST qr': {
			known: 'sibling',
			description: 'The QR code to scan. The field of `data` is known from the sibling.',
			schema: accepted(
				{
					type: 'object',
					required: ['qrcode'],
					properties: { qrcode: { type: 'string', description: 'A picture in base64' } },
				},
				['data'],
			),
		},
	},
	failure: {
		known: 'documented',
		description: 'A single error',
		schema: {
			type: 'object',
			required: ['Status', 'Message'],
			properties: { Status: { const: 0 }, Message: { type: 'string' } },
		},
	},
	failures: [
		{ status: 400, known: 'unproven', description: 'The body can not be read.' },
		{ status: 401, known: 'unproven', description: 'The token is missing or wrong.' },
		{ status: 422, known: 'documented', description: 'The fields can not be processed, such as when one is missing.' },
		{ status: 429, known: 'documented', description: 'The rate limit is used up.' },
		{ status: 500, known: 'documented', description: 'An error inside WhatsLoop. Wait a while before trying again.' },
		{ status: 503, known: 'documented', description: 'Overload or maintenance. Wait a while before trying again.' },
	],
	rateLimit: {
		known: 'documented',
		onEveryAnswer: 'documented',
		onRefusal: 'documented',
		description:
			'Plans allow 60 (Basic), 120 (Flex) or 180 (Extra) requests per minute. Once they are used up, one request per second is let through until the minute ends. The documentation also calls this a leaky bucket, so follow the headers and no model of your own.',
	},
	messageEvents: {
		notification: {
			name: 'message_notification',
			known: 'sibling',
			description:
				'A consumer of the sibling reads event, fromMe, body, messageType, author, remoteJid, pushName and chatName. The other fields are in code of the provider.',
		},
		engine: { name: 'message-new', known: 'provider code', description: "The provider's engine of 2022-23." },
		panel: {
			name: 'message_of_panel',
			known: 'provider code',
			description: "The provider's panel of 2021-22. It has no name for it.",
		},
		baileys: {
			name: 'message_record',
			known: 'guess',
			description: 'The record of a WhatsApp client, which the documented answer to a send carries. It has no name.',
		},
	},
	ackEvents: {
		notification: {
			name: 'ack_notification',
			known: 'guess',
			description: 'Named in the style of message_notification: a setting of the provider is called ackNotifications.',
		},
		engine: { name: 'message-status', known: 'provider code', description: "The provider's engine of 2022-23." },
		panel: {
			name: 'ack_of_panel',
			known: 'provider code',
			description: "The provider's panel of 2021-22. It has no name for it.",
		},
	},
	unused: [],
};
