import type { IExecuteFunctions, INodeExecutionData, NodeApiError } from 'n8n-workflow';
import { readDelivery } from '../fields/delivery';
import type { ParameterReader } from '../input/ParameterReader';
import { uncertainError } from '../transport/request';
import { fingerprintOf } from './fingerprint';
import { lookForSent } from './lookForSent';
import type { Run } from './run';
import { sentOutput } from './sentOutput';

/** What an earlier try of this run noted about an item. */
export type Recalled =
	/** It was sent. */
	| { kind: 'sent'; output: INodeExecutionData[] }
	/** Nobody knows whether it was sent, so it is not sent again. */
	| { kind: 'uncertain'; error: NodeApiError };

/** A changed item may be unreadable. It then fails later, with its own error. */
function fingerprintNow(run: Run, read: ParameterReader): string | undefined {
	try {
		return fingerprintOf(run, read);
	} catch {
		return undefined;
	}
}

/**
 * Answers an item from the memory of an earlier try.
 *
 * @returns undefined for an item that is to be sent
 */
export async function recall(
	context: IExecuteFunctions,
	run: Run,
	read: ParameterReader,
): Promise<Recalled | undefined> {
	const { itemIndex } = read;
	if (!run.ledger.has(itemIndex)) return undefined;
	const fingerprint = fingerprintNow(run, read);
	const known = run.ledger.find(itemIndex, fingerprint);
	if (known === undefined || fingerprint === undefined) return undefined;
	if ('sent' in known) return { kind: 'sent', output: known.sent };

	const settings = readDelivery(read);
	if (settings.retryUncertain) return undefined;
	const { uncertain, sinceMs } = known;
	const error = uncertainError(context, uncertain, itemIndex);
	if (run.operation.kind !== 'send') return { kind: 'uncertain', error };
	const look = await lookForSent(context, run, read, run.operation.prepare(read), settings, () => sinceMs);
	if (typeof look === 'string') return { kind: 'uncertain', error };
	const output = sentOutput(look, read, 'accepted');
	run.ledger.rememberSent(itemIndex, fingerprint, output, look.messageId);
	await run.operation.afterSend?.(context, itemIndex);
	return { kind: 'sent', output };
}
