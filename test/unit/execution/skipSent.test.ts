import type { IDataObject } from 'n8n-workflow';
import { systemClock } from '../../../nodes/WhatsLoop/transport/wait';
import { newGoAccount, runNode, type FakeOptions } from '../support/fakeNode';

const realClock = { ...systemClock };
const NOW_MS = 1_700_000_000_000;
const HOUR_MS = 3_600_000;

beforeEach(() => Object.assign(systemClock, { now: () => NOW_MS, monotonicMs: () => 0 }));
afterAll(() => Object.assign(systemClock, realClock));

const record = (id: string, hoursAgo: number, text = 'Something else'): IDataObject => ({
	key: { id, remoteJid: '966501234567@c.us', fromMe: true },
	message: { conversation: text },
	messageTimestamp: (NOW_MS - hoursAgo * HOUR_MS) / 1000,
});

const message = (delivery: IDataObject = {}): IDataObject => ({
	resource: 'message',
	operation: 'sendText',
	recipient: { __rl: true, mode: 'phone', value: '966501234567' },
	text: 'Hello',
	delivery: { skipSentWithin: 24, ...delivery },
});

/** Sends what was maybe sent before, where the account has a list of messages, newest first. */
async function send(list: IDataObject[], more: IDataObject = {}) {
	const asked: unknown[] = [];
	const run = await runNode(
		{ ...message(), ...more },
		{
			credential: newGoAccount(),
			answer: ({ method, qs }) => {
				if (method !== 'GET') return { success: true, data: { key: { id: 'new' } } };
				const { limit } = qs as { limit: number };
				asked.push(limit);
				return { success: true, data: list.slice(0, limit) };
			},
		},
	);
	const sends = run.requests.filter(({ method }) => method !== 'GET').length;
	return { asked, sends, hints: run.hints };
}

const recent = (count: number) => Array.from({ length: count }, (_, index) => record(`m${index}`, 1));

describe('how far back the messages are read', () => {
	test('is one list if it is not full', async () => {
		expect(await send(recent(999))).toEqual({ asked: [1000], sends: 1, hints: [] });
	});

	test('is one list if its last message is older than the time', async () => {
		expect(await send([...recent(999), record('old', 25)])).toEqual({ asked: [1000], sends: 1, hints: [] });
	});

	test('is a longer list if the last message is just inside (there may be more of that second)', async () => {
		const { asked, hints } = await send([...recent(999), record('edge', 24), record('old', 25)]);
		expect([asked, hints]).toEqual([[1000, 10_000], []]);
	});

	test('is 10,000 messages at most, and a hint names the oldest of them, wherever it is', async () => {
		const { asked, hints } = await send([...recent(5000), record('oldest', 20), ...recent(6000)]);
		expect(asked).toEqual([1000, 10_000]);
		const oldest = new Date(NOW_MS - 20 * HOUR_MS).toISOString();
		expect(hints).toEqual([expect.stringContaining(`compare the latest 10000 messages only, back to ${oldest}.`)]);
	});

	test('is not said where no message has a time', async () => {
		const withoutTime = recent(10_000).map((each) => ({ ...each, messageTimestamp: undefined }));
		const { hints } = await send(withoutTime);
		expect(hints).toEqual([expect.stringContaining('the latest 10000 messages only. What')]);
	});
});

test('a message of the time is not sent again, wherever it is in the list', async () => {
	expect((await send([...recent(1500), record('found', 23, 'Hello')])).sends).toBe(0);
});

test('a change is made without a look at what was sent', async () => {
	expect(await send([], { resource: 'chat', operation: 'pin' })).toMatchObject({ asked: [], sends: 1 });
});

describe('what was sent can not be read', () => {
	const failing = async (options: FakeOptions, maxRetries = 0) =>
		await runNode(message({ maxRetries }), { credential: newGoAccount(), ...options }).then(
			() => undefined,
			(error: Error & { description?: string }) => error,
		);

	test('and the error says what went wrong and what to do', async () => {
		const error = await failing({ answer: () => ({ success: false, message: 'Instance is paused' }) });
		expect(error?.message).toMatch(
			/could not read what was sent before \(.*Instance is paused.*\)\. Nothing was sent\.$/,
		);
		expect(error?.description).toMatch(/./);
		expect(error?.description).not.toBe('Try again later.');
	});

	test('and a stop while it waits ends the run as a stop, not as a failed read', async () => {
		const stop = new AbortController();
		Object.assign(systemClock, { sleep: () => Promise.resolve(stop.abort()) });
		const respond = () => ({ statusCode: 429, headers: { 'retry-after': '5' }, body: {} });
		const error = await failing({ signal: stop.signal, respond }, 3);
		expect(error?.message).toBe('The execution was canceled before this was sent');
	});
});
