import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { operationsTable } from './docs/operationsTable';
import { replaceGenerated } from './docs/replaceGenerated';
import { PROJECT_FOLDER } from './project';

const file = join(PROJECT_FOLDER, 'README.md');
writeFileSync(file, replaceGenerated(readFileSync(file, 'utf8'), 'operations', operationsTable()));
console.log('README.md: the table of operations is up to date');
