import { parseTestArguments } from '../../../scripts/testRun/parts';

describe('arguments of npm test', () => {
	it('mean all parts where none is named', () => {
		expect(parseTestArguments([])).toEqual({ parts: ['unit', 'integration', 'e2e'], jestArguments: [] });
	});

	it('choose parts, always run in the same order (the quick ones first)', () => {
		expect(parseTestArguments(['e2e', 'unit']).parts).toEqual(['unit', 'e2e']);
	});

	it('are handed on to jest from the first that is no part', () => {
		expect(parseTestArguments(['unit', '-t', 'e2e'])).toEqual({ parts: ['unit'], jestArguments: ['-t', 'e2e'] });
	});
});
