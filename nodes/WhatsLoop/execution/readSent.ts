import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { buildRequest } from '../contracts/buildRequest';
import type { Values } from '../contracts/contract';
import { queueOf } from '../transport/rateLimit/accountQueues';
import { requestWhatsLoop } from '../transport/request';
import type { RequestSettings } from '../transport/requestTypes';
import { systemClock } from '../transport/wait';
import type { Run } from './run';

/** Which of the account's own messages to read: those of one chat, or the latest of all chats. */
export type SentPart = 'ofChat' | 'latest';

/** Whether the API can read back what the account has sent. */
export const canReadSent = ({ account }: Run): boolean => account.contract.readsSent !== undefined;

/**
 * Gives a function that asks WhatsLoop for messages of the account.
 *
 * @throws Error where the API can't read them; ask `canReadSent` before
 */
export function readerOfSent(context: IExecuteFunctions, run: Run, part: SentPart, settings: RequestSettings) {
	const { account, meter } = run;
	const { contract, channelId } = account;
	const id = contract.readsSent?.[part];
	if (id === undefined) throw new Error(`${contract.name} can't read back what was sent`);
	return async (values: Values): Promise<IDataObject | IDataObject[]> => {
		const call = buildRequest(contract, { id, name: 'Read what was sent', labels: {} }, values, { channelId });
		return await requestWhatsLoop(context, { call, kind: 'read', account, settings }, systemClock, meter);
	};
}

/**
 * What the server's clock showed, at the earliest. It is known after the first answer of the server; until then the clock of
 * this machine stands in.
 *
 * @param monotonicMs a moment of our clock that never jumps
 * @returns milliseconds since the epoch
 */
export function serverTimeMs({ account }: Run, monotonicMs: number): number {
	const known = queueOf(account, systemClock).serverTimeMs(monotonicMs);
	return known ?? systemClock.now() - (systemClock.monotonicMs() - monotonicMs);
}
