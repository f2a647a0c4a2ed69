import { buildPackage } from './buildPackage';
import { progressPrinter } from './cache/progress';
import { recordRun } from './compatibility/record';
import { fetchN8n, type FetchedN8n } from './n8n/fetch';
import { e2eN8nVersions, type N8nVersion } from './n8n/versions';
import { parseTestArguments } from './testRun/arguments';
import type { Part } from './testRun/parts';
import { runJest, type JestOptions } from './testRun/runJest';
import { Stages } from './testRun/stages';
import { closingLine, isGood, partsWithoutTests, summarise, type JestReport } from './testRun/summary';

const { parts, n8nVersions, record, jestArguments } = parseTestArguments(process.argv.slice(2));
const filtered = jestArguments.length > 0;
const stages = new Stages();
const reports: JestReport[] = [];
/** Whatever kept tests from running; each counts as a failure. */
const problems: string[] = [];

async function attempt<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
	try {
		return await stages.run(name, work);
	} catch (error) {
		problems.push(`${name}: ${(error as Error).message}`);
		return undefined;
	}
}

async function testParts(chosen: readonly Part[], options: Partial<JestOptions> = {}): Promise<JestReport> {
	const more = options.jestArguments ?? [];
	const { report, exitCode } = await runJest(chosen, { ...options, jestArguments: [...jestArguments, ...more] });
	if (!report) throw new Error(`jest ended with exit code ${exitCode} and without a report`);
	reports.push(report);
	const { failed } = summarise([report], []);
	if (exitCode !== 0 && failed === 0) throw new Error(`jest ended with exit code ${exitCode} although no test failed`);
	return report;
}

/** A filtered or failing run proves nothing about an n8n version. */
function note(part: 'integration' | 'e2e', n8n: FetchedN8n, report: JestReport | undefined): void {
	const summary = report && summarise([report], []);
	if (!record || filtered || !summary || !isGood(summary)) return;
	recordRun(part, n8n, summary);
}

/** In the n8n-core, and on the Node, of an n8n version. */
async function testInCoreOf(n8n: FetchedN8n): Promise<void> {
	const { version, nodePath, directory } = n8n;
	const env = { N8N_CORE_FOLDER: directory };
	const report = await attempt(`integration in n8n-core of n8n ${version}`, () =>
		testParts(['integration'], { nodePath, env }),
	);
	note('integration', n8n, report);
}

/** All end-to-end tests of a version share one n8n: two test files at a time would only slow each other down. */
async function testInN8n(n8n: FetchedN8n): Promise<void> {
	const options = { jestArguments: ['--runInBand'], env: { E2E_N8N_VERSION: n8n.version } };
	note('e2e', n8n, await attempt(`e2e in n8n ${n8n.version}`, () => testParts(['e2e'], options)));
}

const fetched = (version: N8nVersion) => attempt(`n8n ${version}`, () => fetchN8n(version, progressPrinter()));

async function main(): Promise<void> {
	const needsBuild = parts.some((part) => part !== 'unit');
	const built = !needsBuild || (await attempt('build', async () => (await buildPackage(), true)));

	// The n8n-core among this project's own packages unless versions were chosen.
	const onOwnPackages = parts.filter(
		(part) => part === 'unit' || part === 'clients' || (part === 'integration' && !n8nVersions),
	);
	if (built && onOwnPackages.length > 0) {
		await attempt(onOwnPackages.join(' + '), () => testParts(onOwnPackages));
	}
	for (const version of built && n8nVersions && parts.includes('integration') ? n8nVersions : []) {
		const n8n = await fetched(version);
		if (n8n) await testInCoreOf(n8n);
	}
	for (const version of built && parts.includes('e2e') ? (n8nVersions ?? e2eN8nVersions()) : []) {
		const n8n = await fetched(version);
		if (n8n) await testInN8n(n8n);
	}

	if (problems.length === 0 && !filtered) {
		problems.push(...partsWithoutTests(parts, reports).map((part) => `${part}: no tests found`));
	}
	const summary = summarise(reports, problems);
	console.log(`\nStages: ${stages.timings}`);
	for (const problem of problems) console.log(`Failed: ${problem}`);
	for (const name of summary.skipped) console.log(`Skipped: ${name}`);
	console.log(closingLine(summary));
	process.exitCode = isGood(summary) ? 0 : 1;
}

void main();
