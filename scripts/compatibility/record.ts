import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FetchedN8n } from '../n8n/fetch';
import { PROJECT_FOLDER } from '../project';
import type { Summary } from '../testRun/summary';
import { readRuns, RUNS_FILE, type RecordedPart } from './runs';

const versionIn = (folder: string) =>
	(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;

/** Notes a whole and good run on an n8n version, for the compatibility table. */
export function recordRun(part: RecordedPart, n8n: FetchedN8n, summary: Summary): void {
	const { version, directory, nodePath } = n8n;
	const runs = readRuns();
	runs[version] = {
		...runs[version],
		[part]: {
			date: new Date().toISOString().slice(0, 10),
			packageVersion: versionIn(PROJECT_FOLDER),
			node: execFileSync(nodePath, ['--version'], { encoding: 'utf8' }).trim().replace(/^v/, ''),
			core: versionIn(join(directory, 'node_modules', 'n8n-core')),
			passed: summary.passed,
			notThere: summary.skipped,
		},
	};
	writeFileSync(RUNS_FILE, `${JSON.stringify(runs, null, '\t')}\n`);
	console.log(`Noted for the compatibility table: ${part} on n8n ${version}. Now: npm run docs`);
}
