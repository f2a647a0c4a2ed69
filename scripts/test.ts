import { buildPackage } from './buildPackage';
import { progressPrinter } from './cache/progress';
import { fetchN8n } from './n8n/fetch';
import { e2eN8nVersion } from './n8n/versions';
import { parseTestArguments, type Part } from './testRun/parts';
import { runJest } from './testRun/runJest';
import { Stages } from './testRun/stages';
import { closingLine, isGood, partsWithoutTests, summarise, type JestReport } from './testRun/summary';

const { parts, jestArguments } = parseTestArguments(process.argv.slice(2));
const stages = new Stages();
const reports: JestReport[] = [];
/** Whatever kept tests from running; each counts as a failure. */
const problems: string[] = [];

async function attempt(name: string, work: () => Promise<void>): Promise<boolean> {
	try {
		await stages.run(name, work);
		return true;
	} catch (error) {
		problems.push(`${name}: ${(error as Error).message}`);
		return false;
	}
}

async function testParts(chosen: readonly Part[], ...more: string[]): Promise<void> {
	const { report, exitCode } = await runJest(chosen, [...jestArguments, ...more]);
	if (!report) throw new Error(`jest ended with exit code ${exitCode} and without a report`);
	reports.push(report);
	const { failed } = summarise([report], []);
	if (exitCode !== 0 && failed === 0) throw new Error(`jest ended with exit code ${exitCode} although no test failed`);
}

async function main(): Promise<void> {
	const inProcess = parts.filter((part) => part !== 'e2e');
	const needsBuild = parts.some((part) => part !== 'unit');

	const built = !needsBuild || (await attempt('build', buildPackage));
	if (built && inProcess.length > 0) await attempt(inProcess.join(' + '), () => testParts(inProcess));
	if (built && parts.includes('e2e')) {
		const fetched = await attempt('n8n', async () => {
			await fetchN8n(e2eN8nVersion(), progressPrinter());
		});
		// All end-to-end tests share one n8n: two test files at a time would only slow each other down.
		if (fetched) await attempt(`e2e in n8n ${e2eN8nVersion()}`, () => testParts(['e2e'], '--runInBand'));
	}

	const filtered = jestArguments.length > 0;
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
