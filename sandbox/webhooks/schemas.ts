import { z } from 'zod';
import { ACK_STATUSES } from '../state/ackStatus';

const phone = z.string().regex(/^[1-9]\d{6,14}$/);

/** Body of `POST /_sandbox/webhook`: what one pastes into the dashboard of WhatsLoop. */
export const webhookSchema = z.strictObject({
	account: z.string().default('go'),
	url: z.string().url(),
	/** Events are signed with it. */
	secret: z.string().optional(),
	/** In which of its known forms the contract tells of messages; without it the usual one. */
	shape: z.string().optional(),
	/** Whether it tells of messages from the account's own phone; without it as usual for the contract: go does, cloud does not. */
	ownMessages: z.boolean().optional(),
	/** Further attempts after a delivery that was not answered with 2xx. */
	retries: z.number().int().min(0).max(10).default(3),
	/** Before the first further attempt; doubled for each one after it. */
	backOffMs: z.number().min(0).default(500),
	timeoutMs: z.number().positive().default(10_000),
});

/** Body of `POST /_sandbox/incoming`: what a person does on the phone. */
export const incomingSchema = z.strictObject({
	account: z.string().default('go'),
	from: phone,
	name: z.string().optional(),
	/** A group to write in; without it the message goes to the account directly. */
	group: z
		.string()
		.regex(/@g\.us$/)
		.optional(),
	kind: z
		.enum(['text', 'image', 'video', 'gif', 'document', 'audio', 'voice', 'sticker', 'location', 'contact', 'reaction'])
		.default('text'),
	text: z.string().optional(),
	caption: z.string().optional(),
	mediaUrl: z.string().optional(),
	mimeType: z.string().optional(),
	fileName: z.string().optional(),
	location: z.strictObject({ latitude: z.number(), longitude: z.number() }).optional(),
	contact: z.strictObject({ phone, name: z.string().optional() }).optional(),
	reaction: z.strictObject({ emoji: z.string(), messageId: z.string() }).optional(),
	/** A button or a row of a list that the person tapped; its words are the text of the message. */
	selected: z
		.strictObject({ id: z.string(), text: z.string(), type: z.enum(['button', 'row']).default('button') })
		.optional(),
	/** The message that is answered. */
	quotedMessageId: z.string().optional(),
	/** Sent from the account's own phone. */
	fromMe: z.boolean().default(false),
	/** How often the event is delivered. */
	times: z.number().int().min(1).max(100).default(1),
});

/** Body of `POST /_sandbox/ack`. */
export const ackSchema = z.strictObject({
	messageIds: z.array(z.string()).min(1),
	status: z.enum(ACK_STATUSES),
});

/** Body of `POST /_sandbox/dispatch`: any event, as it is. */
export const dispatchSchema = z.strictObject({
	account: z.string().default('go'),
	/** JSON, or bytes as text. */
	body: z.unknown(),
	contentType: z.string().default('application/json'),
	/** `none` leaves the header out although there is a secret. */
	signature: z.enum(['right', 'wrong', 'none']).default('right'),
	times: z.number().int().min(1).max(100).default(1),
});

export type Webhook = z.output<typeof webhookSchema> & { shape: string; ownMessages: boolean };
export type WebhookInput = z.input<typeof webhookSchema>;
export type Incoming = z.output<typeof incomingSchema>;
export type IncomingInput = z.input<typeof incomingSchema>;
export type AckInput = z.input<typeof ackSchema>;
export type DispatchInput = z.input<typeof dispatchSchema>;
