import type { Sandbox } from '../../sandbox';
import { provideSandbox } from '../support/provideSandbox';
import { recordings, type RecordedRequest } from './recordings';

let sandbox: Sandbox;
provideSandbox('reset', (started) => (sandbox = started));

const rows = recordings.flatMap(([name, client]) =>
	client.requests.map((request): [string, typeof client, RecordedRequest] => [
		`${name}: ${request.method} ${request.path.split('?')[0]}`,
		client,
		request,
	]),
);

test.each(rows)('the sandbox accepts what a real client sends (%s)', async (_name, { contract }, request) => {
	const { baseUrl, token } = sandbox.addresses[contract];
	// some requests refer to a message that was sent before
	const first = await fetch(`${sandbox.goBaseUrl}/message/send`, {
		method: 'POST',
		headers: { authorization: `Bearer ${sandbox.goToken}`, 'content-type': 'application/json' },
		body: JSON.stringify({ phone: '966501234567', body: 'before' }),
	});
	const { data } = (await first.json()) as { data: { key: { id: string } } };
	sandbox.settings.connected = request.needs !== 'disconnected';
	const fill = (text: string) =>
		text.replace('{token}', token).replace(/\{messageId\}|%7BmessageId%7D/g, () => data.key.id);

	const response = await fetch(`${baseUrl}/${fill(request.path)}`, {
		method: request.method,
		headers: Object.fromEntries(Object.entries(request.headers).map(([header, value]) => [header, fill(value)])),
		body: request.body === undefined ? undefined : fill(request.body),
	});

	expect([200, 201, 202]).toContain(response.status);
	expect(await response.json()).toMatchObject({ success: true });
});

test('no two recordings are of the same request of the same client', () => {
	const names = rows.map(([name]) => name);
	expect(names).toEqual([...new Set(names)]);
});
