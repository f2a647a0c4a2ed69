import type { Known } from '../../../sandbox/contracts/reference';

/** What each degree of evidence means. What is not proven says so in capitals. */
export const KNOWN_MEANING: Record<Known, string> = {
	documented: "In the provider's own documentation.",
	seen: 'Clients of the live service use it.',
	sibling: 'Known from public clients of a platform with word-for-word the same documentation. Likely, but deduced.',
	'provider code': "In published code of the provider's older software. NOT PROVEN for the live service.",
	guess: 'NOT PROVEN: a guess in the style of what is known.',
	unproven: 'NOT PROVEN: nothing public shows it.',
};

/** A line for a description: how well something is known. */
export const evidenceLine = (known: Known): string => `Evidence: **${known}**. ${KNOWN_MEANING[known]}`;
