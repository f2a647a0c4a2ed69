import { startSandbox, type Sandbox } from '../../sandbox';
import { waitFor } from '../../scripts/process/waitFor';
import { sendBurst } from './support/burst';
import { createCredential } from './support/credentials';
import { sharedN8n, type TestN8n } from './support/n8n';
import { SECRET, signed, textEvent } from './support/triggerCalls';
import { activateTrigger, allExecutions, countSuccessful, triggerItems } from './support/triggerWorkflow';

const EVENTS = 1000;
const DUPLICATES = 250;
const CONNECTIONS = 20;

describe('a burst of events', () => {
	let n8n: TestN8n;
	let sandbox: Sandbox;

	beforeAll(async () => {
		n8n = await sharedN8n();
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	it(`starts exactly one execution for each of ${EVENTS} events over ${CONNECTIONS} connections, and none for a duplicate`, async () => {
		const credential = await createCredential(n8n.client, 'go', sandbox, { webhookSecret: SECRET });
		const trigger = await activateTrigger(n8n.client, credential);
		const idOf = (index: number) => `burst-${index}`;
		const callFor = (index: number) => {
			const body = JSON.stringify(textEvent(idOf(index)));
			return { body, headers: signed(body) };
		};
		// every fourth event comes twice, the second time right behind the first: both are on their way at once
		const calls = Array.from({ length: EVENTS }, (_, index) => (index % (EVENTS / DUPLICATES) === 0 ? [callFor(index), callFor(index)] : [callFor(index)])).flat();

		const statusCodes = await sendBurst(trigger.productionUrl, calls, CONNECTIONS);
		expect(statusCodes).toEqual(Array(EVENTS + DUPLICATES).fill(200));

		await waitFor(async () => (await countSuccessful(n8n.client, trigger.workflow.id)) >= EVENTS, {
			timeoutSeconds: 90,
			what: `${EVENTS} executions`,
			pollSeconds: 0.5,
		});
		const executions = await allExecutions(n8n.client, trigger.workflow.id);
		expect(executions).toHaveLength(EVENTS);

		const ids: string[] = [];
		const rest = [...executions];
		const reader = async () => {
			for (let execution = rest.pop(); execution; execution = rest.pop()) {
				const items = await triggerItems(n8n.client, execution.id);
				ids.push(...items.map(({ json }) => (json.message as { id: string }).id));
			}
		};
		await Promise.all(Array.from({ length: 10 }, reader));
		expect(ids.sort()).toEqual(Array.from({ length: EVENTS }, (_, index) => idOf(index)).sort());
	});
});
