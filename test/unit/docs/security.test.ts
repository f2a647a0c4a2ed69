import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../../scripts/project';
import { readDocument } from './documents';

const testsIn = (text: string) => [...text.matchAll(/`(test\/[^`]+\.test\.ts)`/g)].map(([, path]) => path);

/** Rows of the table of threats, without its head. */
const threats = readDocument('SECURITY.md')
	.split('\n')
	.filter((line) => line.startsWith('| '))
	.slice(2);

test.each(threats)('a test covers: %s', (row) => {
	expect(testsIn(row)).not.toEqual([]);
});

test.each(['SECURITY.md', 'docs/errors.md', 'docs/sending.md', 'docs/verification.md'])(
	'every test that %s names exists',
	(path) => {
		const missing = testsIn(readDocument(path)).filter((test) => !existsSync(join(PROJECT_FOLDER, test)));
		expect(missing).toEqual([]);
	},
);
