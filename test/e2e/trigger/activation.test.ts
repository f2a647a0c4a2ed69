import type { ContractName, Sandbox } from '../../../sandbox';
import { contractThat } from '../../support/contractThat';
import { provideSandbox } from '../../support/provideSandbox';
import { waitFor } from '../../../scripts/process/waitFor';
import { createCredential } from '../support/credentials';
import { sharedN8n } from '../support/n8n';
import { callTrigger, SECRET, textEvent } from '../support/triggerCalls';
import { activateTrigger, endedExecutions, saveTriggerWorkflow, triggerItems } from '../support/triggerWorkflow';

/** An API that signs every event, and one that does not. */
const SIGNED = contractThat(({ events }) => events.alwaysSigned);
const UNSIGNED = contractThat(({ events }) => !events.alwaysSigned);

describe('activating the trigger', () => {
	const n8n = sharedN8n();
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));

	const activate = async (contract: ContractName, changes = {}, parameters = {}) =>
		await activateTrigger(n8n.client, await createCredential(n8n.client, contract, sandbox, changes), parameters);

	/** Returns a function that reads what n8n has logged since this call. */
	const logsFromNow = () => {
		const before = n8n.logs().length;
		return () => n8n.logs().slice(before);
	};

	test('is refused if no event could be accepted, and the error says what to do', async () => {
		// all at the same time, because n8n 2.41 repeats a failed activation for 15 seconds
		await Promise.all([
			expect(activate(UNSIGNED, { apiToken: 'wrong' })).rejects.toThrow(/refused the API token/),
			expect(activate(SIGNED, { apiToken: 'wrong', webhookSecret: SECRET })).rejects.toThrow(/refused the API token/),
			expect(activate(SIGNED)).rejects.toThrow(/signs its events, but the credential has no Webhook Secret/),
			expect(activate(UNSIGNED, {}, { verification: 'signature' })).rejects.toThrow(
				/Verification is set to "Signature"/,
			),
		]);
	});

	test('works with a secret and with a token in the URL, where every event is signed', async () => {
		await expect(activate(SIGNED, { webhookSecret: SECRET })).resolves.toBeDefined();
		await expect(activate(SIGNED, {}, { verification: 'token', urlToken: 'a-token' })).resolves.toBeDefined();
	});

	test('waits out a rate limit', async () => {
		sandbox.addFaults({ kind: 'answer', status: 429, headers: { 'retry-after': '1' } });
		await activate('go');
		expect(sandbox.requests.map(({ statusCode }) => statusCode)).toEqual([429, 200]);
	});

	test('works for an account whose API lacks the status path', async () => {
		const trigger = await activate('go', { baseUrl: `${sandbox.goBaseUrl}/elsewhere` });
		expect((await callTrigger(n8n.client, trigger, JSON.stringify(textEvent('lacks')))).status).toBe(200);
	});

	test('says that WhatsApp is not connected, and that the address is private', async () => {
		sandbox.settings.connected = false;
		const logs = logsFromNow();
		await activate('go');
		await waitFor(() => logs().includes('WhatsApp is not connected'), { timeoutSeconds: 10, what: 'the log line' });
		expect(logs()).toMatch(/webhook URL http:\/\/127\.0\.0\.1:\d+\/webhook\/\S+ is in a private network/);
	});

	test('distinguishes the test URL from the production URL', async () => {
		const credential = await createCredential(n8n.client, 'go', sandbox);
		const trigger = await saveTriggerWorkflow(n8n.client, credential);
		const { id } = trigger.workflow;
		const body = JSON.stringify(textEvent('test-or-not'));
		const post = async (url: string) =>
			(await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status;
		expect(await post(trigger.productionUrl)).toBe(404);

		const listen = {
			workflowData: trigger.workflow,
			startNodes: [],
			triggerToStartFrom: { name: 'WhatsLoop Trigger' },
		};
		await n8n.client.request('POST', `/rest/workflows/${id}/run`, listen, { 'push-ref': 'test' });
		expect(await post(trigger.testUrl)).toBe(200);
		const [tested] = await endedExecutions(n8n.client, trigger, 1);
		expect(tested.mode).toBe('manual');

		await n8n.client.activateWorkflow(id);
		// the same event as in the test run: it must not count as a repetition
		expect(await post(trigger.productionUrl)).toBe(200);
		const [, started] = await endedExecutions(n8n.client, trigger, 2);
		expect(started.mode).toBe('webhook');
		expect(await triggerItems(n8n.client, started.id)).toMatchObject([{ json: { message: { id: 'test-or-not' } } }]);
	});

	test('leaves nothing behind when it is deactivated, even while WhatsLoop is down', async () => {
		const trigger = await activate('go');
		await callTrigger(n8n.client, trigger, JSON.stringify(textEvent('gone')));
		await endedExecutions(n8n.client, trigger, 1);
		const staticData = async () =>
			JSON.stringify(
				((await n8n.client.readWorkflow(trigger.workflow.id)) as { staticData?: unknown }).staticData ?? {},
			);
		expect(await staticData()).toContain('recentEvents');

		sandbox.addFaults({ kind: 'status', status: 500, times: 100 });
		const before = sandbox.requests.length;
		await n8n.client.deactivateWorkflow(trigger.workflow.id);
		expect(sandbox.requests).toHaveLength(before);
		expect((await callTrigger(n8n.client, trigger, JSON.stringify(textEvent('gone')))).status).toBe(404);
		expect(await staticData()).not.toContain('recentEvents');
	});
});
