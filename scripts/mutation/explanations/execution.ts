import type { Explanation } from './explanation';

export const executionExplanations: readonly Explanation[] = [
	{
		file: 'execution/readSent.ts',
		original: '{ channelId }',
		why: 'The API that can read back what was sent has no channels.',
	},
	{
		file: 'execution/runItem.ts',
		original: "run.operation.kind === 'send'",
		why: 'No difference: only a message has words to look for, and only a run of messages asks for the IDs of others.',
	},
	{
		file: 'execution/runItem.ts',
		original: "`${error.description ?? ''} The chat does not show the message (yet).`.trim()",
		why: 'No difference: the error of an uncertain message always has a description.',
	},
	{
		file: 'execution/runItem.ts',
		original: 'done.messageId !== undefined',
		why: 'No difference: no message has the ID undefined.',
	},
	{
		file: 'execution/runItems.ts',
		original: '{ return undefined; }',
		why: 'No difference: a function that just ends returns undefined.',
	},
	{
		file: 'execution/runItems.ts',
		original: 'new Array<INodeExecutionData[]>(itemCount)',
		why: 'No difference: each item is put at its own index.',
	},
	{
		file: 'execution/skipSent.ts',
		original: "typeof timestamp === 'string'",
		why: 'No difference: what is no text is no date either.',
	},
	{
		file: 'execution/skipSent.ts',
		original: 'ms < oldest',
		why: 'No difference: of two equal moments either is the oldest.',
	},
	{
		file: 'execution/chatLanes.ts',
		original: 'chat === undefined',
		why: 'No difference: no chat under way is undefined. TypeScript wants it.',
	},
	{
		file: 'execution/chatLanes.ts',
		original: 'this.busy.get(chat)?.shift',
		why: 'For TypeScript only: the chat of an item that ends is always there.',
	},
	{
		file: 'execution/chatLanes.ts',
		original: 'failure.itemIndex < lowest.itemIndex',
		why: 'No difference: no item fails twice.',
	},
	{
		file: 'execution/earlierMessages.ts',
		original: '[]',
		why: 'No difference: the text in the list is no message.',
	},
	{
		file: 'execution/fingerprint.ts',
		original: "typeof group === 'string'",
		why: 'No difference: without a group the hash gets another constant.',
	},
	{
		file: 'execution/fingerprint.ts',
		original: "''",
		why: 'No difference: any constant will do.',
	},
	{
		file: 'execution/lookForSent.ts',
		original: "'notLooked'",
		why: 'No difference: the word is only compared with "notThere".',
	},
	{
		file: 'execution/lookForSent.ts',
		original: '[]',
		why: 'No difference: the text in the list is no message.',
	},
	{
		file: 'execution/recall.ts',
		original: '{ return undefined; }',
		why: 'No difference: a function that just ends returns undefined.',
	},
	{
		file: 'execution/recall.ts',
		original: '!run.ledger.has(itemIndex)',
		why: 'It only saves the work of a hash for each item.',
	},
	{
		file: 'execution/recall.ts',
		original: 'fingerprint === undefined',
		why: 'For TypeScript only: without a fingerprint nothing is found.',
	},
	{
		file: 'execution/recall.ts',
		original: "'sent'",
		why: 'No difference: the word is only compared with "uncertain".',
	},
	{
		file: 'execution/recall.ts',
		original: "run.operation.kind !== 'send'",
		why: 'No difference: only a message has words to look for.',
	},
	{
		file: 'execution/retryMemory.ts',
		original: 'total <= MOST_ENTRIES',
		why: 'One entry more or less in a limit of memory.',
	},
	{
		file: 'execution/retryMemory.ts',
		original: '{ once: true }',
		why: 'No difference: a promise settles once.',
	},
	{
		file: 'execution/retryMemory.ts',
		original: 'true',
		why: 'No difference: a promise settles once.',
	},
	{
		file: 'execution/retryMemory.ts',
		original: "'whatsLoopRetries'",
		why: 'Any name will do.',
	},
	{
		file: 'execution/sentLedger.ts',
		original: "'sentItems'",
		why: 'Any name will do.',
	},
	{
		file: 'execution/sentMessage.ts',
		original: 'type !== undefined',
		why: 'No difference: the table has no entry called undefined. TypeScript wants it.',
	},
	{
		file: 'execution/sentMessage.ts',
		original: "typeof type === 'string'",
		why: 'No difference: the type of a message is a text, or there is none.',
	},
	{
		file: 'execution/sentMessage.ts',
		why: 'No difference: a family may have any name that no other one has.',
	},
];
