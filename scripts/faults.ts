import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { buildPackage } from './buildPackage';
import { progressPrinter } from './cache/progress';
import { mergeReports, recordFaultResult, type FaultReport } from './faults/results';
import { fetchN8n } from './n8n/fetch';
import { parseN8nVersions } from './n8n/versions';
import { runJest } from './testRun/runJest';

/** The n8n-core among this project's own packages. */
const OWN = 'own';

interface Flags {
	n8n: string;
	processes: number;
}

/** Where an n8n-core is, and the Node that runs it. */
interface Core {
	nodePath?: string;
	env: NodeJS.ProcessEnv;
}

async function coreOf(name: string): Promise<Core> {
	if (name === OWN) return { env: {} };
	const [version] = parseN8nVersions(name);
	const { nodePath, directory } = await fetchN8n(version, progressPrinter());
	return { nodePath, env: { N8N_CORE_FOLDER: directory } };
}

/** Runs one share of the whole matrix. @throws Error where it did not come to its end */
async function runShare({ nodePath, env }: Core, share: string, reportFile: string): Promise<FaultReport> {
	const jestArguments = ['--runInBand', '--testPathPattern', 'transport/faultMatrix.test'];
	const faults = { FAULTS: 'all', FAULTS_SHARE: share, FAULTS_REPORT: reportFile };
	await runJest(['integration'], { jestArguments, nodePath, env: { ...env, ...faults } });
	return JSON.parse(readFileSync(reportFile, 'utf8')) as FaultReport;
}

async function runOn(name: string, processes: number): Promise<boolean> {
	const core = await coreOf(name);
	const folder = mkdtempSync(join(tmpdir(), 'whatsloop-faults-'));
	try {
		const shares = Array.from({ length: processes }, (_, index) => index + 1);
		const reports = await Promise.all(
			shares.map((share) => runShare(core, `${share}/${processes}`, join(folder, `${share}.json`))),
		);
		const result = mergeReports(reports, processes, new Date().toISOString().slice(0, 10));
		recordFaultResult(result);
		console.log(
			`Fault matrix on n8n-core ${result.core}: ${result.cells} cells, ${result.failures.length} failures, ${result.seconds} s`,
		);
		for (const failure of result.failures) console.log(`  ${failure}`);
		return result.failures.length === 0;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

new Command('npm run faults --')
	.description('Runs the whole fault matrix and notes the figures for docs/reliability.md (then: npm run docs)')
	.option('--n8n <versions>', `versions of n8n whose n8n-core to take, or "${OWN}"; by commas`, `${OWN},2.41.1`)
	.option('--processes <count>', 'shares that run at the same time', Number, availableParallelism())
	.action(async ({ n8n, processes }: Flags) => {
		await buildPackage();
		for (const name of n8n.split(',')) if (!(await runOn(name, processes))) process.exitCode = 1;
	})
	.parseAsync()
	.catch((error: Error) => {
		console.error(error.message);
		process.exitCode = 1;
	});
