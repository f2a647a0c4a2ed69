import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { apiFiles } from './docs/api';
import { GENERATED } from './docs/generated';
import { pacingPictures } from './docs/pacingPictures';
import { replaceGenerated } from './docs/replaceGenerated';
import { PROJECT_FOLDER } from './project';
import { SELF_CHECK_FILE, selfCheckFile } from './selfCheck/workflow';

/** Writes a file where its content differs, and says whether it did. */
function update(file: string, what: string, contentFrom: (before: string) => string): void {
	const path = join(PROJECT_FOLDER, file);
	const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
	const after = contentFrom(before);
	if (after !== before) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, after);
	}
	console.log(`${file}: ${what} ${after === before ? 'was up to date' : 'is written anew'}`);
}

async function writeDocuments(): Promise<void> {
	for (const { file, name, content } of GENERATED) {
		update(file, name, (before) => replaceGenerated(before, name, content()));
	}
	const wholeFiles = { ...pacingPictures(), ...(await apiFiles()), [SELF_CHECK_FILE]: selfCheckFile() };
	for (const [file, content] of Object.entries(wholeFiles)) update(file, 'the file', () => content);
}

void writeDocuments();
