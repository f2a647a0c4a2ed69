import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** A request that has to leave n8n. */
export interface ExpectedRequest {
	method: 'GET' | 'POST' | 'DELETE';
	/** Below the Base URL. */
	path: string;
	query?: Record<string, string | number>;
	/** Fields in the order in which they are sent, because tests compare the bytes. */
	body?: IDataObject;
	/** Fields of the body that come after the channel. */
	lastFields?: IDataObject;
}

/** An operation as a user fills it in, and what it asks each API for. */
export interface RequestRow {
	/** `resource.operation` */
	operation: string;
	/** Distinguishes the row from the other rows of its operation. */
	name: string;
	/** The parameters as the panel stores them, without the resource and the operation. */
	parameters: INodeParameters;
	/** By the ID of the contract. A contract that is missing here refuses the row before any request. */
	on: Record<string, ExpectedRequest[]>;
	/** The account's WhatsApp is disconnected. In all other rows it is connected. */
	whileDisconnected?: true;
	/** The execution waits for a person after the request. */
	waits?: true;
}

export const post = (path: string, body: IDataObject = {}, lastFields?: IDataObject): ExpectedRequest => ({
	method: 'POST',
	path,
	body,
	lastFields,
});

export const get = (path: string, query: Record<string, string | number> = {}): ExpectedRequest => ({
	method: 'GET',
	path,
	query,
});

/** A row in which each API makes one request. */
export const row = (
	operation: string,
	name: string,
	parameters: INodeParameters,
	on: Record<string, ExpectedRequest>,
	more: Partial<RequestRow> = {},
): RequestRow => ({
	operation,
	name,
	parameters,
	on: Object.fromEntries(Object.entries(on).map(([contract, request]) => [contract, [request]])),
	...more,
});
