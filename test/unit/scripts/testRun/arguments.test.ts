import { N8N_VERSIONS } from '../../../../scripts/n8n/versions';
import { parseTestArguments } from '../../../../scripts/testRun/arguments';

describe('arguments of npm test', () => {
	test('mean all parts if none is named', () => {
		expect(parseTestArguments([])).toEqual({
			parts: ['unit', 'clients', 'integration', 'e2e'],
			n8nVersions: undefined,
			record: false,
			jestArguments: [],
		});
	});

	test('choose parts, which always run in the same order (the quick ones first)', () => {
		expect(parseTestArguments(['e2e', 'unit']).parts).toEqual(['unit', 'e2e']);
	});

	test('are passed to jest from the first one that is not a part', () => {
		expect(parseTestArguments(['unit', '-t', 'e2e'])).toMatchObject({ parts: ['unit'], jestArguments: ['-t', 'e2e'] });
	});

	test('choose n8n versions anywhere after the parts, and pass on the rest', () => {
		expect(parseTestArguments(['e2e', 'messages', '--n8n', '2.8.4,1.113.3', '-t', 'x'])).toMatchObject({
			parts: ['e2e'],
			n8nVersions: ['2.8.4', '1.113.3'],
			jestArguments: ['messages', '-t', 'x'],
		});
	});

	test('choose every version with "all"', () => {
		expect(parseTestArguments(['e2e', '--n8n', 'all', '--record'])).toMatchObject({
			n8nVersions: N8N_VERSIONS,
			record: true,
			jestArguments: [],
		});
	});

	test.each([
		['a version that is not one of the harness', ['e2e', '--n8n', '2.9.9']],
		['no version', ['e2e', '--n8n']],
	])('refuse %s, and name the existing ones', (_case, args) => {
		expect(() => parseTestArguments(args)).toThrow(/Unknown n8n version ".*"\. Known: 2\.41\.1, 2\.8\.4/);
	});
});
