import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import { cachedFile } from './mutation/cachedFile';
import { MUTATED_FOLDERS } from './mutation/folders';
import { readMutationResults, writeMutationResults } from './mutation/results';
import { scoreOf, summariseReport, type StrykerReport } from './mutation/summary';
import { runShown } from './process/runShown';
import { PROJECT_FOLDER } from './project';

const CONFIG = join(PROJECT_FOLDER, 'scripts/mutation/stryker.config.cjs');
const STRYKER = join(PROJECT_FOLDER, 'node_modules/@stryker-mutator/core/bin/stryker.js');

interface Flags {
	concurrency: string;
	fresh?: boolean;
}

async function mutate(folder: string, { concurrency, fresh }: Flags): Promise<void> {
	const reportFile = cachedFile(folder, 'report.json');
	mkdirSync(dirname(reportFile), { recursive: true });
	rmSync(reportFile, { force: true });
	if (fresh) rmSync(cachedFile(folder, 'incremental.json'), { force: true });
	const env = { MUTATED_FOLDER: folder, MUTATION_CONCURRENCY: concurrency };
	await runShown(process.execPath, [STRYKER, 'run', CONFIG], PROJECT_FOLDER, env);
	if (!existsSync(reportFile)) throw new Error(`Stryker wrote no report for ${folder}`);
	const summary = summariseReport(JSON.parse(readFileSync(reportFile, 'utf8')) as StrykerReport);
	writeMutationResults({ ...readMutationResults(), [folder]: summary });
	console.log(`${folder}: ${summary.killed} killed, ${summary.survived} survived, ${scoreOf(summary).toFixed(1)} %`);
}

new Command('npm run test:mutation --')
	.description('Changes the code in thousands of small ways and looks whether a test notices; then: npm run docs')
	.argument('[folders...]', `all, or some of: ${Object.keys(MUTATED_FOLDERS).join(', ')}`)
	.addOption(new Option('--concurrency <processes>', 'Stryker processes at a time').default('1'))
	.option('--fresh', 'forget what earlier runs found out about unchanged code')
	.action(async (folders: string[], flags: Flags) => {
		for (const folder of folders) {
			if (!Object.hasOwn(MUTATED_FOLDERS, folder)) throw new Error(`There is no folder "${folder}"`);
		}
		for (const folder of folders.length > 0 ? folders : Object.keys(MUTATED_FOLDERS)) await mutate(folder, flags);
	})
	.parseAsync()
	.catch((error: Error) => {
		console.error(error.message);
		process.exitCode = 1;
	});
