import { join } from 'node:path';
import { TRIGGER_TYPE } from '../../test/e2e/support/triggerWorkflow';
import { MANUAL_TRIGGER_TYPE, node, whatsLoop } from '../../test/e2e/support/nodes';
import { IMAGES, CUSTOMER, savePicture, type Stage } from './stage';

const WINDOW = { width: 1360, height: 780 };

/** The node after it has sent, with its input and output. */
async function takeNode({ editor, client, credentials }: Stage): Promise<void> {
	const trigger = node('Order', MANUAL_TRIGGER_TYPE);
	const send = whatsLoop(
		{
			resource: 'message',
			operation: 'sendText',
			recipient: { __rl: true, mode: 'phone', value: '={{ $json.phone }}' },
			text: '=مرحبا {{ $json.name }}، وصلنا طلبك رقم {{ $json.order }}. شكرًا لك!',
		},
		credentials.go,
		{ name: 'Confirm', typeVersion: 1.1, position: [220, 0] },
	);
	const workflow = await client.createWorkflow({
		name: 'Confirm an Order',
		nodes: [trigger, send],
		connections: { Order: { main: [[{ node: 'Confirm', type: 'main', index: 0 }]] } },
		pinData: { Order: [{ json: { name: 'سارة', phone: CUSTOMER, order: 3001 } }] },
	});
	await editor.page.setViewportSize(WINDOW);
	await editor.openWorkflow(workflow.id);
	const panel = await editor.openNode('Confirm');
	await panel.executeStep();
	await panel.showsOutput(/success/);
	await savePicture(await editor.picture(), join(IMAGES, 'node.png'));
}

/** The trigger's panel with its URLs. */
async function takeTrigger({ editor, client, credentials }: Stage): Promise<void> {
	const trigger = node(
		'WhatsLoop Trigger',
		TRIGGER_TYPE,
		{ events: ['message'] },
		{
			typeVersion: 1.1,
			credentials: { whatsLoopApi: credentials.go },
			webhookId: 'b1f0c0de-0000-4000-8000-000000000001',
		},
	);
	const workflow = await client.createWorkflow({ name: 'When a Message Arrives', nodes: [trigger], connections: {} });
	await editor.page.setViewportSize(WINDOW);
	await editor.openWorkflow(workflow.id);
	await editor.openNode('WhatsLoop Trigger');
	await editor.page.getByText('Webhook URLs', { exact: true }).first().click();
	await editor.page.getByText('Production URL').first().waitFor();
	await savePicture(await editor.picture(), join(IMAGES, 'trigger.png'));
}

export async function takeNodePanels(stage: Stage): Promise<void> {
	await takeNode(stage);
	await takeTrigger(stage);
}
