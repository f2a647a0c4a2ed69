import type { IDataObject } from 'n8n-workflow';
import { systemClock } from '../../../nodes/WhatsLoop/transport/wait';
import { virtualTimeFor } from '../../support/virtualTime';
import { newGoAccount, runNode, type FakeOptions } from '../support/fakeNode';

const time = virtualTimeFor(systemClock);
let credential: IDataObject;

beforeEach(() => (credential = newGoAccount()));

const items = (count: number) => Array.from({ length: count }, (_, number) => ({ json: { number } }));

const phone = (value: string) => ({ __rl: true, mode: 'phone', value });

const toChat = (itemIndex: number) => ({ recipient: phone(`96650123400${itemIndex}`) });

const message = (more: IDataObject = {}) => ({
	resource: 'message',
	operation: 'sendText',
	recipient: phone('966501234567'),
	text: 'Hello',
	...more,
});

const pin = (more: IDataObject = {}) => ({ ...message(more), resource: 'chat', operation: 'pin' });

const get = { ...message(), operation: 'get', messageId: 'BAE5F00D' };

const answer = (body: object, more: object = {}) => ({ statusCode: 200, headers: {}, body, ...more });
const accepted = (id = 'A') => answer({ success: true, data: { key: { id } } });

/** Answers each request a little later, and notes how many were under way at most. */
function counted() {
	const underWay = { now: 0, most: 0 };
	const respond = async () => {
		underWay.now++;
		underWay.most = Math.max(underWay.most, underWay.now);
		for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
		underWay.now--;
		return accepted();
	};
	return { underWay, respond };
}

const failureOf = async (run: Promise<unknown>): Promise<{ message: string; description?: string }> =>
	await run.then(
		() => ({ message: 'did not fail' }),
		(error: Error) => error,
	);

test('a run without items does nothing (it does not even look at the credential)', async () => {
	const { output, requests } = await runNode(message(), { items: [], credential: { ...credential, baseUrl: 'none' } });
	expect([output, requests]).toEqual([[], []]);
});

describe('how many requests are under way at once', () => {
	test('is the concurrency for messages to different chats', async () => {
		const { underWay, respond } = counted();
		const delivery = { concurrency: 3 };
		await runNode(message({ delivery }), { items: items(6), parametersOf: toChat, credential, respond });
		expect(underWay.most).toBe(3);
	});

	test('is one for messages to one chat', async () => {
		const { underWay, respond } = counted();
		await runNode(message(), { items: items(4), credential, respond });
		expect(underWay.most).toBe(1);
	});

	test.each([
		['changes', pin()],
		['reads', get],
	])('is one for %s (an operation may depend on the one before it)', async (_name, parameters) => {
		const { underWay, respond } = counted();
		await runNode(parameters, { items: items(4), parametersOf: toChat, credential, respond });
		expect(underWay.most).toBe(1);
	});
});

describe('the error of a failed run', () => {
	const failing = { items: items(3), respond: () => answer({ success: false, message: 'no' }) };

	test.each([
		['a message', message()],
		['a change', pin()],
	])('says how far the run of %s came', async (_name, parameters) => {
		const { description } = await failureOf(runNode(parameters, { ...failing, credential }));
		expect(description).toMatch(/0 of 3 items were sent \(counted from 1\)\.$/);
	});

	test('says nothing of sent items after a read', async () => {
		const { description } = await failureOf(runNode(get, { ...failing, credential }));
		expect(description).not.toMatch(/items were sent/);
	});
});

test('a wait is told to the browser when it begins', async () => {
	let requests = 0;
	const { told } = await runNode(message(), {
		items: items(2),
		credential,
		respond: () => {
			// the browser is told something once a second at most
			time.elapsedMs += 1000;
			return ++requests === 2 ? answer({}, { statusCode: 429, headers: { 'retry-after': '30' } }) : accepted();
		},
	});
	expect(told).toEqual(['1 of 2 sent', expect.stringMatching(/^1 of 2 sent, waiting \d+ s for/), '2 of 2 sent']);
});

test('a stop after the end is not noted with the execution', async () => {
	const stop = new AbortController();
	const { notes } = await runNode(message(), {
		items: items(2),
		credential,
		respond: () => accepted(),
		signal: stop.signal,
	});
	stop.abort();
	expect(notes).toEqual([]);
});

