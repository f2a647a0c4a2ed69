import { MAX_TARBALL_BYTES, tarballProblems } from '../../../../scripts/scan/tarballRules';

const GOOD = [
	'LICENSE.md',
	'README.md',
	'dist/credentials/WhatsLoopApi.credentials.js',
	'dist/nodes/WhatsLoop/WhatsLoop.node.js',
	'dist/nodes/WhatsLoop/WhatsLoop.node.json',
	'dist/nodes/WhatsLoop/whatsLoop.svg',
	'index.js',
	'package.json',
];

describe('rules for the packed package', () => {
	test('accept the built nodes, icons, codex files and texts', () => {
		expect(tarballProblems(GOOD, MAX_TARBALL_BYTES)).toEqual([]);
	});

	test.each([
		'nodes/WhatsLoop/WhatsLoop.node.ts',
		'dist/nodes/WhatsLoop/WhatsLoop.node.d.ts',
		'dist/nodes/WhatsLoop/WhatsLoop.node.js.map',
		'dist/package.json',
		'sandbox/index.js',
		'.env',
	])('refuse %s', (file) => {
		expect(tarballProblems([...GOOD, file], 1)).toEqual([`${file} does not belong into the package`]);
	});

	test('ask for the licence (npm leaves it out without a word when it is renamed)', () => {
		const files = GOOD.filter((file) => file !== 'LICENSE.md');

		expect(tarballProblems(files, 1)).toEqual(['LICENSE.md is missing from the package']);
	});

	test('refuse a package over the size limit', () => {
		expect(tarballProblems(GOOD, MAX_TARBALL_BYTES + 1)).toEqual([
			expect.stringContaining(String(MAX_TARBALL_BYTES + 1)),
		]);
	});
});
