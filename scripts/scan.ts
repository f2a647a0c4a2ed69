import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildPackage } from './buildPackage';
import { progressPrinter } from './cache/progress';
import { packPackage } from './n8n/pack';
import { PROJECT_FOLDER } from './project';
import { loadScanner, PACKAGE_FILE_PATTERNS, type ScanResult } from './scan/scanner';
import { tarballProblems } from './scan/tarballRules';

const run = promisify(execFile);

/** n8n's verdict as lines, empty when it passed. */
const findings = (what: string, { passed, message, details }: ScanResult) =>
	passed ? [] : [`n8n's scanner on the ${what}: ${[message, details].filter(Boolean).join('\n')}`];

/** Checks what would be published the way n8n does before it verifies a package. Returns all problems found. */
async function scan(folder: string): Promise<string[]> {
	await buildPackage();
	const packed = await packPackage(PROJECT_FOLDER, folder);
	const unpacked = join(folder, 'unpacked');
	await mkdir(unpacked);
	await run('tar', ['-xzf', packed.tarball, '-C', unpacked, '--strip-components=1']);

	for (const file of packed.files) console.log(`  ${file}`);
	console.log(`${packed.files.length} files, ${packed.sizeBytes} bytes packed`);

	const { analyzePackage, SOURCE_FILE_PATTERNS } = await loadScanner(progressPrinter());
	return [
		...tarballProblems(packed.files, packed.sizeBytes),
		...findings('source', await analyzePackage(PROJECT_FOLDER, SOURCE_FILE_PATTERNS)),
		...findings('packed package', await analyzePackage(unpacked, PACKAGE_FILE_PATTERNS)),
	];
}

async function main(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'whatsloop-scan-'));
	try {
		const problems = await scan(folder);
		for (const problem of problems) console.error(`Failed: ${problem}`);
		if (problems.length === 0) console.log('Scan passed: source and package');
		process.exitCode = problems.length === 0 ? 0 : 1;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
