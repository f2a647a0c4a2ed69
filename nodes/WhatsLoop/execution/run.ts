import type { Operation } from '../actions/operation';
import type { Account } from '../transport/account';
import type { WaitMeter } from '../transport/waitMeter';
import type { EarlierMessages } from './earlierMessages';
import type { SentLedger } from './sentLedger';

/** What all items of one run have in common. */
export interface Run {
	account: Account;
	/** Of the operation, as in `message.sendText`. */
	resource: string;
	operation: Operation;
	ledger: SentLedger;
	meter: WaitMeter;
	/** IDs of messages that belong to an item already, so that no other item takes them for its own. */
	accountedIds: Set<string>;
	/** What the account sent before this run, for *Skip What Was Sent*. */
	earlier: EarlierMessages;
}
