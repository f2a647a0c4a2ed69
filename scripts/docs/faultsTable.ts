import type { FaultResults } from '../faults/results';

const number = (value: number) => value.toLocaleString('en-US');

/** The latest whole runs of the fault matrix. */
export function faultsTable(results: FaultResults): string {
	if (Object.keys(results).length === 0) return 'No whole run has been noted yet.';
	const rows = Object.values(results).map((result) => [
		result.core,
		result.node,
		number(result.faults),
		number(result.cells),
		String(result.invariants),
		number(result.requests),
		String(result.failures.length),
		`${Math.ceil(result.seconds / 60)} min in ${result.processes} processes`,
		result.date,
	]);
	const header = ['n8n-core', 'Node', 'Faults', 'Cells', 'Invariants', 'Requests', 'Failures', 'Time', 'Date'];
	return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
