import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceGenerated } from '../docs/replaceGenerated';
import { PROJECT_FOLDER } from '../project';
import type { FuzzResult } from './webhooks';

const FILE = join(PROJECT_FOLDER, 'docs/reliability.md');

const NEW_FILE = `# Reliability

The figures on this page are written by the runs themselves. Anybody can repeat them.

## Random webhook requests

\`npm run fuzz -- webhooks\` sends random and mutated requests to the trigger in a real n8n: valid signed events, repetitions of
them, mutated and made-up ones with a right signature, wrong and missing signatures, odd headers, random bytes, and bodies
that look for a weak spot. The same \`--seed\` makes the same requests.

<!-- generated: webhooks -->
<!-- end of webhooks -->
`;

const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 0 });

function describe(result: FuzzResult): string {
	const statuses = Object.entries(result.statuses).map(([status, count]) => `${status}: ${number(count)}`);
	const rows = [
		['n8n', result.n8nVersion],
		['Requests, connections, seed', `${number(result.requests)}, ${result.connections}, ${result.seed}`],
		['Time', `${number(result.seconds)} s`],
		['Answers by status', statuses.join(', ')],
		['Answers that were neither 2xx nor 4xx, or not the right one', String(result.wrongAnswers.length)],
		['Valid events', number(result.validEvents)],
		['of these lost', String(result.lost.length)],
		['Executions that a request must not have started', String(result.unexpected.length)],
		[
			'Memory of n8n before, and at its highest',
			`${number(result.memoryMb.before)} MB, ${number(result.memoryMb.highest)} MB`,
		],
	];
	return ['| | |', '| --- | --- |', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}

/** Writes the figures of a run into docs/reliability.md, which is made where it is missing. */
export async function writeReliability(result: FuzzResult): Promise<void> {
	const text = existsSync(FILE) ? await readFile(FILE, 'utf8') : NEW_FILE;
	await writeFile(FILE, replaceGenerated(text, 'webhooks', describe(result)));
	console.log('docs/reliability.md is up to date');
}
