import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../project';

/** What a whole run of a part of the suite on one n8n version gave. Only runs without a failure are noted. */
export interface ProvenRun {
	/** Of the run, as in 2026-11-25. */
	date: string;
	/** Version of this package. */
	packageVersion: string;
	/** Node that n8n ran on. */
	node: string;
	/** Version of n8n-core. */
	core: string;
	passed: number;
	/** Full names of the tests that this n8n has nothing to run with. */
	notThere: string[];
}

export type RecordedPart = 'integration' | 'e2e';

/** By n8n version and part of the suite. */
export type ProvenRuns = Record<string, Partial<Record<RecordedPart, ProvenRun>>>;

export const RUNS_FILE = join(PROJECT_FOLDER, 'test', 'compatibility', 'runs.json');

export const readRuns = (): ProvenRuns => JSON.parse(readFileSync(RUNS_FILE, 'utf8')) as ProvenRuns;
