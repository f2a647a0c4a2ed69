import type { IExecuteFunctions } from 'n8n-workflow';
import { SentCount } from '../../../nodes/WhatsLoop/execution/sentCount';

/** A run of some items, which a test can stop. */
function started(total: number) {
	const stop = new AbortController();
	const notes: Array<[key: string, value: string]> = [];
	const logged: string[] = [];
	const context = {
		getExecutionCancelSignal: () => stop.signal,
		getWorkflowDataProxy: () => ({
			$execution: { customData: { set: (key: string, value: string) => notes.push([key, value]) } },
		}),
		logger: { info: (text: string) => logged.push(text) },
	};
	return { stop, notes, logged, sent: new SentCount(context as unknown as IExecuteFunctions, total) };
}

describe('how far a run has come', () => {
	test('names the number of items and the last of them, whatever order they end in', () => {
		const { sent } = started(5);
		sent.add(3);
		sent.add(0);
		expect(sent.done).toBe(2);
		expect(sent.addTo('What to do.')).toBe(
			'What to do. 2 of 5 items were sent, the last of them item 4 (counted from 1).',
		);
	});

	test('names no last item where none was sent', () => {
		expect(started(5).sent.addTo(undefined)).toBe('0 of 5 items were sent (counted from 1).');
		expect(started(5).sent.addTo(null)).toBe('0 of 5 items were sent (counted from 1).');
	});

	test('is not said of a single item (its error says it)', () => {
		const { sent } = started(1);
		expect(sent.addTo('What to do.')).toBe('What to do.');
		expect(sent.addTo(null)).toBeUndefined();
	});
});

describe('a stop', () => {
	test('notes it with the execution and in the log (n8n keeps neither output nor error of the node)', () => {
		const { stop, notes, logged, sent } = started(3);
		sent.add(0);
		stop.abort();
		const words = '1 of 3 items were sent, the last of them item 1 (counted from 1)';
		expect(notes).toEqual([['whatsloop_sent', words]]);
		expect(logged).toEqual([`WhatsLoop: stopped. ${words}.`]);
	});

	test('after the run has ended notes nothing', () => {
		const { stop, notes, logged, sent } = started(3);
		sent.end();
		stop.abort();
		expect([notes, logged]).toEqual([[], []]);
	});

	test.each([{}, { $execution: {} }])('is only logged where n8n offers no place for a note: %j', (data) => {
		const stop = new AbortController();
		const logged: string[] = [];
		const context = {
			getExecutionCancelSignal: () => stop.signal,
			getWorkflowDataProxy: () => data,
			logger: { info: (text: string) => logged.push(text) },
		};
		new SentCount(context as unknown as IExecuteFunctions, 2);
		stop.abort();
		expect(logged).toHaveLength(1);
	});
});

test('counts in a context that has no signal to stop (an agent may give none)', () => {
	const context = { getExecutionCancelSignal: () => undefined };
	const sent = new SentCount(context as unknown as IExecuteFunctions, 2);
	sent.add(1);
	sent.end();
	expect(sent.done).toBe(1);
});
