import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../../../nodes/WhatsLoop/actions';
import { contracts } from '../../../nodes/WhatsLoop/contracts';
import { operationsTable } from '../../../scripts/docs/operationsTable';
import { replaceGenerated } from '../../../scripts/docs/replaceGenerated';
import { PROJECT_FOLDER } from '../../../scripts/project';

const readme = readFileSync(join(PROJECT_FOLDER, 'README.md'), 'utf8');

test('the table of operations in the README is what the contracts say (otherwise: npm run docs)', () => {
	expect(readme).toBe(replaceGenerated(readme, 'operations', operationsTable()));
});

test('whatever a contract knows is an operation of the node (nothing is known in vain)', () => {
	const operations = resources.flatMap(({ value, operations }) =>
		operations.map((operation) => `${value}.${operation.value}`),
	);
	for (const contract of contracts)
		expect(operations).toEqual(expect.arrayContaining(Object.keys(contract.operations)));
});
