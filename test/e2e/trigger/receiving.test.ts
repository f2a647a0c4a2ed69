import { CONTRACT_NAMES, type ContractName, type Sandbox } from '../../../sandbox';
import { contractThat } from '../../support/contractThat';
import { provideSandbox } from '../../support/provideSandbox';
import { waitFor } from '../../../scripts/process/waitFor';
import { TRIGGER_FIELDS } from '../../support/triggerFields';
import { createCredential } from '../support/credentials';
import { sharedN8n } from '../support/n8n';
import { node } from '../support/nodes';
import { callTrigger, SECRET, signed, textEvent } from '../support/triggerCalls';
import { activateTrigger, endedExecutions, triggerItems, type TriggerWorkflow } from '../support/triggerWorkflow';

const FROM = '966501234567';

/** The provider's engine writes the chat into the id of a message. */
const engineId = (id: string) => `false_${FROM}@c.us_${id}`;

/** An API that signs every event. */
const SIGNED = contractThat(({ events }) => events.alwaysSigned);

describe('events that arrive', () => {
	const n8n = sharedN8n();
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));

	/** An active trigger whose URL is pasted into the sandbox's dashboard. */
	async function listen(contract: ContractName, parameters = {}, nodes: Parameters<typeof activateTrigger>[3] = []) {
		const credential = await createCredential(n8n.client, contract, sandbox, { webhookSecret: SECRET });
		const trigger = await activateTrigger(n8n.client, credential, parameters, nodes);
		sandbox.setWebhook({ account: contract, url: trigger.productionUrl, secret: SECRET, retries: 0 });
		return trigger;
	}

	const delivered = async (count: number) =>
		await waitFor(() => sandbox.deliveries.filter(({ state }) => state !== 'pending').length >= count, {
			timeoutSeconds: 20,
			what: `${count} deliveries`,
		});

	const statusCodes = () => sandbox.deliveries.map(({ attempts }) => attempts[0].statusCode);

	const firstItems = async (trigger: TriggerWorkflow) =>
		await triggerItems(n8n.client, (await endedExecutions(n8n.client, trigger, 1))[0].id);

	test.each(CONTRACT_NAMES)('start the workflow with the same fields (%s)', async (contract) => {
		const trigger = await listen(contract);
		const sent = sandbox.receive({ account: contract, from: FROM, name: 'سارة', text: 'سلام 👋' });

		const [{ json, pairedItem }] = await firstItems(trigger);
		expect(json).toMatchObject({
			event: 'message',
			phone: FROM,
			isGroup: false,
			fromMe: false,
			message: { id: expect.stringContaining(sent.id) as string, type: 'text', text: 'سلام 👋' },
			contact: { name: 'سارة', phone: FROM },
		});
		// the ID is the whole one of the event, in which an API may write more than the ID of the message
		expect(sandbox.deliveries[0].body).toContain(`"${(json.message as { id: string }).id}"`);
		expect(Object.keys(json)).toEqual(TRIGGER_FIELDS);
		expect(pairedItem).toBeDefined();
	});

	test('get a short JSON answer before the workflow has run', async () => {
		const wait = node('Wait', 'n8n-nodes-base.wait', { amount: 3, unit: 'seconds' }, { typeVersion: 1.1 });
		const trigger = await listen('go', {}, [wait]);
		sandbox.receive({ from: FROM, text: 'quick' });
		await delivered(1);
		const [{ attempts }] = sandbox.deliveries;
		expect(attempts).toEqual([
			{ statusCode: 200, answer: '{"status":"accepted"}', tookMs: expect.any(Number) as number },
		]);
		const [execution] = await n8n.client.listExecutions(trigger.workflow.id);
		expect(execution.status).not.toBe('success');
	});

	test('get 401 and one line in the log without the right signature', async () => {
		const trigger = await listen(SIGNED);
		const logsBefore = n8n.logs().length;
		for (const signature of ['wrong', 'none'] as const)
			sandbox.dispatch({ account: SIGNED, body: textEvent(signature), signature });
		await delivered(2);
		expect(sandbox.deliveries.map(({ attempts: [{ statusCode, answer }] }) => [statusCode, answer])).toEqual(
			Array(2).fill([401, '{"status":"refused","message":"Not verified"}']),
		);
		const lines = n8n
			.logs()
			.slice(logsBefore)
			.split('\n')
			.filter((line) => line.includes('refused an event'));
		expect(lines).toHaveLength(2);
		expect(lines.join('\n')).toMatch(/mismatch[^]*no header|no header[^]*mismatch/);
		expect(lines.join('\n')).not.toContain(SECRET);
		expect(await n8n.client.listExecutions(trigger.workflow.id)).toEqual([]);
	});

	test('are accepted only with the token in the URL, where that is chosen', async () => {
		const trigger = await listen('go', { verification: 'token', urlToken: 'let-me-in' });
		const statusWith = async (token?: string) =>
			(
				await callTrigger(
					n8n.client,
					trigger,
					JSON.stringify(textEvent(`token ${token}`)),
					{},
					token === undefined ? undefined : { token },
				)
			).status;
		expect([await statusWith(), await statusWith('wrong'), await statusWith('let-me-in')]).toEqual([401, 401, 200]);
	});

	test('start nothing if the body is not an event', async () => {
		const trigger = await listen('go', { events: ['message', 'other'], options: { maxBodySize: 0.01 } });
		const call = async (body: string | Buffer, contentType = 'application/json') =>
			(await callTrigger(n8n.client, trigger, body, { ...signed(String(body)), 'content-type': contentType })).status;
		expect({
			truncated: await call('{"event":'), // n8n itself refuses it, before the node is asked
			truncatedText: await call('{"event":', 'text/plain'),
			empty: await call(''),
			number: await call('5'),
			text: await call('"hello"'),
			emptyList: await call('[]'),
			listOfNumbers: await call('[1,2]'),
			page: await call('<html></html>', 'text/html'),
			tooLarge: await call(JSON.stringify(textEvent('large', 'x'.repeat(11_000)))),
		}).toEqual({
			truncated: 422,
			truncatedText: 400,
			empty: 400,
			number: 400,
			text: 400,
			emptyList: 400,
			listOfNumbers: 400,
			page: 400,
			tooLarge: 413,
		});
		expect(await n8n.client.listExecutions(trigger.workflow.id)).toEqual([]);
	});

	test('are read with other white space, with a charset, as a form, and with a wrong content type', async () => {
		const trigger = await listen('go');
		const form =
			'event=message-new&messages[id]=form&messages[body]=%D8%B3&messages[type]=chat&messages[chatId]=966501234567@c.us';
		const bodies: Array<[string, string]> = [
			[` \r\n${JSON.stringify(textEvent('space'), undefined, '\t')}\n\n`, 'application/json'],
			[JSON.stringify(textEvent('charset', 'é')), 'application/json; charset=UTF-8'],
			[JSON.stringify(textEvent('plain')), 'text/plain'],
			[JSON.stringify(textEvent('octets')), 'application/octet-stream'],
			[form, 'application/x-www-form-urlencoded'],
		];
		for (const [body, contentType] of bodies) {
			expect(
				await callTrigger(n8n.client, trigger, body, { ...signed(body), 'content-type': contentType }),
			).toMatchObject({ status: 200, body: '{"status":"accepted"}' });
		}
		const executions = await endedExecutions(n8n.client, trigger, bodies.length);
		const messages = await Promise.all(
			executions.map(async ({ id }) => (await triggerItems(n8n.client, id))[0].json.message),
		);
		// n8n answers before it starts the execution, so the executions may start in another order than the calls
		expect(messages).toHaveLength(bodies.length);
		expect(messages).toEqual(
			expect.arrayContaining(
				[
					{ id: 'space' },
					{ id: 'charset', text: 'é' },
					{ id: 'plain' },
					{ id: 'octets' },
					{ id: 'form', text: 'س' },
				].map((message) => expect.objectContaining(message) as object),
			),
		);
	});

	test('start nothing if they are filtered out or came before', async () => {
		const trigger = await listen('go', {
			events: ['message', 'ack'],
			options: { ignoreGroups: true, messageTypes: ['text'], ackStatuses: ['read'], chats: '+966 50 123 4567' },
		});
		const { id } = sandbox.receive({ from: FROM, text: 'wanted', times: 3 });
		sandbox.receive({ from: FROM, text: 'own', fromMe: true });
		sandbox.receive({ from: FROM, text: 'in a group', group: '120363000000000001@g.us' });
		sandbox.receive({ from: '15550100100', text: 'somebody else' });
		sandbox.receive({ from: FROM, kind: 'image', mediaUrl: sandbox.mediaUrl('sample.png') });
		for (const status of ['delivered', 'read', 'read'] as const) sandbox.acknowledge({ messageIds: [id], status });
		await delivered(10);
		expect(statusCodes()).toEqual(Array(10).fill(200));

		const executions = await endedExecutions(n8n.client, trigger, 2);
		const items = await Promise.all(
			executions.map(async (execution) => (await triggerItems(n8n.client, execution.id))[0].json),
		);
		expect(items).toHaveLength(2);
		expect(items).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					event: 'message',
					message: expect.objectContaining({ id: engineId(id) }) as object,
				}),
				expect.objectContaining({ event: 'ack', ack: { status: 'read', level: 4 } }),
			]),
		);
	});

	test('come with their file if Download Media is on, and without it if it is not available', async () => {
		const trigger = await listen('go', { options: { downloadMedia: true, allowLocalAddresses: true } });
		sandbox.receive({
			from: FROM,
			kind: 'image',
			mediaUrl: sandbox.mediaUrl('sample.png'),
			caption: 'look',
			fileName: 'dunes.png',
			mimeType: 'image/png',
		});
		sandbox.receive({ from: FROM, kind: 'document', mediaUrl: sandbox.mediaUrl('no-such-file.pdf') });
		const executions = await endedExecutions(n8n.client, trigger, 2);
		const items = await Promise.all(executions.map(async ({ id }) => (await triggerItems(n8n.client, id))[0]));
		const picture = items.find(({ json }) => (json.message as { type: string }).type === 'image');
		const lost = items.find(({ json }) => (json.message as { type: string }).type === 'document');
		expect(picture?.binary?.data).toMatchObject({ fileName: 'dunes.png', mimeType: 'image/png', fileExtension: 'png' });
		expect(picture?.json).toMatchObject({ message: { text: 'look' } });
		expect(lost?.binary).toBeUndefined();
		expect(lost?.json.mediaError).toBe('The server of the file answered HTTP 404');
	});

	test('mark their chat as read if Mark as Read is on (WhatsLoop v1)', async () => {
		await listen('go', { options: { markAsRead: true } });
		sandbox.receive({ from: FROM, text: 'read me' });
		const request = await waitFor(() => sandbox.requests.find(({ endpoint }) => endpoint === 'chat/read') ?? false, {
			timeoutSeconds: 20,
			what: 'the request',
		});
		expect(request).toMatchObject({ method: 'POST', rawBody: JSON.stringify({ phone: FROM }), token: 'right' });
	});
});
