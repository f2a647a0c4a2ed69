import type { IDataObject } from 'n8n-workflow';
import { systemClock } from '../../../nodes/WhatsLoop/transport/wait';
import { virtualTimeFor } from '../../support/virtualTime';
import { newGoAccount, runNode } from '../support/fakeNode';

const time = virtualTimeFor(systemClock);

/** A send whose connection breaks, and how the reads of its chat are answered. */
async function brokenSend(delivery: IDataObject, read: { statusCode: number; headers?: IDataObject; body?: unknown }) {
	const reads: Array<{ timeout: number | undefined; atMs: number }> = [];
	const sending = runNode(
		{
			resource: 'message',
			operation: 'sendText',
			recipient: { __rl: true, mode: 'phone', value: '966501234567' },
			text: 'Hello',
			delivery: { ...delivery, concurrency: 1 },
		},
		{
			credential: newGoAccount(),
			respond: ({ method, timeout }) => {
				if (method !== 'GET') throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
				reads.push({ timeout, atMs: time.elapsedMs });
				return { headers: {}, body: {}, ...read };
			},
		},
	);
	await expect(sending).rejects.toThrow(/may or may not have been sent/);
	return { reads, elapsedMs: time.elapsedMs };
}

const empty = { statusCode: 200, body: { success: true, data: [] } };

test('a look is one second after the break, and another three seconds later', async () => {
	const { reads } = await brokenSend({}, empty);
	expect(reads.map(({ atMs }) => atMs)).toEqual([1000, 4000]);
});

test('the first wait is kept if it is just as long as the longest wait in total', async () => {
	const { reads } = await brokenSend({ maxTotalWait: 1 }, empty);
	expect(reads.map(({ atMs }) => atMs)).toEqual([1000, 1000]);
});

test.each([
	[5, 5000],
	[60, 20_000],
])('with a request timeout of %i s each read has %i ms (the user waits)', async (requestTimeout, timeoutMs) => {
	const { reads } = await brokenSend({ requestTimeout }, empty);
	expect(reads[0].timeout).toBe(timeoutMs);
});

test.each([
	[0, 1],
	[5, 2],
])('with %i retries a chat that can not be read is asked for %i times in all', async (maxRetries, count) => {
	const { reads } = await brokenSend({ maxRetries }, { statusCode: 503 });
	expect(reads).toHaveLength(count);
});

describe('a chat whose read is refused for ten seconds', () => {
	const refusedFor = (seconds: number) => ({ statusCode: 429, headers: { 'retry-after': String(seconds) } });

	test('is asked for again after them', async () => {
		const { reads } = await brokenSend({}, refusedFor(10));
		expect(reads.map(({ atMs }) => atMs)).toEqual([1000, 11_000]);
	});

	test.each([
		['the longest wait of the item is shorter', { maxRetryAfter: 9 }],
		['the longest wait in total is shorter', { maxTotalWait: 9 }],
	])('is not waited for if %s', async (_name, delivery) => {
		expect((await brokenSend(delivery, refusedFor(10))).reads).toHaveLength(1);
	});

	test('is not waited for if it is a minute (the user waits, and the send has failed already)', async () => {
		expect((await brokenSend({}, refusedFor(60))).reads).toHaveLength(1);
	});
});
