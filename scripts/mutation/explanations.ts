/** Why a survivor is left alive. Without `original` or `replacement` it is about every survivor of the file, or of the code. */
export interface Explanation {
	/** Below `nodes/WhatsLoop`. */
	file: string;
	original?: string;
	replacement?: string;
	why: string;
}

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
];
