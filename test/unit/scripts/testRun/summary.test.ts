import {
	closingLine,
	isGood,
	partsWithoutTests,
	summarise,
	type JestReport,
} from '../../../../scripts/testRun/summary';

const report = (changes: Partial<JestReport> = {}): JestReport => ({
	numPassedTests: 0,
	numFailedTests: 0,
	numRuntimeErrorTestSuites: 0,
	testResults: [],
	...changes,
});

const fileOf = (part: string, ...tests: Array<{ fullName: string; status: string }>) => ({
	name: `/somewhere/test/${part}/some.test.ts`,
	assertionResults: tests,
});

describe('the closing line of npm test', () => {
	test('adds up all runs of jest', () => {
		const reports = [
			report({ numPassedTests: 7, numFailedTests: 1 }),
			report({ numPassedTests: 5, numFailedTests: 2 }),
		];

		expect(closingLine(summarise(reports, []))).toBe('12 passed, 3 failed');
	});

	test('counts a test file that broke as a failure (jest itself counts none of its tests)', () => {
		expect(closingLine(summarise([report({ numRuntimeErrorTestSuites: 1 })], []))).toBe('0 passed, 1 failed');
	});

	test('counts what kept tests from running as failures (a broken build must not end in "0 failed")', () => {
		expect(closingLine(summarise([report({ numPassedTests: 3 })], ['build: broken']))).toBe('3 passed, 1 failed');
	});

	test('counts and names skipped tests (no test is skipped silently)', () => {
		const tests = [
			{ fullName: 'sends', status: 'passed' },
			{ fullName: 'waits (needs Redis)', status: 'pending' },
			{ fullName: 'later', status: 'todo' },
		];
		const summary = summarise([report({ numPassedTests: 1, testResults: [fileOf('e2e', ...tests)] })], []);

		expect(closingLine(summary)).toBe('1 passed, 0 failed, 2 skipped');
		expect(summary.skipped).toEqual(['waits (needs Redis)', 'later']);
	});

	test.each([
		['something passed and nothing failed', { numPassedTests: 1 }, true],
		['something failed', { numPassedTests: 9, numFailedTests: 1 }, false],
		['nothing ran at all', {}, false],
	])('counts as a success or not: %s', (_case, counts, good) => {
		expect(isGood(summarise([report(counts)], []))).toBe(good);
	});
});

describe('parts of the test suite without a test file', () => {
	test('are reported (an empty suite must not pass)', () => {
		const reports = [report({ testResults: [fileOf('unit')] })];

		expect(partsWithoutTests(['unit', 'e2e'], reports)).toEqual(['e2e']);
	});
});
