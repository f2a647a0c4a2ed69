import type { FuzzResult } from '../fuzz/webhooks';

const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 0 });

const count = (list: readonly string[]) => number(list.length);

const table = (rows: Array<[name: string, value: string]>) =>
	['| | |', '| --- | --- |', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');

/** The latest whole run of `npm run fuzz`. */
export function fuzzTable(result: FuzzResult | undefined): string {
	if (!result) return 'No whole run has been noted yet.';
	const statuses = Object.entries(result.statuses).map(([status, times]) => `${status}: ${number(times)}`);
	const { before, highest } = result.residentMb;
	return table([
		['n8n', result.n8nVersion],
		['Date', result.date],
		['Requests, connections, seed', `${number(result.requests)}, ${result.connections}, ${result.seed}`],
		['Time', `${number(result.seconds)} s`],
		['Answers by status', statuses.join(', ')],
		['Answers that were neither 2xx nor 4xx, or not the right one', count(result.wrongAnswers)],
		['Valid events', number(result.validEvents)],
		['Valid events that were lost', count(result.lost)],
		['Events that started the workflow twice, or must not have started it', count(result.unexpected)],
		[
			'Memory in use after a garbage collection: before the run, and after each quarter',
			`${result.heldMb.map(number).join(', ')} MB`,
		],
		['Memory of the process, before and at its highest', `${number(before)} MB, ${number(highest)} MB`],
	]);
}
