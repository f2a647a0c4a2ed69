import type { IDataObject } from 'n8n-workflow';

/** What a user can start a workflow for. */
export type EventName = 'message' | 'chat' | 'contact' | 'ack' | 'group' | 'connection' | 'other';

/** The content of a message. Unknown fields are null; the last four are there only for the types that have them. */
export interface EventMessage {
	id: string | null;
	/** One of `messageTypes`, or the provider's own name for what is not listed there. */
	type: string | null;
	/** The words, wherever the message carries them: text, caption, title of a tapped button or row, emoji of a reaction. */
	text: string | null;
	mediaUrl: string | null;
	mimeType: string | null;
	fileName: string | null;
	/** ID of the message that this one answers. */
	quotedMessageId: string | null;
	/** ID of the message that was reacted to, edited or deleted. */
	targetMessageId?: string | null;
	/** ID of the button or row that was tapped. */
	selectedId?: string | null;
	location?: { latitude: number; longitude: number; name: string | null; address: string | null };
	contacts?: EventContact[];
}

export interface EventAck {
	status: string;
	level: number;
}

export interface EventContact {
	id: string | null;
	phone: string | null;
	name: string | null;
}

/**
 * One item of the trigger: the same fields for every shape and every API. Unknown fields are null. The order is that of the
 * columns in n8n's table, which shows the first ones without scrolling.
 */
export interface TriggerEvent {
	event: EventName;
	/** Digits of the person: the other side of a chat, or the author in a group. */
	phone: string | null;
	message: EventMessage | null;
	/** Who wrote the message, or whom the event is about. */
	contact: EventContact | null;
	chatId: string | null;
	isGroup: boolean;
	fromMe: boolean;
	ack: EventAck | null;
	/** ISO 8601. When the event happened, or else when it arrived. */
	timestamp: string;
	/** The provider's own name, such as `message.received`; null where the event has none. */
	eventType: string | null;
	eventId: string | null;
	channelId: string | number | null;
	/** The event as WhatsLoop sent it. For a part of a batch, as if this part had come alone. */
	raw: IDataObject;
}

/** What a reader finds in its record; `toEvent` fills in the rest. */
export type EventParts = Partial<Omit<TriggerEvent, 'raw' | 'event' | 'timestamp'>> & {
	event: EventName;
	timestamp?: string | null;
};

export const emptyMessage: EventMessage = {
	id: null,
	type: null,
	text: null,
	mediaUrl: null,
	mimeType: null,
	fileName: null,
	quotedMessageId: null,
};

/** Fills in what a reader did not find. @param nowMs when the event arrived */
export function toEvent(parts: EventParts, raw: IDataObject, nowMs: number): TriggerEvent {
	return {
		event: parts.event,
		phone: parts.phone ?? null,
		message: parts.message ?? null,
		contact: parts.contact ?? null,
		chatId: parts.chatId ?? null,
		isGroup: parts.isGroup ?? false,
		fromMe: parts.fromMe ?? false,
		ack: parts.ack ?? null,
		timestamp: parts.timestamp ?? new Date(nowMs).toISOString(),
		eventType: parts.eventType ?? null,
		eventId: parts.eventId ?? null,
		channelId: parts.channelId ?? null,
		raw,
	};
}
