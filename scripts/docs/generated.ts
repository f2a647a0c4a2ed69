import { readRuns } from '../compatibility/runs';
import { readFaultResults } from '../faults/results';
import { EXPLANATIONS } from '../mutation/explanations';
import { readMutationResults } from '../mutation/results';
import { readReliability } from '../reliability/results';
import { faultsTable } from './faultsTable';
import { compatibilityTable, olderVersions } from './compatibilityTable';
import { evidenceTable, leftOutTable } from './evidenceTable';
import { mutationTable, survivorTables } from './mutationTables';
import { operationsTable } from './operationsTable';
import { fuzzTable, soakTable } from './reliabilityTables';

/** A part of a document that a program writes, between its two marks. */
export interface GeneratedPart {
	/** Path in the project. */
	file: string;
	/** As in the marks. */
	name: string;
	content: () => string;
}

export const GENERATED: readonly GeneratedPart[] = [
	{ file: 'docs/operations.md', name: 'operations', content: operationsTable },
	{ file: 'docs/evidence.md', name: 'evidence', content: evidenceTable },
	{ file: 'docs/evidence.md', name: 'left out', content: leftOutTable },
	{ file: 'README.md', name: 'compatibility', content: () => compatibilityTable(readRuns()) },
	{ file: 'docs/reliability.md', name: 'faults', content: () => faultsTable(readFaultResults()) },
	{ file: 'docs/reliability.md', name: 'webhooks', content: () => fuzzTable(readReliability().fuzz) },
	{ file: 'docs/reliability.md', name: 'soak', content: () => soakTable(readReliability().soak) },
	{ file: 'docs/mutation.md', name: 'mutation', content: () => mutationTable(readMutationResults()) },
	{
		file: 'docs/mutation.md',
		name: 'survivors',
		content: () => survivorTables(readMutationResults(), EXPLANATIONS),
	},
	{ file: 'docs/compatibility.md', name: 'older versions', content: olderVersions },
];
