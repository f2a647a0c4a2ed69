import type { IHookFunctions } from 'n8n-workflow';
import { keepCredential, recentCredential } from '../../../nodes/WhatsLoop/trigger/credentialCache';
import { deactivate } from '../../../nodes/WhatsLoop/trigger/deactivate';
import { countRemembered, takeNew } from '../../../nodes/WhatsLoop/trigger/deduplicate';
import { emptyMessage, toEvent } from '../../../nodes/WhatsLoop/trigger/normalise/triggerEvent';

const event = toEvent({ event: 'message', message: { ...emptyMessage, id: 'a' } }, {}, 0);

/** A trigger that knows one event and its credential. */
function busyTrigger(workflowId: string, mode: string) {
	const staticData = {};
	takeNew(`${workflowId}/n1`, [event], staticData);
	keepCredential(`${workflowId}/n1/c1`, { webhookSecret: 's' }, 0);
	const context = {
		getWorkflow: () => ({ id: workflowId }),
		getNode: () => ({ id: 'n1', credentials: { whatsLoopApi: { id: 'c1' } } }),
		getMode: () => mode,
		getWorkflowStaticData: (type: string) => (type === 'node' ? staticData : {}),
	} as unknown as IHookFunctions;
	const known = () => ({
		events: countRemembered(`${workflowId}/n1`),
		staticData: Object.keys(staticData).length,
		credential: recentCredential(`${workflowId}/n1/c1`, 0) !== undefined,
	});
	return { context, known };
}

test('a trigger that is switched off forgets its events and its credential', () => {
	const { context, known } = busyTrigger('w1', 'trigger');
	expect(known()).toEqual({ events: 1, staticData: 1, credential: true });
	expect(deactivate(context)).toBe(true);
	expect(known()).toEqual({ events: 0, staticData: 0, credential: false });
});

test('the end of a test leaves the events of the active workflow alone', () => {
	const { context, known } = busyTrigger('w2', 'manual');
	expect(deactivate(context)).toBe(true);
	expect(known()).toEqual({ events: 1, staticData: 1, credential: false });
});
