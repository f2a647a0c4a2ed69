import type { Part } from './parts';

/** What is read of the report that jest writes with `--json`. */
export interface JestReport {
	numPassedTests: number;
	numFailedTests: number;
	/** Test files that broke before their tests were known. */
	numRuntimeErrorTestSuites: number;
	testResults: Array<{
		/** Path of the test file. */
		name: string;
		assertionResults: Array<{ fullName: string; status: string }>;
	}>;
}

export interface Summary {
	passed: number;
	failed: number;
	/** Full names of tests that were not run. */
	skipped: string[];
}

const NOT_RUN = ['pending', 'todo', 'skipped', 'disabled'];

/**
 * Adds up jest's reports. A test file that broke counts as one failed test, and so does every problem that kept tests
 * from running at all: nothing that went wrong may end in a line that says 0 failed.
 */
export function summarise(reports: readonly JestReport[], problems: readonly string[]): Summary {
	const sum = (pick: (report: JestReport) => number) => reports.reduce((total, report) => total + pick(report), 0);
	return {
		passed: sum(({ numPassedTests }) => numPassedTests),
		failed: problems.length + sum((report) => report.numFailedTests + report.numRuntimeErrorTestSuites),
		skipped: reports
			.flatMap(({ testResults }) => testResults.flatMap(({ assertionResults }) => assertionResults))
			.filter(({ status }) => NOT_RUN.includes(status))
			.map(({ fullName }) => fullName),
	};
}

/** `12 passed, 0 failed`, and `, 1 skipped` where there are any. */
export function closingLine({ passed, failed, skipped }: Summary): string {
	return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}

/** Whether `npm test` may end well: something ran and nothing failed. */
export const isGood = ({ passed, failed }: Summary): boolean => failed === 0 && passed > 0;

/** Chosen parts of which not a single test file was found; a suite that silently shrinks to nothing must not pass. */
export function partsWithoutTests(parts: readonly Part[], reports: readonly JestReport[]): Part[] {
	const files = reports.flatMap(({ testResults }) => testResults.map(({ name }) => name.replaceAll('\\', '/')));
	return parts.filter((part) => !files.some((file) => file.includes(`/test/${part}/`)));
}
