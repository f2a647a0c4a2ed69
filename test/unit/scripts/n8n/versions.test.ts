import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newestFirst } from '../../../../scripts/n8n/newestFirst';
import {
	e2eN8nVersion,
	e2eN8nVersions,
	isAtLeast,
	manifestDirectory,
	N8N_VERSIONS,
} from '../../../../scripts/n8n/versions';

test.each(N8N_VERSIONS)(
	'n8n %s is pinned by a manifest and a lock file (the tested version is the installed one)',
	(version) => {
		const read = (file: string) => JSON.parse(readFileSync(join(manifestDirectory(version), file), 'utf8')) as never;
		expect(read('package.json')).toMatchObject({ private: true, dependencies: { n8n: version } });
		expect(read('package-lock.json')).toMatchObject({ packages: { 'node_modules/n8n': { version } } });
	},
);

test.each([
	['1.119.0', '1.119', true],
	['1.118.9', '1.119', false],
	['2.0.3', '1.119', true],
	['2.41.1', '2.6', true],
	['2.6', '2.6.1', false],
	['1.113.3', '1.113.3', true],
	['newest', '9.9.9', true],
])('n8n %s against a floor of %s: %p', (version, floor, expected) => {
	expect(isAtLeast(version, floor)).toBe(expected);
});

test('E2E_N8N_VERSION names one version, several or all', () => {
	expect(e2eN8nVersions({})).toEqual(['2.41.1']);
	expect(e2eN8nVersions({ E2E_N8N_VERSION: '2.8.4' })).toEqual(['2.8.4']);
	expect(e2eN8nVersions({ E2E_N8N_VERSION: 'all' })).toEqual(N8N_VERSIONS);
});

test('a single run of the end-to-end tests uses a single version', () => {
	expect(e2eN8nVersion({ E2E_N8N_VERSION: '2.0.3' })).toBe('2.0.3');
	expect(() => e2eN8nVersion({ E2E_N8N_VERSION: 'all' })).toThrow('npm test -- e2e');
});

test('the newest releases come first, by number and not by text, and previews are left out', () => {
	expect(newestFirst(['2.8.4', '2.41.1', '1.123.81', '2.42.0-beta.1', '2.10.0'])).toEqual([
		'2.41.1',
		'2.10.0',
		'2.8.4',
		'1.123.81',
	]);
});
