import type { Reference } from '../reference';

/** What is known of WhatsLoop Cloud besides its requests. */
export const reference: Reference = {
	version: '2026-06-01',
	introduction: [
		'Nothing about this API is published. Everything here was seen in clients of it, and in one recorded webhook.',
		'No endpoint is known that reads anything.',
	],
	furtherBaseUrls: ['https://{tenant}.whatsloop.net/api/v1'],
	answers: {
		send: {
			known: 'seen',
			description:
				'The message was accepted. One client reads the message ID as `data` itself, another as `data.message_id` or `data.id`.',
			schema: {
				type: 'object',
				required: ['success'],
				properties: {
					success: { const: true },
					message: { type: 'string' },
					data: {
						oneOf: [
							{ type: 'string' },
							{ type: 'object', properties: { message_id: { type: 'string' }, id: { type: 'string' } } },
						],
					},
				},
			},
		},
		other: { known: 'unproven', description: 'Done.', schema: { type: 'object' } },
	},
	data: {},
	failure: {
		known: 'seen',
		description: 'Clients read `message`, else `error`.',
		schema: {
			type: 'object',
			properties: {
				success: { const: false },
				message: { type: 'string' },
				error: { type: 'string' },
				errors: { type: 'object', description: 'Not proven: texts by field, as Laravel answers them.' },
			},
		},
	},
	failures: [
		{ status: 400, known: 'unproven', description: 'The body can not be read.' },
		{ status: 401, known: 'seen', description: 'The token is missing or wrong.' },
		{ status: 403, known: 'seen', description: 'The token may not do this.' },
		{ status: 422, known: 'seen', description: 'The fields can not be processed, such as when one is missing.' },
		{ status: 429, known: 'seen', description: 'The rate limit is used up.' },
	],
	rateLimit: {
		known: 'seen',
		onEveryAnswer: 'unproven',
		onRefusal: 'seen',
		description: 'One client says 30 sends per minute, and a 429 with Retry-After above it.',
	},
	messageEvents: {
		event: {
			name: 'message.received',
			known: 'seen',
			description:
				'One delivery was recorded: a text in a group. The fields of media and places are not proven. A tapped button arrives as its text.',
		},
	},
	ackEvents: {
		event: {
			name: 'message.read',
			known: 'guess',
			description: 'No event that tells how far a message has come is known.',
		},
	},
	unused: [
		{
			method: 'POST',
			path: 'messages/send-template',
			title: 'Send buttons as a template',
			known: 'seen',
			reason: 'One client used it and later went back to messages/send-buttons.',
			example: {
				to: '966501234567',
				text: 'Shall we deliver tomorrow?',
				template_buttons: [{ type: 'quickReply', text: 'Yes' }],
			},
		},
	],
};
