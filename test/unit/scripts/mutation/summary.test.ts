import { scoreOf, summariseReport, type StrykerReport } from '../../../../scripts/mutation/summary';

const mutant = (status: string, more: object = {}) => ({
	mutatorName: 'ConditionalExpression',
	replacement: 'false',
	status,
	location: { start: { line: 2, column: 5 }, end: { line: 2, column: 10 } },
	...more,
});

const report = (...mutants: object[]) =>
	({
		files: { 'nodes/WhatsLoop/input/a.ts': { source: 'first\nif (a > b) {\n}', mutants } },
	}) as unknown as StrykerReport;

test('a mutant counts as killed if the tests never end, and as survived if no test runs it', () => {
	const summary = summariseReport(
		report(mutant('Killed'), mutant('Timeout'), mutant('Survived'), mutant('NoCoverage')),
	);
	expect(summary).toMatchObject({ mutants: 4, killed: 2, survived: 2 });
	expect(scoreOf(summary)).toBe(50);
});

test('a mutant that was left out does not count', () => {
	const ignored = summariseReport(report(mutant('Ignored', { statusReason: 'A text for people' }), mutant('Killed')));
	expect(ignored).toMatchObject({ mutants: 2, texts: 1, killed: 1, survived: 0 });
	expect(scoreOf(ignored)).toBe(100);
});

test('a survivor is shown with its file and with the code before and after the change', () => {
	expect(summariseReport(report(mutant('NoCoverage'))).survivors).toEqual([
		{ file: 'input/a.ts', original: 'a > b', replacement: 'false', isUncovered: true },
	]);
});
