import type { Cell } from '../../../../bench/limits/cell';
import { limitChart } from '../../../../bench/report/chart';
import { limitsPart } from '../../../../bench/report/parts';
import { mergeCells } from '../../../../bench/report/results';
import { limitTables, worstTable } from '../../../../bench/report/tables';

const cell = (changes: Partial<Cell> = {}): Cell => ({
	plan: '20 per 20 s',
	reading: 'window',
	latency: 'even',
	limit: 20,
	windowSeconds: 20,
	messages: 100,
	executions: 1,
	workers: 0,
	variant: 'whatsloop',
	title: 'WhatsLoop',
	once: 100,
	lost: 0,
	duplicated: 0,
	extraCopies: 0,
	refusals: 1,
	seconds: 42.5,
	minimumSeconds: 42,
	timesMinimum: 42.5 / 42,
	wallSeconds: 43,
	statuses: { success: 1 },
	...changes,
});

const losing = cell({
	variant: 'http',
	title: 'HTTP <Request>',
	once: 20,
	lost: 80,
	seconds: 0.2,
	timesMinimum: undefined,
});

describe('the tables', () => {
	test('show no time for a run that lost messages (a fast failure is not fast)', () => {
		const [ours, theirs] = limitTables([cell(), losing]).split('\n').slice(-2);
		expect(ours).toBe('| WhatsLoop | 1 | 100 | 0 | 0 | 1 | 42.5 s | 1.01 × |');
		expect(theirs).toBe('| HTTP <Request> | 1 | 20 | 80 | 0 | 1 | – | – |');
	});

	test('are separated by limit, reading and number of messages', () => {
		const headings = limitTables([cell(), cell({ reading: 'fixed' }), cell({ messages: 50 })]).match(/^###.*/gm);
		expect(headings).toHaveLength(3);
		expect(limitTables([cell(), cell({ latency: 'heavyTail' })]).match(/^###.*/gm)).toHaveLength(2);
	});
});

describe('the table of the README', () => {
	test('has one line for each way of sending, with the worst of its runs', () => {
		const lines = worstTable([
			cell({ timesMinimum: 1.01 }),
			cell({ timesMinimum: 1.08, workers: 3 }),
			losing,
			cell({ ...losing, lost: 3, duplicated: 7, timesMinimum: 1 }),
		]).split('\n');
		expect(lines.slice(2)).toEqual(['| WhatsLoop | 0 | 0 | 1.08 × |', '| HTTP <Request> | 80 | 7 | – |']);
	});
});

describe('our own figures', () => {
	const results = (cells: Cell[]) => ({
		measuredAt: '2026-01-02T03:04:05.000Z',
		n8n: '2.41.1',
		cores: 2,
		measured: cells,
	});

	test('are those of the worst row, never of the best', () => {
		const text = limitsPart(results([cell(), cell({ executions: 4, refusals: 3, timesMinimum: 1.06, lost: 1 })]));
		expect(text).toContain(
			'1 lost, 0 duplicated, at most 1.06 × the theoretical minimum, at most 3 answers 429 per 100',
		);
	});

	test('keep latencies apart', () => {
		const text = limitsPart(results([cell(), cell({ latency: 'heavyTail', timesMinimum: 1.04 })]));
		expect(text).toMatch(/WhatsLoop in one process: .*1\.01 ×/);
		expect(text).toMatch(/heavy tail.*in one process: .*1\.04 ×/);
	});

	test('leave out the time of runs that fit into the limit at once (their minimum is zero)', () => {
		const text = limitsPart(results([cell(), cell({ messages: 20, minimumSeconds: 0, timesMinimum: undefined })]));
		expect(text).toContain('at most 1.01 × the theoretical minimum');
	});

	test('keep queue mode apart from one process', () => {
		const text = limitsPart(results([cell(), cell({ executions: 6, workers: 3, timesMinimum: 1.08 })]));
		expect(text).toMatch(/in one process: .*1\.01 ×/);
		expect(text).toMatch(/over 3 workers in queue mode: .*1\.08 ×/);
	});
});

describe('the chart', () => {
	test('shows losses in proportion and by number', () => {
		const svg = limitChart([cell(), losing]);
		expect(svg).toContain('80 lost');
		// a bar is 220 wide: 20 of 100 delivered, 80 of 100 lost
		expect(svg).toContain('width="44.0"');
		expect(svg).toContain('width="176.0"');
	});

	test('escapes characters that XML would read as a tag', () => {
		expect(limitChart([losing])).toContain('HTTP &lt;Request&gt;');
	});
});

test('a run of some cases replaces only those rows, in their places, and adds new ones', () => {
	const before = [cell({ seconds: 1 }), cell({ reading: 'fixed', seconds: 2 })];
	const merged = mergeCells(before, [cell({ messages: 50, seconds: 3 }), cell({ seconds: 4 })]);
	expect(merged.map(({ reading, messages, seconds }) => [reading, messages, seconds])).toEqual([
		['window', 100, 4],
		['fixed', 100, 2],
		['window', 50, 3],
	]);
});

test('rows of several runs are not shown as measured side by side', () => {
	const results = { measuredAt: '2026-01-02T03:04:05.000Z', n8n: '2.41.1', cores: 2, measured: [cell()] };
	expect(limitsPart({ ...results, isPieced: true })).toContain('more than one run');
	expect(limitsPart(results)).not.toContain('more than one run');
});
