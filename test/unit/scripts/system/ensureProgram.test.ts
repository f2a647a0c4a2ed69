import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureProgram, findProgram } from '../../../../scripts/system/program';

describe('a program that is not on the PATH', () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'programs-'));
		mkdirSync(join(folder, '15', 'bin'), { recursive: true });
		writeFileSync(join(folder, '15', 'bin', 'initdb'), '#!/bin/sh\n');
		chmodSync(join(folder, '15', 'bin', 'initdb'), 0o755);
	});

	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	test('is found in its other folders (Debian keeps PostgreSQL versions apart)', () => {
		const otherFolders = () => [join(folder, '15', 'bin')];
		expect(findProgram({ names: ['initdb'], otherFolders }, '')).toBe(join(folder, '15', 'bin', 'initdb'));
		expect(findProgram({ names: ['initdb'] }, '')).toBeUndefined();
	});

	test('is requested with the exact line to type if we may not install it (no root)', async () => {
		const getuid = jest.spyOn(process, 'getuid' as never).mockReturnValue(1000 as never);
		const missing = { names: ['no-such-program'], debianPackage: 'some-package', neededFor: "n8n's queue mode" };
		await expect(ensureProgram(missing)).rejects.toThrow(/n8n's queue mode.*sudo apt-get install --yes some-package/);
		getuid.mockRestore();
	});
});
