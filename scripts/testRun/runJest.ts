import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runShown } from '../process/runShown';
import { PROJECT_FOLDER } from '../project';
import type { Part } from './parts';
import type { JestReport } from './summary';

export interface JestRun {
	/** Absent when jest ended before it had run anything. */
	report?: JestReport;
	exitCode: number;
}

export interface JestOptions {
	jestArguments: readonly string[];
	/** The Node to run jest itself on; the running one unless given. */
	nodePath?: string;
	/** Added to this process's environment. */
	env?: NodeJS.ProcessEnv;
}

/** Runs jest on some parts of the suite, showing its usual output. */
export async function runJest(
	parts: readonly Part[],
	{ jestArguments, nodePath = process.execPath, env }: JestOptions,
): Promise<JestRun> {
	const folder = await mkdtemp(join(tmpdir(), 'jest-report-'));
	const outputFile = join(folder, 'report.json');
	const report = ['--json', `--outputFile=${outputFile}`];
	const args = [...jestArguments, ...report, '--passWithNoTests', '--selectProjects', ...parts];
	try {
		const exitCode = await runShown(nodePath, [require.resolve('jest/bin/jest'), ...args], PROJECT_FOLDER, env);
		const text = await readFile(outputFile, 'utf8').catch(() => undefined);
		return { exitCode, report: text === undefined ? undefined : (JSON.parse(text) as JestReport) };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
