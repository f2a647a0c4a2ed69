import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../project';
import type { FolderSummary } from './summary';

const FILE = join(PROJECT_FOLDER, 'docs/results/mutation.json');

/** What the last run of each folder found. */
export type MutationResults = Record<string, FolderSummary>;

export const readMutationResults = (): MutationResults =>
	existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as MutationResults) : {};

export const writeMutationResults = (results: MutationResults): void =>
	writeFileSync(FILE, `${JSON.stringify(results, undefined, '\t')}\n`);
