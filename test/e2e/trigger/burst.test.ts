import { startSandbox, type Sandbox } from '../../../sandbox';
import type { RunningN8n } from '../../../scripts/n8n/start';
import { waitFor } from '../../../scripts/process/waitFor';
import { sendBurst } from '../support/burst';
import { createCredential } from '../support/credentials';
import { startOwnN8n } from '../support/ownN8n';
import { SECRET, signed, textEvent } from '../support/triggerCalls';
import { activateTrigger, countSuccessful, triggerItems } from '../support/triggerWorkflow';

const EVENTS = 1000;
const DUPLICATES = 250;
const CONNECTIONS = 20;

/** It takes half a minute. n8n 1.123 takes several times as long as all others, above all on a busy machine. */
const LONGEST_MS = 1_200_000;

describe('a burst of events', () => {
	let n8n: RunningN8n;
	let sandbox: Sandbox;

	beforeAll(async () => {
		n8n = await startOwnN8n();
		sandbox = await startSandbox();
	});
	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
	});

	test(
		`starts exactly one execution for each of ${EVENTS} events over ${CONNECTIONS} connections, and none for a duplicate`,
		async () => {
			const credential = await createCredential(n8n.client, 'go', sandbox, { webhookSecret: SECRET });
			const trigger = await activateTrigger(n8n.client, credential);
			const idOf = (index: number) => `burst-${index}`;
			const callFor = (index: number) => {
				const body = JSON.stringify(textEvent(idOf(index)));
				return { body, headers: signed(body) };
			};
			// every fourth event comes twice in a row, so that both are on their way at the same time
			const calls = Array.from({ length: EVENTS }, (_, index) =>
				index % (EVENTS / DUPLICATES) === 0 ? [callFor(index), callFor(index)] : [callFor(index)],
			).flat();

			const statusCodes = await sendBurst(trigger.productionUrl, calls, CONNECTIONS);
			expect(statusCodes).toEqual(Array(EVENTS + DUPLICATES).fill(200));

			await waitFor(async () => (await countSuccessful(n8n.client, trigger.workflow.id)) >= EVENTS, {
				timeoutSeconds: 600,
				what: `${EVENTS} executions`,
				pollSeconds: 0.5,
			});
			// this n8n has run nothing else, so that its executions are numbered from 1
			const ids: string[] = [];
			let next = 1;
			const reader = async () => {
				for (let id = next++; id <= EVENTS; id = next++) {
					const items = await triggerItems(n8n.client, String(id));
					ids.push(...items.map(({ json }) => (json.message as { id: string }).id));
				}
			};
			await Promise.all(Array.from({ length: 10 }, reader));
			expect(ids.sort()).toEqual(Array.from({ length: EVENTS }, (_, index) => idOf(index)).sort());
			await expect(n8n.client.readExecution(String(EVENTS + 1))).rejects.toThrow();
			expect(await countSuccessful(n8n.client, trigger.workflow.id)).toBe(EVENTS);
		},
		LONGEST_MS,
	);
});
