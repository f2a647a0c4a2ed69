import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findProgram } from '../../../../scripts/system/program';

describe('finding a program on the PATH', () => {
	const folder = mkdtempSync(join(tmpdir(), 'whatsloop-program-'));
	const path = ['', join(folder, 'missing'), folder].join(delimiter);

	beforeAll(() => {
		for (const name of ['second', 'text']) writeFileSync(join(folder, name), '');
		chmodSync(join(folder, 'second'), 0o755);
		chmodSync(join(folder, 'text'), 0o644);
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	test('takes the first name that is there', () => {
		expect(findProgram({ names: ['first', 'second'] }, path)).toBe(join(folder, 'second'));
	});

	test('does not take a file that can not be run', () => {
		expect(findProgram({ names: ['text'] }, path)).toBeUndefined();
	});
});
