import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { apiFiles } from './docs/api';
import { GENERATED } from './docs/generated';
import { writePacingPictures } from './docs/pacingPictures';
import { replaceGenerated } from './docs/replaceGenerated';
import { PROJECT_FOLDER } from './project';
import { SELF_CHECK_FILE, selfCheckFile } from './selfCheck/workflow';

async function writeDocuments(): Promise<void> {
	for (const { file, name, content } of GENERATED) {
		const path = join(PROJECT_FOLDER, file);
		writeFileSync(path, replaceGenerated(readFileSync(path, 'utf8'), name, content()));
		console.log(`${file}: ${name} is up to date`);
	}

	writePacingPictures();
	console.log('docs/pacing: the pictures are up to date');

	for (const [file, content] of Object.entries({ ...(await apiFiles()), [SELF_CHECK_FILE]: selfCheckFile() })) {
		const path = join(PROJECT_FOLDER, file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, content);
		console.log(`${file} is up to date`);
	}
}

void writeDocuments();
