import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { nodeForErrors } from '../input/nodeErrors';

/** A longer list would not help. */
const MOST_NAMED = 20;

/** `3`, `3 and 7`, `3, 7 and 12`. People count from 1. */
function inWords(itemIndexes: number[]): string {
	const numbers = itemIndexes.slice(0, MOST_NAMED).map((index) => String(index + 1));
	const more = itemIndexes.length - numbers.length;
	const parts = more > 0 ? [...numbers, `${more} more`] : numbers;
	return parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/**
 * The error at the end of a retry that sent everything else: some items may have been sent by an earlier try.
 *
 * @param itemIndexes counted from 0
 */
export function uncertainItemsError(context: IExecuteFunctions, itemIndexes: number[]): NodeOperationError {
	const sorted = [...itemIndexes].sort((a, b) => a - b);
	const items = sorted.length === 1 ? 'Item' : 'Items';
	const message = `${items} ${inWords(sorted)} (counted from 1) may or may not have been sent by an earlier try`;
	const description = [
		'Nothing was sent for them this time. All others are done. Look at these chats.',
		'If a message is missing there, turn on "Retry When Uncertain" in Sending & Retries and retry: it is sent again, maybe twice.',
		'If the messages are there, you are done: remove these items, or go on from here.',
	].join(' ');
	return new NodeOperationError(nodeForErrors(context.getNode()), message, { description, itemIndex: sorted[0] });
}
