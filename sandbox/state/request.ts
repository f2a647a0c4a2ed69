/** A request to either API as it arrived, whether it was accepted or not. */
export interface RequestRecord {
	id: number;
	/** Monotonic milliseconds with fractions; only differences mean something. */
	arrivedAtMs: number;
	/** Milliseconds from arrival until the answer was handed to the socket; absent while there is none. */
	tookMs?: number;
	/** Milliseconds from arrival until it was counted and acted on; a latency on the way back comes after that. */
	handledAfterMs?: number;
	method: string;
	/** Full path without query. */
	path: string;
	contract: string;
	/** Path without base URL, such as `message/send`. */
	endpoint: string;
	query: Record<string, string>;
	/** Header names in lower case; of `authorization` only the scheme and whether the token was right. */
	headers: Record<string, string>;
	token: 'right' | 'wrong' | 'missing';
	accountId?: string;
	/** Fields of the body; undefined where it was empty or could not be read. */
	body?: Record<string, unknown>;
	rawBody: string;
	/** Status answered; absent where the connection was broken instead, or nothing has been answered yet. */
	statusCode?: number;
	/** Kinds of the faults that hit the request. */
	faults: string[];
	/** The message that was accepted with it, if one was. */
	messageId?: string;
}
