export type MessageKind =
	| 'text'
	| 'image'
	| 'video'
	| 'gif'
	| 'document'
	| 'audio'
	| 'voice'
	| 'sticker'
	| 'location'
	| 'contact'
	| 'buttons'
	| 'list'
	| 'reaction'
	| 'mention'
	| 'catalog';

export interface ButtonContent {
	type: 'reply' | 'url' | 'call';
	text: string;
	id?: string;
	url?: string;
	phone?: string;
}

export interface ListSection {
	title?: string;
	rows: Array<{ id: string; title: string; description?: string }>;
}

/** The content of a message, in names that belong to no contract. */
export interface MessageContent {
	kind: MessageKind;
	title?: string;
	text?: string;
	footer?: string;
	caption?: string;
	mediaUrl?: string;
	mimeType?: string;
	fileName?: string;
	/** What `mediaUrl` is when the kind does not say it: the header of a message with buttons. */
	mediaKind?: 'image' | 'video' | 'document';
	location?: { latitude: number; longitude: number };
	contact?: { phone: string; name?: string; description?: string };
	buttons?: ButtonContent[];
	list?: { buttonText: string; sections: ListSection[] };
	reaction?: { emoji: string; messageId: string };
	quotedMessageId?: string;
	/** The button or row that the person tapped; `text` is what it says. */
	selected?: { id: string; text: string; type: 'button' | 'row' };
	mentionedPhone?: string;
	catalog?: { phone: string; description?: string };
	disappearAfterSeconds?: number;
}

/** The result of fetching a message's media URL. */
export interface MediaRecord {
	url: string;
	/** HTTP status of the media's server. */
	statusCode?: number;
	contentType?: string;
	/** From `Content-Disposition`. */
	fileName?: string;
	byteLength?: number;
	/** Lower-case hex. */
	sha256?: string;
}

/** A message that was accepted. There is exactly one for each acceptance, so counting them shows losses and doubles. */
export interface StoredMessage {
	id: string;
	/** Position in the order of acceptance over all accounts, from 1. */
	sequence: number;
	accountId: string;
	contract: string;
	/** Chat id: `…@s.whatsapp.net` or `…@g.us`. */
	chat: string;
	/** The recipient as the request named it. */
	recipient: string;
	/** True for what the account sent. */
	fromMe: boolean;
	/** Who wrote it, for what came in. */
	sender?: { phone: string; name?: string };
	/** The latest status that the phone told. */
	ack?: string;
	kind: MessageKind;
	content: MessageContent;
	/** Path without base URL, such as `message/send`. */
	endpoint: string;
	requestId: number;
	/** Request body as parsed. */
	body: unknown;
	/** Request body as it came. */
	rawBody: string;
	/** ISO 8601. */
	timestamp: string;
	status: 'SUCCESS' | 'PENDING';
	/** Answer body, before any fault spoilt it. */
	response: unknown;
	quoted?: { id: string; kind: MessageKind; text: string };
	/** Latest reaction of each side. */
	reactions: Array<{ emoji: string; fromMe: boolean }>;
	/** ISO 8601; set for a disappearing message. */
	expiresAt?: string;
	deleted: boolean;
	/** `pending`, `fetched`, `skipped: not loopback` or `failed: …`; absent without media. */
	mediaFetch?: string;
	media?: MediaRecord;
}

/** Chat id of a recipient as a request may name it: digits, or an id of the older `@c.us` form. */
export function chatIdOf(recipient: string): string {
	if (!recipient.includes('@')) return `${recipient}@s.whatsapp.net`;
	return recipient.replace(/@c\.us$/, '@s.whatsapp.net');
}
