import type { IExecuteFunctions } from 'n8n-workflow';
import type { PreparedItem } from '../actions/operation';
import type { Delivery } from '../fields/delivery';
import { readRecipient } from '../fields/recipient';
import { chatIdentity, isGroupId } from '../input/chatIdentity';
import type { ParameterReader } from '../input/ParameterReader';
import { listIn } from '../output/listIn';
import { systemClock, waitUnlessStopped } from '../transport/wait';
import { canReadSent, readerOfSent } from './readSent';
import type { Run } from './run';
import { claimSentMessage, sentMessageIn, type SentMessage } from './sentMessage';

/** Waits before each look, because a message may need a moment to appear in its chat. */
const WAITS_MS = [1000, 3000];

/** Messages to read. The one that is looked for is among the newest of its chat. */
const PAGE_SIZE = 50;

/** The user waits during a look, so it gives up soon. */
const LONGEST_LOOK_SECONDS = 20;

/** What a look has shown. `notLooked` says nothing: the API can't, the words are unknown, or reading failed. */
export type Look = SentMessage | 'notThere' | 'notLooked';

/** Limits for the reads of a look: inside the item's own ones. */
const lookSettings = (settings: Delivery): Delivery => ({
	...settings,
	maxRetries: Math.min(settings.maxRetries, 1),
	maxRetryAfterSeconds: Math.min(settings.maxRetryAfterSeconds, LONGEST_LOOK_SECONDS),
	maxTotalWaitSeconds: Math.min(settings.maxTotalWaitSeconds, LONGEST_LOOK_SECONDS),
	requestTimeoutSeconds: Math.min(settings.requestTimeoutSeconds, LONGEST_LOOK_SECONDS),
});

/**
 * Looks into the chat for a message of which nobody knows whether it was sent. A message of ours with the same words, not
 * older than the attempt, that belongs to no other item is this one. A message that is not there proves nothing: it may
 * still come.
 *
 * @param sinceMs when it was tried, in milliseconds on the server's clock; asked for after each read, because an answer may
 * tell the server's clock for the first time
 */
export async function lookForSent(
	context: IExecuteFunctions,
	run: Run,
	read: ParameterReader,
	prepared: PreparedItem,
	settings: Delivery,
	sinceMs: () => number,
): Promise<Look> {
	const { words } = prepared;
	if (words === undefined || !settings.lookWhenUncertain || !canReadSent(run)) return 'notLooked';
	const recipient = readRecipient(read);
	const chat = chatIdentity(recipient);
	// the request for one chat is known for persons only
	const isGroup = isGroupId(chat);
	const request = readerOfSent(context, run, isGroup ? 'latest' : 'ofChat', lookSettings(settings));
	const signal = context.getExecutionCancelSignal();

	let look: Look = 'notLooked';
	for (const waitMs of WAITS_MS) {
		const isTooLong = waitMs > settings.maxTotalWaitSeconds * 1000;
		if (!isTooLong && !(await waitUnlessStopped(waitMs, signal, systemClock))) return look;
		try {
			const body = await request({ ...(isGroup ? {} : { recipient }), limit: PAGE_SIZE });
			const messages = listIn(body).flatMap((record) => sentMessageIn(record) ?? []);
			const found = claimSentMessage(messages, { chat, words, notBeforeMs: sinceMs() }, run.accountedIds);
			if (found) return found;
			look = 'notThere';
		} catch {
			// if the chat can't be read, the error of the send is the one to show
			return look;
		}
	}
	return look;
}
