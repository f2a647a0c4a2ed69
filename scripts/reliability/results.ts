import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FuzzResult } from '../fuzz/webhooks';
import { PROJECT_FOLDER } from '../project';
import type { SoakResult } from '../soak/soak';

/** What the last whole run of each kind found. */
export interface ReliabilityResults {
	fuzz?: FuzzResult;
	soak?: SoakResult;
}

const FILE = join(PROJECT_FOLDER, 'docs/results/reliability.json');

export const readReliability = (): ReliabilityResults =>
	existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as ReliabilityResults) : {};

/** Keeps the figures of a run for docs/reliability.md; `npm run docs` writes them there. */
export function writeReliability<K extends keyof ReliabilityResults>(kind: K, result: ReliabilityResults[K]): void {
	writeFileSync(FILE, `${JSON.stringify({ ...readReliability(), [kind]: result }, undefined, '\t')}\n`);
}
