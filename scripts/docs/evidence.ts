import type { Evidence } from '../../nodes/WhatsLoop/contracts/contract';

/** In the words of docs/operations.md, which explains them above its table. Best known first. */
export const EVIDENCE_WORDS: Record<Evidence, string> = {
	documented: 'documented',
	seen: 'seen',
	sibling: 'sibling',
	unproven: 'not proven',
};

/** The best evidence of several. @throws RangeError for none */
export function bestEvidence(some: readonly Evidence[]): Evidence {
	const best = (Object.keys(EVIDENCE_WORDS) as Evidence[]).find((evidence) => some.includes(evidence));
	if (best === undefined) throw new RangeError('There is no evidence to choose from');
	return best;
}
