import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { PreparedItem } from '../actions/operation';
import { skipSentLabel, type Delivery } from '../fields/delivery';
import { readRecipient } from '../fields/recipient';
import { chatIdentity } from '../input/chatIdentity';
import { InputError } from '../input/InputError';
import type { ParameterReader } from '../input/ParameterReader';
import { addExecutionHint } from '../output/executionHint';
import { isoFromEpoch } from '../output/timestamps';
import { simplifyMessage } from '../output/simplifyMessage';
import { listUntil } from '../paging/growingLimit';
import { systemClock } from '../transport/wait';
import type { ReadLatest } from './earlierMessages';
import { canReadSent, readerOfSent, serverTimeMs } from './readSent';
import type { Run } from './run';
import type { SentMessage } from './sentMessage';

/** The description of the setting states it. */
const MOST_MESSAGES = 10_000;

const timeOf = (record: IDataObject): number => {
	const { timestamp } = simplifyMessage(record);
	return typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN;
};

/** Whether the list goes back to the moment. Records without a time say nothing. */
const reachesBackTo = (sinceMs: number) => (records: IDataObject[]) =>
	records.some((record) => timeOf(record) < sinceMs);

/** The user relies on the comparison, so a hint says if it could not go back far enough. */
function warnOfGap(context: IExecuteFunctions, records: IDataObject[]): void {
	const oldestMs = records.map(timeOf).reduce((oldest, ms) => (ms < oldest ? ms : oldest), Infinity);
	const since = isoFromEpoch(oldestMs);
	addExecutionHint(context, {
		message: `"${skipSentLabel}" could compare the latest ${records.length} messages only${since ? `, back to ${since}` : ''}. What was sent before that may have been sent again.`,
		type: 'warning',
		location: 'outputPane',
	});
}

function latestReader(context: IExecuteFunctions, run: Run, settings: Delivery): ReadLatest {
	const request = readerOfSent(context, run, 'latest', settings);
	return async (sinceMs) => {
		const reaches = reachesBackTo(sinceMs);
		const records = await listUntil(request, reaches, MOST_MESSAGES);
		// a full list that does not go back far enough was cut, by our ceiling or by the service
		if (records.length >= 1000 && !reaches(records)) warnOfGap(context, records);
		return records;
	};
}

/** Names the setting that the user switched on. */
function refuse(what: string, whatToDo: string): never {
	throw new InputError(`"${skipSentLabel}" ${what}. Nothing was sent.`, whatToDo);
}

/** Wraps an error of the read. A stopped execution is passed on as it is. */
function refuseUnread(error: unknown): never {
	if (!(error instanceof NodeApiError)) throw error;
	const what = `could not read what was sent before (${error.message.replace(/\.$/, '')})`;
	return refuse(what, error.description ?? 'Try again later.');
}

/**
 * Finds out whether this item was sent before.
 *
 * @returns the message of the earlier time; undefined where the item is to be sent
 * @throws InputError where nobody can tell: nothing is sent then
 */
export async function findEarlier(
	context: IExecuteFunctions,
	run: Run,
	read: ParameterReader,
	prepared: PreparedItem,
	settings: Delivery,
): Promise<SentMessage | undefined> {
	const { skipSentWithinHours } = settings;
	if (run.operation.kind !== 'send' || skipSentWithinHours === 0) return undefined;
	const { words } = prepared;
	if (words === undefined) {
		const what = `can't recognise what "${run.operation.name}" sends here, because it has no words`;
		refuse(what, 'Set it to 0 to send it all the same.');
	}
	if (!canReadSent(run)) {
		const what = `does not work on ${run.account.contract.name}, whose API can't read what was sent`;
		refuse(what, 'Set it to 0 to send it all the same.');
	}
	const chat = chatIdentity(readRecipient(read));
	const nowMs = serverTimeMs(run, systemClock.monotonicMs());
	try {
		return await run.earlier.claim(chat, words, skipSentWithinHours, nowMs, latestReader(context, run, settings));
	} catch (error) {
		return refuseUnread(error);
	}
}
