import { createHash } from 'node:crypto';
import type { PreparedItem } from '../actions/operation';
import { readRecipient } from '../fields/recipient';
import { chatIdentity } from '../input/chatIdentity';
import type { ParameterReader } from '../input/ParameterReader';
import { accountHash } from '../transport/account';
import type { Run } from './run';

/** The chat or group that a change is about; undefined if there is none. */
function targetOf({ values: { recipient, group } }: PreparedItem): string {
	if (typeof recipient === 'string') return chatIdentity(recipient);
	return typeof group === 'string' ? group : '';
}

/**
 * A hash of account, operation and chat. The words are left out: an expression with the time in it gives others each time.
 *
 * @throws InputError where what the user filled in can't be read
 */
export function fingerprintOf(run: Run, read: ParameterReader, prepared?: PreparedItem): string {
	const { account, resource, operation } = run;
	const target =
		operation.kind === 'send' ? chatIdentity(readRecipient(read)) : targetOf(prepared ?? operation.prepare(read));
	const parts = [accountHash(account), account.contract.id, account.channelId, resource, operation.value, target];
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}
