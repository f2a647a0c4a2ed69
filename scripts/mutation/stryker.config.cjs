// One folder at a time: `npm run test:mutation` says which.
const { existsSync, readdirSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
require('tsx/cjs/api').register();
const { MUTATED_FOLDERS, SLOW_TESTS } = require('./folders.ts');
const { cachedFile } = require('./cachedFile.ts');

const name = process.env.MUTATED_FOLDER;
const { mutate, tests } = MUTATED_FOLDERS[name];

const testFilesIn = (folder) =>
	existsSync(join('test', folder))
		? readdirSync(join('test', folder), { recursive: true })
				.map((file) => join(folder, file))
				.filter((file) => file.endsWith('.test.ts') && !SLOW_TESTS.includes(file))
				.map((file) => join('test', file))
		: [];

const testFilesOf = (folders) => [
	...new Set(['unit', 'integration'].flatMap((part) => folders.flatMap((folder) => testFilesIn(join(part, folder))))),
];

module.exports = {
	mutate: mutate.map((glob) =>
		glob.startsWith('!') ? `!nodes/WhatsLoop/${glob.slice(1)}` : `nodes/WhatsLoop/${glob}`,
	),
	plugins: [join(__dirname, 'plugin.cjs')],
	testRunner: 'circus',
	circus: { testFiles: testFilesOf(tests), ownTestFiles: testFilesOf(tests.slice(0, 1)) },
	coverageAnalysis: 'perTest',
	ignorers: ['texts'],
	// The runner says itself which tests cover what runs while a file is loaded (tables, constants).
	ignoreStatic: true,
	incremental: true,
	incrementalFile: cachedFile(name, 'incremental.json'),
	reporters: ['progress-append-only', 'survivors', 'json'],
	jsonReporter: { fileName: cachedFile(name, 'report.json') },
	tempDirName: join(tmpdir(), 'whatsloop-mutation'),
	ignorePatterns: ['dist', 'bench/results', 'docs/pictures'],
	disableTypeChecks: false,
	timeoutMS: 40_000,
	concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 1),
};
