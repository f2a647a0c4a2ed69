import { LIMITS } from '../compatibility/limits';
import type { ProvenRun, ProvenRuns } from '../compatibility/runs';
import { isAtLeast, N8N_VERSIONS } from '../n8n/versions';

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

const passed = (run: ProvenRun | undefined) => (run ? `${run.passed} passed` : 'not yet');

/** Every n8n version of the harness with what its last whole runs gave. */
export function compatibilityTable(runs: ProvenRuns): string {
	const rows = N8N_VERSIONS.map((version) => {
		const { e2e, integration } = runs[version] ?? {};
		const latest = e2e ?? integration;
		return row([version, latest?.node.split('.')[0] ?? '–', passed(e2e), passed(integration), latest?.date ?? '–']);
	});
	const header = ['n8n', 'Node', 'Whole n8n', 'Engine alone', 'Date'];
	return [row(header), row(header.map(() => '---')), ...rows].join('\n');
}

/** What the older of these versions lack. */
export function olderVersions(): string {
	const oldest = N8N_VERSIONS.at(-1) ?? '';
	return LIMITS.filter(({ since }) => !isAtLeast(oldest, since))
		.map(({ since, text }) => `- **Before ${since}.** ${text}`)
		.join('\n');
}
