/** Why a survivor is left alive. Without `original` or `replacement` it is about every survivor of the file, or of the code. */
export interface Explanation {
	/** Below `nodes/WhatsLoop`. */
	file: string;
	original?: string;
	replacement?: string;
	why: string;
}

/** Why labels and kinds of evidence are not looked at. */
const FOR_THE_DOCUMENTS =
	'The label and the evidence of a request are for docs/operations.md. The test of the documents notices, which is not run here.';

export const EXPLANATIONS: readonly Explanation[] = [
	{
		file: 'input/chatIdentity.ts',
		original: 'recipient.trim()',
		why: 'No difference: white space around a number, and around a chat ID, is taken off by what reads them.',
	},
	{
		file: 'input/mediaLimits.ts',
		original: 'bytes !== undefined',
		why: 'No difference at run time: undefined is not greater than a number. TypeScript wants it.',
	},
	{
		file: 'input/mediaType.ts',
		original: '/\\.([a-z0-9]{1,10})$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase',
		why: 'No difference: the group is there whenever the pattern matches.',
	},
	{
		file: 'input/mediaType.ts',
		original: "''",
		why: 'No difference: both are in no table of extensions.',
	},
	{
		file: 'input/binaryMedia.ts',
		original: "''",
		why: 'No difference: neither text is a size.',
	},
	{
		file: 'input/binaryMedia.ts',
		original: 'context.getInputData()[itemIndex]?.binary',
		why: 'n8n calls the node only for items that it has.',
	},
	{
		file: 'input/binaryMedia.ts',
		original: "typeof context.helpers.createBinarySignedUrl !== 'function'",
		why: 'Every n8n from 1.113 on has the function. Without the check an older one would fail in other words.',
	},
	{
		file: 'input/binaryMedia.ts',
		original: "'1 day'",
		why: 'n8n itself signs the address. The end-to-end test has a file fetched, and does not wait until its address expires.',
	},
	{
		file: 'input/buttons.ts',
		original: '() => ({})',
		why: 'No difference: to spread undefined adds nothing.',
	},
	{
		file: 'input/chatIdentity.ts',
		original: '/^\\+?(?:00)*/',
		why: 'No difference: the pattern also matches nothing, so its first match is always at the start.',
	},
	{
		file: 'input/chatIdentity.ts',
		original: '/(?:[._]\\d{1,3})?:\\d{1,3}$/',
		why: 'No difference: what is left after a colon is no digit, and the text then stays as it was.',
	},
	{
		file: 'input/chatIdentity.ts',
		original: '/^(\\d+):\\d{1,3}$/',
		replacement: '/(\\d+):\\d{1,3}$/',
		why: 'No difference: a text with anything but digits before the colon is no number for the next check.',
	},
	{
		file: 'input/chatIdentity.ts',
		original: 'plainText(chatId).trim()',
		why: 'No difference: white space around a number is allowed, and around a chat ID taken off by tidyChatId.',
	},
	{
		file: 'input/countryTable.ts',
		original: '!match',
		why: 'The table is generated, and every entry has its form.',
	},
	{
		file: 'input/countryTable.ts',
		original: 'code === undefined',
		why: 'For TypeScript only: every match has a code.',
	},
	{
		file: 'input/countryTable.ts',
		original: 'country',
		why: 'The table is generated, and every entry can be read.',
	},
	{
		file: 'input/countryTable.ts',
		original: "['en']",
		why: 'No difference where the computer speaks English, as in the tests. Elsewhere it keeps the names English.',
	},
	{
		file: 'input/countryTable.ts',
		original: '/^(United|Netherlands|Philippines|Maldives|Comoros|Central|Marshall|Solomon|Dominican)/',
		why: 'No difference: no name has such a word anywhere else.',
	},
	{
		file: 'input/countryTable.ts',
		original: '/^(\\d{1,3})(?:([A-Z]{2})([\\d,-]+)([sz]*)(?:o([\\d,-]+))?)?$/',
		why: 'The table is generated, and every entry is matched as a whole.',
	},
	{
		file: 'input/countryTable.ts',
		original: 'region === undefined || lengths === undefined',
		why: 'No difference: an entry has both or neither.',
	},
	{
		file: 'input/countryTable.ts',
		original: 'region === undefined',
		why: 'No difference: an entry has both or neither.',
	},
	{
		file: 'input/countryTable.ts',
		original: 'lengths === undefined',
		why: 'No difference: an entry has both or neither.',
	},
	{
		file: 'input/countryTable.ts',
		original: "''",
		why: 'No difference: the flags are matched whenever there is a region, as an empty text at least.',
	},
	{
		file: 'input/countryTable.ts',
		why: 'The table is read once, so only the first test that needs it is taken as its test. The tests of countryTable.test.ts notice these changes when they run by themselves.',
	},
	{
		file: 'input/digits.ts',
		original: 'code >= start',
		why: 'No difference: only digits of the two rows get here, and the zero of a row becomes 0 in both ways.',
	},
	{
		file: 'input/localAddress.ts',
		original: "'0.0.0.0'",
		why: 'No difference: a network that can not be read counts as 0, which is this one.',
	},
	{
		file: 'input/localAddress.ts',
		original: '/^\\[|\\]$/g',
		why: 'No difference: an address has brackets at its ends only.',
	},
	{
		file: 'input/phoneReadings.ts',
		original: 'defaultCode.length + digits.length > MAX_DIGITS',
		why: 'No difference: the table has no length with which a number would be longer than 15 digits.',
	},
	{
		file: 'input/phoneReadings.ts',
		original: 'defaultCode === undefined',
		why: 'For TypeScript only: no country has a code that is undefined.',
	},
	{
		file: 'input/phoneReadings.ts',
		original: 'digits.length >= MIN_DIGITS',
		why: 'No difference: every country code and its shortest number have seven digits together, or more.',
	},
	{
		file: 'input/phoneReadings.ts',
		original: 'defaultCode.length + digits.length',
		why: 'The same.',
	},
	{
		file: 'input/plainText.ts',
		original: 'value === undefined',
		why: 'No difference: JSON has no text for undefined, which becomes an empty one, too.',
	},
	{
		file: 'contracts/cloud/index.ts',
		original: "'seen'",
		why: FOR_THE_DOCUMENTS,
	},
	{
		file: 'contracts/cloud/index.ts',
		why: 'Other folders use it, whose tests notice and are not run here.',
	},
	{
		file: 'contracts/cloud/messages.ts',
		why: FOR_THE_DOCUMENTS,
	},
	{
		file: 'contracts/go/buttons.ts',
		why: FOR_THE_DOCUMENTS,
	},
	{
		file: 'contracts/go/chats.ts',
		original: "'typing'",
		why: FOR_THE_DOCUMENTS,
	},
	{
		file: 'contracts/go/chats.ts',
		original: "'recording'",
		why: FOR_THE_DOCUMENTS,
	},
	{
		file: 'contracts/go/index.ts',
		original: "'seen'",
		why: FOR_THE_DOCUMENTS,
	},
	{
		file: 'contracts/go/index.ts',
		why: 'Other folders use it, whose tests notice and are not run here.',
	},
	{
		file: 'contracts/go/messages.ts',
		original: "{ url: 'mediaUrl' }",
		why: 'No difference: a document is then sent by the request with a caption, whose caption stays empty.',
	},
	{
		file: 'contracts/go/messages.ts',
		original: "'mediaUrl'",
		why: 'No difference: a document is then sent by the request with a caption, whose caption stays empty.',
	},
	{
		file: 'contracts/go/messages.ts',
		why: FOR_THE_DOCUMENTS,
	},
	{
		file: 'contracts/judgeAnswer.ts',
		original: 'value.length <= LONGEST_WORD',
		why: 'No difference: no known word has 40 characters.',
	},
	{
		file: 'contracts/judgeAnswer.ts',
		original: '/[.!]$/',
		why: 'No difference: no known word has a full stop or an exclamation mark inside.',
	},
	{
		file: 'contracts/judgeAnswer.ts',
		original: "''",
		why: 'No difference: neither text is a known word.',
	},
	{
		file: 'contracts/judgeAnswer.ts',
		original: "['']",
		why: 'No difference: undefined is no known word either.',
	},
	{
		file: 'contracts/judgeAnswer.ts',
		original: 'id !== undefined',
		why: 'For TypeScript only: the text "undefined" has no digit, so it is no ID.',
	},
	{
		file: 'contracts/limits.ts',
		why: 'No difference: what is not there has no length and no entries.',
	},
	{
		file: 'contracts/cloud/answers.ts',
		why: 'No difference: an empty text has no digit, so it is no ID.',
	},
	{
		file: 'contracts/go/answers.ts',
		why: 'No difference: an answer with anything but a text there has no ID that is used.',
	},
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
	{
		file: 'trigger/normalise/ids.ts',
		original: 'id === null',
		why: 'For TypeScript only: the text "null" is no composed ID.',
	},
	{
		file: 'trigger/normalise/records/baileysContent.ts',
		original: "''",
		why: 'No difference: neither text has a name or a number of a vCard.',
	},
	{
		file: 'trigger/normalise/records/flatMessage.ts',
		original: 'caption !== null',
		why: 'For TypeScript only: the text "null" is no name of a file.',
	},
	{
		file: 'trigger/normalise/records/flatMessage.ts',
		original: "''",
		why: 'No difference: neither text has coordinates.',
	},
	{
		file: 'trigger/normalise/shapes/cloudEvent.ts',
		original: '[]',
		why: 'No difference: nobody sends a field with the name that the list then has.',
	},
	{
		file: 'trigger/normalise/eventNames.ts',
		why: 'How well a name is known is for whoever reads the table.',
	},
	{
		file: 'trigger/activate.ts',
		original: "secret !== ''",
		why: 'No difference: where a secret is there, none is missing.',
	},
	{
		file: 'trigger/activate.ts',
		original: "''",
		why: 'No difference: n8n knows the address, and any recipient will do for the check.',
	},
	{
		file: 'trigger/activate.ts',
		original: '[]',
		why: 'No difference: the request has no private texts.',
	},
	{
		file: 'trigger/body.ts',
		original: 'read?.call',
		why: 'No difference: to call what is not there throws an error, which is caught.',
	},
	{
		file: 'trigger/body.ts',
		original: "'utf-8'",
		why: 'No difference: UTF-8 is taken for a charset that does not exist, too.',
	},
	{
		file: 'trigger/boundedJson.ts',
		original: 'quote !== -1',
		why: 'No difference: there is no backslash before the start of a text.',
	},
	{
		file: 'trigger/boundedJson.ts',
		original: '-1',
		why: 'No difference: a quote as the second character of a value is never escaped.',
	},
	{
		file: 'trigger/boundedJson.ts',
		original: 'index < text.length',
		why: 'No difference: there is no character after the last one.',
	},
	{
		file: 'trigger/boundedJson.ts',
		original: '{ return undefined; }',
		why: 'No difference: a function that just ends returns undefined.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: 'value.length <= MAX_HASHED_CHARACTERS',
		why: 'No difference: both halves together are the whole text.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: '(message?.mediaUrl ?? null) !== null',
		why: 'No difference: yes and no only trade places.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: '[]',
		why: 'No difference: no event has that key.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original:
			'outdated .map((status) => keyOf({ ...event, ack: { level: 0, status } })) .filter((key) => key !== undefined)',
		why: 'For TypeScript only: an event that has a key has one for every status.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: 'key !== undefined',
		why: 'For TypeScript only: an event that has a key has one for every status.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: "''",
		why: 'No difference: no static data is that text.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: "'recentEvents'",
		why: 'Any name will do.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: 'this.latest.length > 2 * MAX_KEYS_IN_STATIC_DATA',
		why: 'It bounds the memory. What is stored are the same newest keys.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: '2 * MAX_KEYS_IN_STATIC_DATA',
		why: 'It bounds the memory. What is stored are the same newest keys.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: 'this.latest.slice(-MAX_KEYS_IN_STATIC_DATA)',
		why: 'It bounds the memory. What is stored are the same newest keys.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: '-MAX_KEYS_IN_STATIC_DATA',
		why: 'It bounds the memory. What is stored are the same newest keys.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: 'this.deliveries > WRITES_EACH_SECOND',
		why: 'No difference: the twentieth is also one of every ten.',
	},
	{
		file: 'trigger/fields/chats.ts',
		original: '{ return false; }',
		why: 'No difference: undefined counts as false.',
	},
	{
		file: 'trigger/fields/options.ts',
		original: 'hours > 0',
		why: 'No difference: zero was handled before.',
	},
	{
		file: 'trigger/filter.ts',
		original: "''",
		why: 'No difference: nobody chooses a type or a status of that name.',
	},
	{
		file: 'trigger/form.ts',
		original: 'count <= MAX_FIELDS',
		why: 'It only saves work: the rest need not be counted.',
	},
	{
		file: 'trigger/form.ts',
		original: 'value !== null',
		why: 'For TypeScript only: JSON that begins with a bracket is not null.',
	},
	{
		file: 'trigger/media.ts',
		original: "''",
		why: 'No difference: no type has that name, and every text has a last part.',
	},
	{
		file: 'trigger/media.ts',
		original: 'start < withMedia.length',
		why: 'No difference: the last part is then empty.',
	},
	{
		file: 'trigger/receive.ts',
		original: "''",
		why: 'No difference: neither text is the content type of a form.',
	},
	{
		file: 'trigger/receive.ts',
		original: '!response.headersSent',
		why: 'Nothing answers twice today. n8n may have answered already when a client is gone.',
	},
	{
		file: 'trigger/receive.ts',
		original: '{ node: context.getNode().name, workflowId: context.getWorkflow().id }',
		why: "Two fields beside the line in n8n's log. The tests look at the line.",
	},
	{
		file: 'input/chatIdentity.ts',
		original: '/^\\d+$/',
		why: 'No difference: what has other characters beside its digits is no chat ID, and is refused before anything is sent.',
	},
	{
		file: 'input/ParameterReader.ts',
		original: "''",
		why: 'n8n always has a value for a field of the panel.',
	},
];
