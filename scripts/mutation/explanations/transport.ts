import type { Explanation } from './explanation';

export const transportExplanations: readonly Explanation[] = [
	{
		file: 'transport/request.ts',
		original: "{ reason: 'final' }",
		why: 'For TypeScript only: what is neither done nor tried again has failed.',
	},
	{
		file: 'transport/request.ts',
		original: "'final'",
		why: 'For TypeScript only: what is neither done nor tried again has failed.',
	},
	{
		file: 'transport/request.ts',
		original: "decision.action === 'fail'",
		why: 'For TypeScript only: what is neither done nor tried again has failed.',
	},
	{
		file: 'transport/request.ts',
		original: "outcome.kind === 'answered'",
		why: 'For TypeScript only: what is done was answered.',
	},
	{
		file: 'transport/request.ts',
		original: '{ message: text.message }',
		why: 'No difference: the message is set afterwards.',
	},
	{
		file: 'transport/request.ts',
		original: 'context.getMode?.()',
		why: 'Every n8n from 1.113 on has the function.',
	},
	{
		file: 'transport/request.ts',
		original: "result.kind === 'go'",
		why: 'A send that was held back would count for the pause of the next one, which then leaves a little later.',
	},
	{
		file: 'transport/request.ts',
		original: 'pauseMs > 0',
		why: 'No difference: a pause of no length is over at once.',
	},
	{
		file: 'transport/request.ts',
		original: '!slept',
		why: 'No difference: a stopped execution then does not get into the queue, with the same error.',
	},
	{
		file: 'transport/credentialTest.ts',
		original: "''",
		why: 'No difference: neither text is a content type or speaks of a token.',
	},
	{
		file: 'transport/credentialTest.ts',
		original: 'other !== contract',
		why: 'No difference: the form of the own API was looked at before.',
	},
	{
		file: 'transport/credentialTest.ts',
		original: "'read'",
		why: 'No difference: what is judged for a read is judged for anything but a send.',
	},
	{
		file: 'transport/credentialTest.ts',
		original: "`${error.message}. ${error.description ?? ''}`.trim()",
		why: 'No difference: each of these errors has a description.',
	},
	{
		file: 'transport/deadline.ts',
		original: 'leftMs <= 0',
		why: 'No difference to the microsecond.',
	},
	{
		file: 'transport/errorTexts.ts',
		original: "outcome.kind !== 'answered'",
		why: 'No difference: what was not answered has no body to read from.',
	},
	{
		file: 'transport/errorTexts.ts',
		original: "outcome.verdict === 'unproven'",
		why: 'No difference: only an answer that proves nothing gets here.',
	},
	{
		file: 'transport/errorTexts.ts',
		original: "outcome.kind === 'answered'",
		why: 'For TypeScript only: only an answer has a status.',
	},
	{
		file: 'transport/errorTexts.ts',
		original: "because.reason === 'waitTooLong'",
		why: 'For TypeScript only: no other reason was asked for.',
	},
	{
		file: 'transport/fetchMedia.ts',
		original: "''",
		why: 'No difference: neither text has a name of a file.',
	},
	{
		file: 'transport/fetchMedia.ts',
		original: 'remoteAddress === undefined',
		why: 'For TypeScript only: a port comes with its address.',
	},
	{
		file: 'transport/fetchMedia.ts',
		original: 'body.destroy?.()',
		why: 'Every stream has the function.',
	},
	{
		file: 'transport/headers.ts',
		original: 'key === undefined',
		why: 'No difference: no header has the name undefined.',
	},
	{
		file: 'transport/likeness.ts',
		original: 'code <= 0x10ffff',
		why: 'The last code point of Unicode is no character.',
	},
	{
		file: 'transport/likeness.ts',
		original: 'encoded .slice(1)',
		why: 'No difference: the byte 0 before the others is no letter.',
	},
	{
		file: 'transport/likeness.ts',
		original: "' '",
		why: 'No difference: white space does not count.',
	},
	{
		file: 'transport/likeness.ts',
		original: "'<'",
		why: 'No difference: signs do not count.',
	},
	{
		file: 'transport/likeness.ts',
		original: "'>'",
		why: 'No difference: signs do not count.',
	},
	{
		file: 'transport/likeness.ts',
		original: "'\"'",
		why: 'No difference: signs do not count.',
	},
	{
		file: 'transport/likeness.ts',
		original: '"\'"',
		why: 'No difference: signs do not count.',
	},
	{
		file: 'transport/likeness.ts',
		original: 'layer < DECODINGS',
		why: 'One layer more is decoded.',
	},
	{
		file: 'transport/likeness.ts',
		original: '[]',
		why: 'No difference: that text is in no private text.',
	},
	{
		file: 'transport/likeness.ts',
		original: '/(?:[\\da-f]{2}){8,}/gi',
		why: 'Shorter rows of digits are decoded, too.',
	},
	{
		file: 'transport/likeness.ts',
		original: "withAsciiDigits(text.normalize('NFKC')) .toLowerCase()",
		why: 'No difference: both texts are put in the same case.',
	},
	{
		file: 'transport/likeness.ts',
		original: '/[\\p{L}\\p{N}]+/gu',
		why: 'It finds more words, and each is compared as a whole.',
	},
	{
		file: 'transport/likeness.ts',
		original:
			'[...words.filter((word) => /\\d/.test(word)).map(lettersAndDigits), whole] .filter((word) => word.length >= SHORTEST_WORD) .filter((word) => word.length < TELLING_LENGTH)',
		why: 'It only saves work: a longer word is found by its pieces.',
	},
	{
		file: 'transport/likeness.ts',
		original: 'word.length < TELLING_LENGTH',
		why: 'It only saves work: a longer word is found by its pieces.',
	},
	{
		file: 'transport/likeness.ts',
		original: 'start + TELLING_LENGTH',
		why: 'No difference: the shorter pieces at the end are in no list of the other text.',
	},
	{
		file: 'transport/likeness.ts',
		original: 'text.slice(0, LONGEST_JUDGED_TEXT)',
		why: 'It only saves work: no error shows as much.',
	},
	{
		file: 'transport/likeness.ts',
		original: 'privateText.slice(0, LONGEST_PRIVATE_TEXT)',
		why: 'It only saves work: no message is as long.',
	},
	{
		file: 'transport/outcome.ts',
		original: "typeof error !== 'object' || error === null",
		why: 'No difference: reading from it throws an error, which is caught, or finds nothing.',
	},
	{
		file: 'transport/outcome.ts',
		original: "typeof error !== 'object'",
		why: 'No difference: reading from it throws an error, which is caught, or finds nothing.',
	},
	{
		file: 'transport/outcome.ts',
		original: 'error === null',
		why: 'No difference: reading from it throws an error, which is caught.',
	},
	{
		file: 'transport/outcome.ts',
		original: '{ // a getter that throws gives no code return undefined; }',
		why: 'No difference: a function that just ends returns undefined.',
	},
	{
		file: 'transport/outcome.ts',
		original: '[]',
		why: 'No difference: that text has no code in it.',
	},
	{
		file: 'transport/outcome.ts',
		original: 'error !== undefined',
		why: 'It only saves work: nothing is found in it.',
	},
	{
		file: 'transport/outcome.ts',
		original: 'error !== null',
		why: 'It only saves work: nothing is found in it.',
	},
	{
		file: 'transport/rateLimitAnswer.ts',
		original: "''",
		why: 'No difference: neither text is a number or a date.',
	},
	{
		file: 'transport/rateLimitAnswer.ts',
		original: 'seconds !== undefined',
		why: 'For TypeScript only: undefined is not greater than a number.',
	},
	{
		file: 'transport/rateLimitAnswer.ts',
		original: 'resetEpochMs !== undefined',
		why: 'For TypeScript only: undefined is not greater than a number.',
	},
	{
		file: 'transport/redact.ts',
		original: '[]',
		why: 'No difference: what has no place in the text is passed over.',
	},
	{
		file: 'transport/redact.ts',
		original: 'length < secret.length',
		why: 'No difference: there is no character after the last one.',
	},
	{
		file: 'transport/retryAfter.ts',
		original: "''",
		why: 'No difference: neither text is a number or a date.',
	},
	{
		file: 'transport/retryPolicy.ts',
		original: 'hint !== undefined',
		why: 'For TypeScript only: undefined is not greater than a number.',
	},
];
