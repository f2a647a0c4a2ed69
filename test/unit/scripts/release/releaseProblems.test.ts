import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProvenRun } from '../../../../scripts/compatibility/runs';
import { PROJECT_FOLDER } from '../../../../scripts/project';
import { readChangelog } from '../../../../scripts/release/changelog';
import { releaseProblems, type Release } from '../../../../scripts/release/releaseProblems';

const CHANGELOG = `# Changelog

## [Unreleased]

## [0.2.0] - 2026-11-25

### Added

- Something

## [0.1.0] - 2026-11-22

### Added

- Everything
`;

const run = (packageVersion: string): ProvenRun => ({
	date: '2026-11-25',
	packageVersion,
	node: '20.20.2',
	core: '2.8.1',
	passed: 9,
	notThere: [],
});

const release = (changes: Partial<Release> = {}): Release => ({
	tag: 'v0.2.0',
	packageVersion: '0.2.0',
	changelog: CHANGELOG,
	runs: { '2.8.4': { e2e: run('0.2.0') } },
	n8nVersions: ['2.8.4'],
	...changes,
});

test('a release can be published if its tag, version, changelog and runs agree', () => {
	expect(releaseProblems(release())).toEqual([]);
});

test.each<[string, Partial<Release>, RegExp]>([
	['its tag is another version', { tag: 'v0.3.0' }, /^The tag v0\.3\.0 is not the version in package\.json, 0\.2\.0$/],
	['the changelog has only an undated section', { changelog: '## [0.2.0]\n\n- x' }, /no dated section for 0\.2\.0/],
	['the changelog says nothing', { changelog: '## [0.2.0] - 2026-11-25\n' }, /says nothing about 0\.2\.0/],
	['a claimed n8n was never run', { runs: {} }, /n8n 2\.8\.4 is not proven with 0\.2\.0: it was never run/],
	['the last run was before', { runs: { '2.8.4': { e2e: run('0.1.0') } } }, /its last run was with 0\.1\.0/],
])('a release is refused if %s', (_case, changes, problem) => {
	expect(releaseProblems(release(changes))).toEqual([expect.stringMatching(problem)]);
});

describe('CHANGELOG.md', () => {
	const sections = readChangelog(readFileSync(join(PROJECT_FOLDER, 'CHANGELOG.md'), 'utf8'));

	test('begins with the unreleased changes, and has a date for every release', () => {
		const [unreleased, ...released] = sections;
		expect(unreleased.version).toBe('Unreleased');
		for (const { date } of released) expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
	});

	test('uses the six headings of Keep a Changelog and no others', () => {
		const allowed = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
		for (const { text } of sections) {
			for (const [, heading] of text.matchAll(/^### (.*)$/gm)) expect(allowed).toContain(heading);
		}
	});
});
