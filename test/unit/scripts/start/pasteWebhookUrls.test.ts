import type { SavedWorkflow } from '../../../../scripts/n8n/clientTypes';
import { pasteWebhookUrls } from '../../../../scripts/start/pasteWebhookUrls';

const ready = { go: { id: 'g', name: 'go' }, cloud: { id: 'c', name: 'cloud' } };

const workflow = (active: boolean, credentialId: string, webhookId: string) =>
	({
		active,
		nodes: [
			{ name: 'Note', type: 'n8n-nodes-base.stickyNote' },
			{
				name: 'Trigger',
				type: 'n8n-nodes-whatsloop.whatsLoopTrigger',
				webhookId,
				credentials: { whatsLoopApi: { id: credentialId, name: '' } },
			},
		],
	}) as unknown as SavedWorkflow;

test('the production URL of the first active trigger is pasted for each account, as by a user', () => {
	const pasted: unknown[] = [];
	const sandbox = { setWebhook: (webhook: unknown) => void pasted.push(webhook) };
	pasteWebhookUrls(
		sandbox,
		'http://127.0.0.1:5678',
		[workflow(false, 'g', 'off'), workflow(true, 'g', 'one'), workflow(true, 'g', 'two')],
		ready,
	);
	expect(pasted).toEqual([{ account: 'go', url: 'http://127.0.0.1:5678/webhook/one/webhook' }]);
});
