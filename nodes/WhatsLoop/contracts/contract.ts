import type { IDataObject } from 'n8n-workflow';

/**
 * How well a fact about WhatsLoop is known. Nobody here has an account, so nothing was tried against the live service.
 * - `documented`: in the provider's published documentation
 * - `seen`: used by real clients of that host
 * - `sibling`: from the public client of a platform with word-for-word the same documentation; very likely, but deduced
 * - `unproven`: the endpoint is seen, this value of a field is not
 */
export type Evidence = 'documented' | 'seen' | 'sibling' | 'unproven';

/** What a user filled in, cleaned and checked. The names are this package's own, not those of an API. */
export type Values = Record<string, unknown>;

/** Name of a value → what the user sees it called in the panel. */
export type Labels = Readonly<Record<string, string>>;

/** The operation that a request is made for. */
export interface AskedOperation {
	/** `resource.operation` */
	id: string;
	/** As the user sees it. */
	name: string;
	labels: Labels;
}

/** Where a field of a request comes from: the name of a value, or a name and a function that brings it into the API's shape. */
export type FieldSource = string | { value: string; as: (value: never) => unknown };

/** Longest text (in characters, as Unicode code points) or list (in entries) that the API takes. */
export type Limit = { maxCharacters: number } | { maxEntries: number };

/** One request that an operation can become. An operation with several (an image, a video …) has one of these for each. */
export interface RequestVariant {
	/** Tells this variant from the others in the table of docs/operations.md. */
	label?: string;
	evidence: Evidence;
	method: 'GET' | 'POST' | 'DELETE';
	/** Below the Base URL, without a leading slash. */
	path: string;
	/** This variant is used only if these values are exactly as here. */
	when?: Values;
	/** API field → where it comes from. A value that is undefined leaves its field out. */
	fields: Record<string, FieldSource>;
	/** API fields that are always the same. */
	constants?: IDataObject;
	/** Path of a value (`sections[].rows[].title`) → what the API takes at most. */
	limits?: Record<string, Limit>;
}

/** `resource.operation` → the requests it can become. An operation that is missing here is not available. */
export type OperationTable = Record<string, RequestVariant[]>;

/** What the API's side of events is like. The URL is pasted into the dashboard by hand: no request registers one. */
export interface EventRules {
	/** Every event is signed. An event that can't be checked is then refused. */
	alwaysSigned: boolean;
	/** Reads from the answer to the probe whether WhatsApp is connected; undefined if the answer does not say. */
	readConnected: (body: unknown) => boolean | undefined;
}

/** A read can be repeated at any time. A send or a change can't be repeated once it may have arrived. */
export type CallKind = 'read' | 'send' | 'change';

/** What an answer with a 2xx status and a JSON body says. `unproven`: it does not say whether it was done. */
export type Verdict = 'accepted' | 'refused' | 'unproven';

/** Everything in which one API of WhatsLoop differs from another. Nothing outside this folder may ask which one is in use. */
export interface Contract {
	/** Value of the credential's field `apiVersion`. */
	id: string;
	/** As users know it. */
	name: string;
	/** Tells users which accounts it is for, in the credential. */
	accounts: string;
	defaultBaseUrl: string;
	/** Shown below the Base URL in the credential. */
	baseUrlHint?: string;
	/** What API tokens look like. Used only to explain a failure, because some tokens may look different. */
	tokenForm: { pattern: RegExp; evidence: Evidence };
	/** API field for the credential's Channel ID, where the API has channels. */
	channelField?: string;
	/** A request that proves the token and can never send a message, and the status codes that mean "accepted". */
	probe: { method: 'GET' | 'POST'; path: string; body?: IDataObject; acceptedStatusCodes: number[] };
	operations: OperationTable;
	/**
	 * Operations of the table that read back what the account has sent: those of one chat, and the latest of all chats. Absent
	 * where the API has no such requests.
	 */
	readsSent?: { ofChat: string; latest: string };
	events: EventRules;
	/** The message id in the answer to a send, or undefined where the API names none. */
	readMessageId: (body: unknown) => string | undefined;
	/** Paths into the answer to a send. */
	answerPaths: { status?: string; unixSeconds?: string };
	/** Field names of the provider's own error texts, first match wins. */
	errorTextFields: string[];
}
