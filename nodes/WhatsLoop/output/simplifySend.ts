import type { IDataObject } from 'n8n-workflow';
import type { Contract } from '../contracts/contract';
import { readPath } from '../contracts/readPath';
import { isoFromEpoch } from './timestamps';

/** The API's word for a message that it took; `accepted` if it gives none. */
function statusOf(contract: Contract, body: unknown): string {
	const { status } = contract.answerPaths;
	const value = status === undefined ? undefined : readPath(body, status);
	return typeof value === 'string' && value !== '' ? value.toLowerCase() : 'accepted';
}

/**
 * The same four fields for every send on every contract.
 *
 * @param recipient as it was sent to the API
 * @param nowMs stands in where the API names no time
 */
export function simplifySend(contract: Contract, body: unknown, recipient: string, nowMs: number): IDataObject {
	const { unixSeconds } = contract.answerPaths;
	const timestamp = unixSeconds === undefined ? undefined : isoFromEpoch(readPath(body, unixSeconds));
	return {
		messageId: contract.readMessageId(body) ?? null,
		recipient,
		status: statusOf(contract, body),
		timestamp: timestamp ?? new Date(nowMs).toISOString(),
	};
}
