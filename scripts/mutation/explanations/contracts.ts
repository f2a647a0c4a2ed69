import type { Explanation } from './explanation';

/** Why labels and kinds of evidence are not looked at. */
const FOR_THE_DOCUMENTS =
	'The label and the evidence of a request are for docs/operations.md. The test of the documents notices, which is not run here.';

export const contractsExplanations: readonly Explanation[] = [
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
];
