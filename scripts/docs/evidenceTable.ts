import { resources } from '../../nodes/WhatsLoop/actions';
import { contracts } from '../../nodes/WhatsLoop/contracts';
import type { Evidence } from '../../nodes/WhatsLoop/contracts/contract';
import { LEFT_OUT } from '../selfCheck/safeOperations';
import { EVIDENCE_WORDS } from './evidence';

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

/** How many requests of each API are known how well. */
export function evidenceTable(): string {
	const counts = contracts.map(({ operations }) => Object.values(operations).flat());
	const rows = (Object.keys(EVIDENCE_WORDS) as Evidence[]).map((evidence) =>
		row([
			EVIDENCE_WORDS[evidence],
			...counts.map((variants) => String(variants.filter((variant) => variant.evidence === evidence).length)),
		]),
	);
	const header = ['Requests of the node', ...contracts.map(({ name }) => name)];
	return [row(header), row(['---', ...contracts.map(() => '---:')]), ...rows].join('\n');
}

/** What the self-check does not run, with the reason, in words of the panel. */
export function leftOutTable(): string {
	const rows = resources.flatMap(({ value, name, operations }) =>
		operations.flatMap((operation) => {
			const reason = LEFT_OUT[`${value}.${operation.value}`];
			return reason === undefined ? [] : [row([`${name}: ${operation.name}`, reason])];
		}),
	);
	const header = ['Not run', 'Why'];
	return [row(header), row(header.map(() => '---')), ...rows].join('\n');
}
