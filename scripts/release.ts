import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRuns } from './compatibility/runs';
import { N8N_VERSIONS } from './n8n/versions';
import { PROJECT_FOLDER } from './project';
import { releaseProblems } from './release/releaseProblems';

/** Checks, before a release is published, that its tag, version, changelog and proven n8n versions agree. */
const read = (file: string) => readFileSync(join(PROJECT_FOLDER, file), 'utf8');
const { version: packageVersion } = JSON.parse(read('package.json')) as { version: string };
const tag = process.argv[2] ?? `v${packageVersion}`;

const problems = releaseProblems({
	tag,
	packageVersion,
	changelog: read('CHANGELOG.md'),
	runs: readRuns(),
	n8nVersions: N8N_VERSIONS,
});
for (const problem of problems) console.error(`Failed: ${problem}`);
if (problems.length === 0) console.log(`${tag} can be published`);
process.exitCode = problems.length === 0 ? 0 : 1;