test('each pause is a random time in its range', async () => {
	time.random = 0.5;
	const sentAtMs: number[] = [];
	const respond = () => (sentAtMs.push(time.elapsedMs), accepted());
	await runNode(message({ delivery: { pauseFrom: 4, pauseTo: 10 } }), { items: items(3), credential, respond });
	expect(sentAtMs.slice(1).map((atMs, index) => atMs - sentAtMs[index])).toEqual([7000, 7000]);
});

test('a read does not wait for the pause between two sends', async () => {
	const delivery = { pauseFrom: 4, pauseTo: 10 };
	await runNode({ ...get, delivery }, { items: items(3), credential, respond: () => accepted() });
	expect(time.elapsedMs).toBeLessThan(1000);
});

describe('another try of a failed run', () => {
	/** The same execution again, with what n8n keeps of it. */
	const tries = (parameters: IDataObject) => {
		const kept = { flow: {}, node: {} };
		return async (more: FakeOptions) => await runNode(parameters, { items: items(2), credential, kept, ...more });
	};
	const once = { delivery: { maxRetries: 0, lookWhenUncertain: false, concurrency: 1 } };

	test('reads everything again (what was read may have changed)', async () => {
		const again = tries({ ...get, ...once });
		let requests = 0;
		const secondFails = () => (++requests === 2 ? answer({}, { statusCode: 404 }) : accepted());
		await failureOf(again({ respond: secondFails }));
		expect((await again({ respond: secondFails })).requests).toHaveLength(2);
	});

	test('sends no message and makes no change that came through', async () => {
		for (const parameters of [message(once), pin(once)]) {
			const again = tries(parameters);
			let requests = 0;
			const secondFails = () => (++requests === 2 ? answer({ success: false }) : accepted());
			await failureOf(again({ respond: secondFails }));
			expect((await again({ respond: secondFails })).requests).toHaveLength(1);
		}
	});

	test('puts an uncertain item out as failed where the others are to go on', async () => {
		const again = tries(message(once));
		let requests = 0;
		await failureOf(again({ respond: () => (++requests === 1 ? answer({}, { statusCode: 500 }) : accepted()) }));
		const { output } = await again({ respond: () => accepted(), continueOnFail: true });
		expect(output).toHaveLength(2);
		expect(output[0].error?.message).toMatch(/may or may not have been sent/);
		expect(output[1].json.messageId).toBe('A');
	});

	test('fails with the error of an item that has become unreadable, and does not answer it from memory', async () => {
		const again = tries(message(once));
		await failureOf(again({ respond: () => answer({}, { statusCode: 500 }) }));
		const toNobody = () => ({ recipient: phone('') });
		const { message: said } = await failureOf(again({ respond: () => accepted(), parametersOf: toNobody }));
		expect(said).toMatch(/is empty/);
	});

	test('answers an item from memory only for the chat it went to (the user corrected the number)', async () => {
		const again = tries(message(once));
		let requests = 0;
		await failureOf(again({ respond: () => (++requests === 2 ? answer({ success: false }) : accepted()) }));
		const corrected = () => ({ recipient: phone('966507654321') });
		expect((await again({ respond: () => accepted(), parametersOf: corrected })).requests).toHaveLength(2);
	});

	test('waits until another try has ended, and says so in the log', async () => {
		const flow = {};
		const failed = { items: items(2), credential, kept: { flow, node: {} } };
		await failureOf(runNode(message(once), { ...failed, respond: () => answer({ success: false }) }));
		const retry = () =>
			runNode(message(once), {
				...failed,
				// n8n gives each retry a copy
				kept: { flow: structuredClone(flow), node: {} },
				respond: async () => {
					await new Promise(setImmediate);
					return accepted();
				},
			});
		const both = await Promise.all([retry(), retry()]);
		expect(both.map(({ requests }) => requests.length)).toEqual([2, 0]);
		const said = both.map(({ logged }) => logged.filter((text) => text.includes('waits for another retry')).length);
		expect(said).toEqual([0, 1]);
		expect((await retry()).requests).toEqual([]);
	});
});
