import http from 'node:http';
import type { FaultInput, Sandbox } from '../../../../sandbox';
import { provideSandbox } from '../../../support/provideSandbox';
import { call, cloud, errorCode, go, PHONE, sendText, until } from '../client';

describe('a fault on request', () => {
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));

	const isSound = async () => expect((await sendText(sandbox)).status).toBe(200);

	test('delays an answer and changes nothing else in it (latency)', async () => {
		sandbox.addFaults({ kind: 'latency', latencyMs: 80 });
		expect((await sendText(sandbox)).status).toBe(200);
		expect(sandbox.requests[0].tookMs).toBeGreaterThanOrEqual(75);
		expect(sandbox.requests[0].faults).toEqual(['latency']);
		await isSound();
	});

	test.each([500, 502, 503, 504] as const)('answers %i before anything is processed', async (status) => {
		sandbox.addFaults({ kind: 'status', status });
		const reply = await sendText(sandbox);
		expect([reply.status, reply.data]).toEqual([status, { Status: 0, Message: 'Something went wrong' }]);
		expect(reply.headers['retry-after']).toBeUndefined();
		expect(sandbox.messages).toHaveLength(0);
		await isSound();
	});

	test('answers 500 although the message was accepted (after)', async () => {
		sandbox.addFaults({ kind: 'status', status: 500, when: 'after' });
		expect((await sendText(sandbox)).status).toBe(500);
		expect(sandbox.messages).toHaveLength(1);
		expect(sandbox.requests[0]).toMatchObject({ statusCode: 500, messageId: sandbox.messages[0].id });
	});

	test('adds a Retry-After and any other headers', async () => {
		sandbox.addFaults({ kind: 'status', status: 503, retryAfter: 2, headers: { 'X-Reason': 'maintenance' } });
		expect((await sendText(sandbox)).headers).toMatchObject({ 'retry-after': '2', 'x-reason': 'maintenance' });
	});

	test('answers with any status, headers and body (here a 429)', async () => {
		const headers = { 'Retry-After': 'soon', 'X-RateLimit-Reset': '12' };
		sandbox.addFaults({ kind: 'answer', status: 429, headers, body: { odd: true } });
		const reply = await sendText(sandbox);
		expect([reply.status, reply.data]).toEqual([429, { odd: true }]);
		expect(reply.headers).toMatchObject({ 'retry-after': 'soon', 'x-ratelimit-reset': '12' });
		expect(sandbox.messages).toHaveLength(0);
	});

	test.each([200, 502])('answers an HTML page with %i', async (status) => {
		sandbox.addFaults({ kind: 'html', status });
		const reply = await sendText(sandbox);
		expect(reply.status).toBe(status);
		expect(reply.headers['content-type']).toMatch('text/html');
		expect(reply.data).toMatch(/^<!DOCTYPE html>/);
		expect(sandbox.messages).toHaveLength(0);
	});

	test('answers 200 with the failure body of the contract', async () => {
		sandbox.addFaults({ kind: 'failureBody', times: 2 });
		expect((await sendText(sandbox)).data).toEqual({ Status: 0, Message: 'Phone is Required' });
		const reply = await cloud(sandbox, 'messages/send-text', { to: PHONE, message: 'x' });
		expect([reply.status, reply.data.success]).toEqual([200, false]);
		expect(sandbox.messages).toHaveLength(0);
	});

	test.each([
		['before', 0],
		['after', 1],
	] as const)('resets the connection %s processing (%i messages recorded)', async (when, count) => {
		sandbox.addFaults({ kind: 'reset', when });
		expect(await errorCode(sendText(sandbox))).toBe('ECONNRESET');
		expect(sandbox.messages).toHaveLength(count);
		expect(sandbox.requests).toHaveLength(1);
		expect(sandbox.requests[0].statusCode).toBeUndefined();
		await isSound();
	});

	test.each([
		['before', 0],
		['after', 1],
	] as const)('never answers, %s processing (%i messages recorded)', async (when, count) => {
		sandbox.addFaults({ kind: 'timeout', when });
		const abort = new AbortController();
		let isOver = false;
		const request = fetch(`${sandbox.goBaseUrl}/message/send`, {
			method: 'POST',
			headers: { authorization: `Bearer ${sandbox.goToken}` },
			body: JSON.stringify({ phone: PHONE, body: 'x' }),
			signal: abort.signal,
		}).finally(() => (isOver = true));
		await until(() => sandbox.requests[0]?.faults.includes('timeout'));
		// A request that is answered normally has overtaken it by now.
		await isSound();
		expect(isOver).toBe(false);
		expect(sandbox.messages).toHaveLength(count + 1);
		abort.abort();
		await expect(request).rejects.toThrow(/abort/i);
	});

	test('sends the body slowly and completely', async () => {
		sandbox.addFaults({ kind: 'slowBody', durationMs: 120 });
		const startedAtMs = performance.now();
		let headersAtMs = 0;
		const text = await new Promise<string>((resolve, reject) => {
			const headers = { authorization: `Bearer ${sandbox.goToken}` };
			const request = http.request(`${sandbox.goBaseUrl}/message/send`, { method: 'POST', headers }, (response) => {
				headersAtMs = performance.now();
				let body = '';
				response.on('data', (chunk) => (body += chunk));
				response.on('end', () => resolve(body));
			});
			request.on('error', reject);
			request.end(JSON.stringify({ phone: PHONE, body: 'x' }));
		});
		expect(JSON.parse(text)).toEqual(sandbox.messages[0].response);
		const endedAtMs = performance.now();
		expect(headersAtMs).toBeLessThan(endedAtMs);
		// from the start of the request, because the headers may be seen late; timers may be a millisecond early
		expect(endedAtMs - startedAtMs).toBeGreaterThanOrEqual(115);
	});

	test('cuts the JSON in the middle, after the message was accepted', async () => {
		sandbox.addFaults({ kind: 'truncatedBody' });
		const reply = await sendText(sandbox);
		expect(reply.status).toBe(200);
		// axios returns a text that it can't parse
		const cut = String(reply.data as unknown);
		expect(() => JSON.parse(cut) as unknown).toThrow(SyntaxError);
		expect(JSON.stringify(sandbox.messages[0].response)).toContain(cut);
	});

	test('breaks the connection in the middle of the body', async () => {
		sandbox.addFaults({ kind: 'abortedBody' });
		// axios gives the first error on Node 20 and the second on Node 24.
		await expect(sendText(sandbox)).rejects.toThrow(/stream has been aborted|read ECONNRESET/);
		expect(sandbox.messages).toHaveLength(1);
	});

	describe('hits', () => {
		const statuses = async (count: number) => {
			const seen: number[] = [];
			for (let i = 0; i < count; i += 1) seen.push((await sendText(sandbox)).status);
			return seen;
		};

		test('the next N requests after the first K', async () => {
			sandbox.addFaults({ kind: 'status', status: 500, times: 2, skip: 1 });
			expect(await statuses(4)).toEqual([200, 500, 500, 200]);
			expect(sandbox.faults).toHaveLength(0);
		});

		test('in the order in which faults were added', async () => {
			sandbox.addFaults({ kind: 'status', status: 500 }, { kind: 'status', status: 503 });
			expect(await statuses(3)).toEqual([500, 503, 200]);
		});

		test('also together with a latency', async () => {
			sandbox.addFaults({ kind: 'status', status: 500 }, { kind: 'latency', latencyMs: 1 });
			expect(await statuses(1)).toEqual([500]);
			expect(sandbox.requests[0].faults).toEqual(['status', 'latency']);
		});

		test.each<[string, Partial<FaultInput>]>([
			['path', { path: 'message/send' }],
			['beginning of a path', { path: 'message/*' }],
			['method', { method: 'post' }],
			['body', { bodyContains: 'needle' }],
		])('only requests with the %s', async (_what, filter) => {
			sandbox.addFaults({ kind: 'status', status: 500, ...filter } as FaultInput);
			expect((await call(sandbox, 'go', 'GET', 'instance/status')).status).toBe(200);
			expect((await go(sandbox, 'message/send', { phone: PHONE, body: 'a needle' })).status).toBe(500);
		});

		test('only requests of one contract, or one account', async () => {
			const byContract: FaultInput = { kind: 'status', status: 500, contract: 'cloud' };
			const byAccount: FaultInput = { kind: 'status', status: 502, accountToken: sandbox.cloudToken };
			sandbox.addFaults(byContract, byAccount);
			await isSound();
			const send = async () => (await cloud(sandbox, 'messages/send-text', { to: PHONE, message: 'x' })).status;
			expect([await send(), await send(), await send()]).toEqual([500, 502, 200]);
		});

		test('no request that was refused anyway, if it comes after processing', async () => {
			sandbox.addFaults({ kind: 'reset', when: 'after' });
			expect((await go(sandbox, 'message/send', {})).status).toBe(422);
			expect(await errorCode(sendText(sandbox))).toBe('ECONNRESET');
		});

		test('nothing after the faults are cleared', async () => {
			sandbox.addFaults({ kind: 'status', status: 500, times: 10 });
			sandbox.clearFaults();
			await isSound();
		});
	});

	test('of an unknown kind, or with a field it does not know, is refused', () => {
		expect(() => sandbox.addFaults({ kind: 'flood' } as unknown as FaultInput)).toThrow(/kind/);
		expect(() => sandbox.addFaults({ kind: 'reset', time: 2 } as unknown as FaultInput)).toThrow(/time/);
	});
});
