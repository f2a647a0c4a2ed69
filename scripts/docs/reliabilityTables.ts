import type { FuzzResult } from '../fuzz/webhooks';
import type { SoakResult } from '../soak/soak';

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

/** The latest whole run of `npm run soak`. */
export function soakTable(result: SoakResult | undefined): string {
	if (!result) return 'No whole run has been noted yet.';
	const { sends, sendsInTheEnd, events } = result;
	return table([
		['n8n', result.n8nVersion],
		['Date', result.date],
		['Scaled time, scale, seed', `${result.minutes} minutes, ${result.scale}, ${result.seed}`],
		['Time', `${number(result.seconds)} s`],
		['n8n killed, service restarted', `${result.kills} times, ${result.restarts} times`],
		['Faults, changes of the limit', `${number(result.faults)}, ${number(result.limits)}`],
		['Lists of messages, executions for them', `${number(result.batches)}, ${number(result.executions)}`],
		['**Messages to send**', number(sends.rows)],
		['Sent exactly once when the faults ended', number(sends.once)],
		['Not sent then, and the node said "failed" or "may or may not have been sent"', number(sends.failedAndNotSent)],
		['Sent once, and the node said "may or may not have been sent"', number(sends.failedAndSentOnce)],
		['Sent exactly once after the others were run again with Skip What Was Sent', number(sendsInTheEnd.once)],
		['Called sent, and lost', count(sendsInTheEnd.lost)],
		['Sent twice', count(sendsInTheEnd.duplicated)],
		['**Events that came in**', number(events.events)],
		['Reached the workflow exactly once', number(events.once)],
		['Delivered more than once, because n8n was down', number(events.redelivered)],
		['Taken; their execution ended with the kill, and n8n lists it as crashed', count(events.crashed)],
		['Reached the workflow twice, because n8n was killed before it could answer', count(events.againAfterKill)],
		['Never taken by n8n, until the service gave up', count(events.givenUp)],
		['Reached the workflow twice without such a reason', count(events.duplicated)],
		['Taken, and lost', count(events.lost)],
	]);
}
