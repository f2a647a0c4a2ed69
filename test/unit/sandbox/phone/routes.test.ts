import { startSandbox, type Sandbox } from '../../../../sandbox';
import { provideSandbox } from '../../../support/provideSandbox';
import { go, PHONE, sendText } from '../client';

/** Reads a stream of server-sent events, one at a time. */
async function openEvents(sandbox: Sandbox) {
	const abort = new AbortController();
	const response = await fetch(sandbox.controlUrl('events'), { signal: abort.signal });
	const reader = (response.body as ReadableStream<Uint8Array>).getReader();
	const decoder = new TextDecoder();
	let buffered = '';
	return {
		contentType: response.headers.get('content-type'),
		async next() {
			while (!buffered.includes('\n\n')) buffered += decoder.decode((await reader.read()).value, { stream: true });
			const [event, ...rest] = buffered.split('\n\n');
			buffered = rest.join('\n\n');
			const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? [];
			return { name, data: JSON.parse(data) as unknown };
		},
		close: () => abort.abort(),
	};
}

describe('the phone', () => {
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));

	test('is one page that makes no request to other hosts', async () => {
		const response = await fetch(sandbox.url);
		const html = await response.text();
		expect(response.headers.get('content-type')).toMatch('text/html');
		expect(response.headers.get('content-security-policy')).toMatch("default-src 'none'");
		expect(html).toMatch(/<title>Phone/);
		expect(html).toContain('new EventSource(');
		expect(html).not.toMatch(/\/\* \w+\.(css|js) \*\//);
		expect(html).not.toMatch(/(src|href)="https?:/);
	});

	test('is told at once about messages, their changes, and a reset', async () => {
		await sendText(sandbox, 'before');
		const events = await openEvents(sandbox);
		expect(events.contentType).toBe('text/event-stream');
		const snapshot = await events.next();
		expect(snapshot).toMatchObject({ name: 'snapshot', data: { messages: [{ content: { text: 'before' } }] } });

		await sendText(sandbox, 'مرحبا\nsecond line');
		expect(await events.next()).toMatchObject({ name: 'message', data: { content: { text: 'مرحبا\nsecond line' } } });

		const messageId = sandbox.messages[0].id;
		await go(sandbox, 'message/send/reaction', { phone: PHONE, reaction: '👍', messageId });
		expect(await events.next()).toMatchObject({ name: 'message', data: { kind: 'reaction' } });
		expect(await events.next()).toMatchObject({
			name: 'update',
			data: { id: messageId, reactions: [{ emoji: '👍' }] },
		});

		sandbox.reset();
		expect(await events.next()).toMatchObject({ name: 'snapshot', data: { messages: [] } });
		events.close();
	});

	test('does not keep the sandbox from closing', async () => {
		const other = await startSandbox();
		const events = await openEvents(other);
		await events.next();
		await expect(other.close()).resolves.toBeUndefined();
	});
});
