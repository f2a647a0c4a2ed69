import type { IDataObject } from 'n8n-workflow';
import type { SentWords } from '../actions/operation';
import { claimSentMessage, sentMessageIn, type SentMessage } from './sentMessage';

const HOUR_MS = 3_600_000;

/** Reads the account's latest messages, newest first, until one of them is older than `sinceMs`. */
export type ReadLatest = (sinceMs: number) => Promise<IDataObject[]>;

/** The account's messages back to a moment. */
interface Known {
	sinceMs: number;
	/** By identity of the chat. */
	byChat: Promise<Map<string, SentMessage[]>>;
}

function byChat(records: IDataObject[]): Map<string, SentMessage[]> {
	const chats = new Map<string, SentMessage[]>();
	for (const record of records) {
		const message = sentMessageIn(record);
		if (!message) continue;
		const messages = chats.get(message.chat);
		if (messages) messages.push(message);
		else chats.set(message.chat, [message]);
	}
	return chats;
}

/** What the account sent before this run. It is read once, and again only if an item asks for a longer time. */
export class EarlierMessages {
	private known: Known | undefined;

	constructor(private readonly accountedIds: Set<string>) {}

	/**
	 * Finds a message with the same words that went to the chat within the time. It answers this item, and no other one.
	 *
	 * @param chat its identity
	 * @param nowMs milliseconds since the epoch, on the server's clock
	 * @throws what reading throws, for every item that needs it
	 */
	async claim(
		chat: string,
		words: SentWords,
		withinHours: number,
		nowMs: number,
		readLatest: ReadLatest,
	): Promise<SentMessage | undefined> {
		const sinceMs = nowMs - withinHours * HOUR_MS;
		const known = this.coverage(sinceMs, readLatest);
		const messages = (await known.byChat).get(chat) ?? [];
		return claimSentMessage(messages, { chat, words, notBeforeMs: sinceMs }, this.accountedIds);
	}

	private coverage(sinceMs: number, readLatest: ReadLatest): Known {
		// items of one run may be minutes apart, so the window of the first one is kept
		if (this.known && this.known.sinceMs <= sinceMs) return this.known;
		this.known = { sinceMs, byChat: readLatest(sinceMs).then(byChat) };
		return this.known;
	}
}
