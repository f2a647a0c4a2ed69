import type { Account } from '../state/account';
import type { AckStatus } from '../state/ackStatus';
import type { StoredMessage } from '../state/message';
import type { RequestRecord } from '../state/request';
import type { SandboxState } from '../state/sandboxState';
import type { FieldRules, Fields, Problem } from './fields';
import type { Reference } from './reference';

export interface Answer {
	statusCode: number;
	body: unknown;
}

/** One authenticated request on its way through an endpoint. */
export interface Call {
	state: SandboxState;
	account: Account;
	contract: Contract;
	endpoint: Endpoint;
	request: RequestRecord;
	fields: Fields;
}

/** One row of a contract's table. */
export interface Endpoint {
	method: 'GET' | 'POST' | 'DELETE';
	/** Without base URL and leading slash. */
	path: string;
	/** Checked in this order; the first problem is answered with 422. */
	fields: FieldRules;
	/** Changes the state and answers. */
	apply(call: Call): Answer | Promise<Answer>;
}

/** The events that a contract sends to a webhook. `shape` is one of `shapes`. */
export interface ContractEvents {
	/** The forms in which this contract may tell of a message; the first is the usual one. */
	shapes: readonly [string, ...string[]];
	/** Whether messages that were sent from the account's own phone are told as well, unless the webhook says otherwise. */
	tellsOfOwnMessages: boolean;
	message(message: StoredMessage, shape: string): object;
	/** One event for any number of messages of one account. */
	ack(messages: StoredMessage[], status: AckStatus, shape: string): object;
	/** Id of a message that a person sends to the account. */
	newMessageId(): string;
}

/** All differences between the APIs. The rest of the sandbox reads this table and never asks for a name. */
export interface Contract {
	/** Value of the credential's `apiVersion`. */
	name: string;
	/** As people know it. */
	title: string;
	/** Paths of the API start with it. */
	prefix: string;
	/** Prefixes of other contracts under which it is served, too. */
	alsoUnder?: readonly string[];
	/** The account that every sandbox starts with. Its token opens nothing but a sandbox. */
	account: Account;
	/** What the tokens of this API look like. */
	tokenForm: RegExp;
	/** Bodies are read as PHP does: JSON, both encodings of forms, and `[]` for no fields. */
	readsAsPhp: boolean;
	endpoints: Endpoint[];
	events: ContractEvents;
	/** What `docs/api/` says about it. */
	reference: Reference;
	/** Body of a failure without a field to blame. */
	failureBody(message: string): unknown;
	/** Body of a 422. */
	problemBody(problem: Problem): unknown;
	/** The failure that comes with status 200. */
	failureBodyWithStatus200: unknown;
}
