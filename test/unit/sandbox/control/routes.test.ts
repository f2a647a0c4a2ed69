import axios from 'axios';
import type { Sandbox } from '../../../../sandbox';
import { provideSandbox } from '../../../support/provideSandbox';
import { call, errorCode, PHONE, sendText } from '../client';

describe('the control API', () => {
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started), { policy: { plan: 'basic' } });

	const control = async <Data = unknown>(method: string, path: string, data?: unknown) =>
		await axios.request<Data>({ method, url: sandbox.controlUrl(path), data, validateStatus: () => true });

	test('shows the whole state without token or limit', async () => {
		await sendText(sandbox, 'hi');
		const { status, data, headers } = await control<{ messages: unknown; requests: unknown }>('GET', 'state');
		expect(status).toBe(200);
		expect(Object.keys(data)).toEqual([
			'accounts',
			'policy',
			'settings',
			'faults',
			'directories',
			'webhooks',
			'deliveries',
			'messages',
			'requests',
		]);
		expect(data).toMatchObject({ policy: { limit: 60, reading: 'window' }, messages: [{ content: { text: 'hi' } }] });
		expect(headers['x-ratelimit-limit']).toBeUndefined();
		expect((await control('GET', 'messages')).data).toEqual(data.messages);
		expect((await control('GET', 'requests')).data).toEqual(data.requests);
	});

	test('changes the limit while it runs, by plan, by numbers, and to none', async () => {
		await control('POST', 'policy', { limit: 1, windowSeconds: 60, reading: 'fixed', retryAfterForm: 'date' });
		await sendText(sandbox);
		const refusal = await sendText(sandbox);
		expect([refusal.status, refusal.headers['retry-after']]).toEqual([429, expect.stringMatching(/GMT$/)]);
		const { data } = await control<{ policy: unknown }>('POST', 'policy', { plan: 'extra', reading: 'bucket' });
		expect(data.policy).toMatchObject({ limit: 180, reading: 'bucket' });
		expect((await sendText(sandbox)).status).toBe(200);
		expect((await control('POST', 'policy', { plan: 'none' })).data).toEqual({ policy: null });
		expect((await sendText(sandbox)).headers['x-ratelimit-limit']).toBeUndefined();
	});

	test('accepts one or many faults, and removes them', async () => {
		await control('POST', 'faults', [{ kind: 'status', status: 500 }, { kind: 'reset' }]);
		expect((await sendText(sandbox)).status).toBe(500);
		expect(await errorCode(sendText(sandbox))).toBe('ECONNRESET');
		await control('POST', 'faults', { kind: 'reset', times: 5 });
		expect((await control('DELETE', 'faults')).data).toEqual([]);
		expect((await sendText(sandbox)).status).toBe(200);
	});

	test('changes single settings and keeps the rest', async () => {
		const before = { ...sandbox.settings };
		const { data } = await control('POST', 'settings', { cloudData: 'object' });
		expect(data).toEqual({ ...before, cloudData: 'object' });
	});

	test('adds accounts, whose tokens then work', async () => {
		const token = `${'0'.repeat(32)}_${'Z'.repeat(40)}`;
		expect((await control('POST', 'accounts', { id: 'second', contract: 'go', token })).status).toBe(200);
		const body = { phone: PHONE, body: 'x' };
		await call(sandbox, 'go', 'POST', 'message/send', body, { authorization: `Bearer ${token}` });
		expect(sandbox.messages[0].accountId).toBe('second');
	});

	test.each([
		['policy', { plan: 'gold' }],
		['policy', {}],
		['policy', { limit: 0 }],
		['faults', { kind: 'status', status: 404 }],
		['faults', [{ kind: 'reset' }, { kind: 'nothing' }]],
		['settings', { colour: 'green' }],
		['accounts', { id: 'x', contract: 'go', token: 'wl_abc' }],
		['accounts', { id: 'go', contract: 'go', token: `${'1'.repeat(32)}_${'1'.repeat(40)}` }],
		['policy', '{'],
	])('refuses nonsense with 422 and a reason, and changes nothing (%s %j)', async (path, body) => {
		const before = (await control('GET', 'state')).data;
		const { status, data } = await control('POST', path, body);
		expect([status, data]).toEqual([422, { error: expect.stringMatching(/.{5,}/) }]);
		expect((await control('GET', 'state')).data).toEqual(before);
	});

	test('resets everything to the state after the start', async () => {
		const before = (await control('GET', 'state')).data;
		await control('POST', 'policy', { limit: 1, reading: 'fixed' });
		await control('POST', 'settings', { connected: false });
		await control('POST', 'faults', { kind: 'reset', when: 'after' });
		await sendText(sandbox);
		expect((await control('POST', 'reset')).data).toEqual(before);
		expect((await sendText(sandbox)).headers['x-ratelimit-remaining']).toBe('59');
	});
});
