import type { INodeParameters } from 'n8n-workflow';
import type { Contract } from '../../nodes/WhatsLoop/contracts/contract';
import { chatRequests } from './chat';
import { contactRequests } from './contact';
import { groupRequests } from './group';
import { instanceRequests } from './instance';
import { messageRequests } from './message';
import { productRequests } from './product';
import type { ExpectedRequest, RequestRow } from './row';

export type { ExpectedRequest, RequestRow } from './row';

/**
 * Every request that the node can make: an operation as it is filled in, and what it asks each API for. Unit tests,
 * integration tests and end-to-end tests all run these rows. The order matters to tests that run them one after the other
 * on one account, because a row may need what a row above it has made.
 */
export const REQUESTS: RequestRow[] = [
	...messageRequests,
	...chatRequests,
	...contactRequests,
	...groupRequests,
	...instanceRequests,
	...productRequests,
];

export const titleOf = ({ operation, name }: RequestRow): string => `${operation} (${name})`;

/** Parameters of the node, as a workflow stores them. */
export function parametersOf({ operation, parameters }: RequestRow): INodeParameters {
	const [resource, name] = operation.split('.');
	return { resource, operation: name, ...parameters };
}

/** Rows that an API has requests for. */
export const rowsOn = (contract: string): RequestRow[] => REQUESTS.filter(({ on }) => contract in on);

/** Rows that an API has no request for. */
export const rowsRefusedOn = (contract: string): RequestRow[] => REQUESTS.filter(({ on }) => !(contract in on));

/** The body as it is sent, from an account with a channel where one is given. */
export function bodyOf({ body, lastFields }: ExpectedRequest, contract: Contract, channelId?: number): string {
	const channel = contract.channelField && channelId !== undefined ? { [contract.channelField]: channelId } : {};
	const fields = { ...body, ...channel, ...lastFields };
	// n8n sends no body for an object without fields
	return body === undefined || Object.keys(fields).length === 0 ? '' : JSON.stringify(fields);
}

/** The body of an answer that the row can read. */
export const answerTo = ({ operation, whileDisconnected }: RequestRow) => ({
	success: true,
	message: 'sent',
	data: {
		...(operation.includes('.send') && {
			key: { remoteJid: '966501234567@c.us', fromMe: true, id: 'BAE5F00D' },
			messageTimestamp: '1700000000',
			status: 'SUCCESS',
		}),
		connected: !whileDisconnected,
		qrcode: Buffer.from('a picture').toString('base64'),
	},
});

/** The query as it is sent. */
export const queryOf = ({ query = {} }: ExpectedRequest): Record<string, string> =>
	Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));

/** Replaces texts anywhere in a row. */
export function replaceIn<T>(value: T, replacements: Record<string, string>): T {
	const replaced = (text: string) =>
		Object.entries(replacements).reduce((result, [from, to]) => result.replaceAll(from, to), text);
	const walk = (each: unknown): unknown => {
		if (typeof each === 'string') return replaced(each);
		if (Array.isArray(each)) return each.map(walk);
		if (typeof each !== 'object' || each === null) return each;
		return Object.fromEntries(Object.entries(each).map(([name, inner]) => [name, walk(inner)]));
	};
	return walk(value) as T;
}
