import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../../../nodes/WhatsLoop/actions';
import { contracts } from '../../../nodes/WhatsLoop/contracts';
import { GENERATED } from '../../../scripts/docs/generated';
import { replaceGenerated } from '../../../scripts/docs/replaceGenerated';
import { PROJECT_FOLDER } from '../../../scripts/project';

test.each(GENERATED)(
	'$name in $file is what the program writes (otherwise: npm run docs)',
	({ file, name, content }) => {
		const text = readFileSync(join(PROJECT_FOLDER, file), 'utf8');
		expect(text).toBe(replaceGenerated(text, name, content()));
	},
);

test('every operation of a contract is an operation of the node (no known request is unused)', () => {
	const operations = resources.flatMap(({ value, operations }) =>
		operations.map((operation) => `${value}.${operation.value}`),
	);
	for (const contract of contracts)
		expect(operations).toEqual(expect.arrayContaining(Object.keys(contract.operations)));
});
