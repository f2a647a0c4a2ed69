import type { IHookFunctions } from 'n8n-workflow';
import { credentialHolder, triggerId } from '../../../nodes/WhatsLoop/trigger/triggerId';

const context = (credentials?: object) =>
	({
		getWorkflow: () => ({ id: 'w1' }),
		getNode: () => ({ id: 'n1', name: 'Renamed', credentials }),
	}) as unknown as IHookFunctions;

test('a trigger is named by its workflow and its node, whatever it is called', () => {
	expect(triggerId(context())).toBe('w1/n1');
});

test.each<[string, object | undefined, string]>([
	['its credential', { whatsLoopApi: { id: 'c1', name: 'My WhatsLoop' } }, 'w1/n1/c1'],
	['no credential', undefined, 'w1/n1/'],
	['a credential of another kind', { other: { id: 'c1' } }, 'w1/n1/'],
	['a credential that was not saved', { whatsLoopApi: { id: null } }, 'w1/n1/'],
])('a trigger with %s has its own place for what is kept', (_name, credentials, holder) => {
	expect(credentialHolder(context(credentials))).toBe(holder);
});
