import type { Explanation } from './explanation';

export const inputExplanations: readonly Explanation[] = [
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
