import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED } from './docs/generated';
import { writePacingPictures } from './docs/pacingPictures';
import { replaceGenerated } from './docs/replaceGenerated';
import { PROJECT_FOLDER } from './project';

for (const { file, name, content } of GENERATED) {
	const path = join(PROJECT_FOLDER, file);
	writeFileSync(path, replaceGenerated(readFileSync(path, 'utf8'), name, content()));
	console.log(`${file}: ${name} is up to date`);
}

writePacingPictures();
console.log('docs/pacing: the pictures are up to date');
