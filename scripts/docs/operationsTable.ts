import { resources } from '../../nodes/WhatsLoop/actions';
import { contracts } from '../../nodes/WhatsLoop/contracts';
import type { Contract, Evidence, RequestVariant } from '../../nodes/WhatsLoop/contracts/contract';
import { EVIDENCE_WORDS } from './evidence';

/** `seen: text, reply; sibling: disappearing`, or just the word where all are known equally well. */
function evidenceOf(variants: RequestVariant[] | undefined): string {
	if (!variants) return '–';
	const byEvidence = new Map<Evidence, string[]>();
	for (const { evidence, label } of variants)
		byEvidence.set(evidence, [...(byEvidence.get(evidence) ?? []), label ?? 'plain']);
	if (byEvidence.size === 1) return EVIDENCE_WORDS[variants[0].evidence];
	return [...byEvidence].map(([evidence, labels]) => `${EVIDENCE_WORDS[evidence]}: ${labels.join('; ')}`).join('<br>');
}

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

const evidence = ({ operations }: Contract, id: string) => evidenceOf(operations[id]);

/** Every operation of the node, and for each contract how well it is known; a dash where the contract has none. */
export function operationsTable(): string {
	const rows = resources.flatMap((resource) =>
		resource.operations.map(({ name, value }) =>
			row([resource.name, name, ...contracts.map((contract) => evidence(contract, `${resource.value}.${value}`))]),
		),
	);
	const header = ['Resource', 'Operation', ...contracts.map(({ name }) => name)];
	return [row(header), row(header.map(() => '---')), ...rows].join('\n');
}
