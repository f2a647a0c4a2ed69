import type { Account, ContractName } from '../state/account';
import type { RequestRecord } from '../state/request';
import type { SandboxState } from '../state/sandboxState';
import type { FieldRule, Fields, Problem } from './fields';

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
	fields: Record<string, FieldRule>;
	/** Changes the state and answers. */
	apply(call: Call): Answer | Promise<Answer>;
}

/** What a contract calls things: its endpoints and how it says that something is wrong. */
export interface Contract {
	name: ContractName;
	endpoints: Endpoint[];
	/** Body of a failure without a field to blame. */
	failureBody(message: string): unknown;
	/** Body of a 422. */
	problemBody(problem: Problem): unknown;
	/** The failure that comes with status 200. */
	failureBodyWithStatus200: unknown;
}
