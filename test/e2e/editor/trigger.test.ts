import { describeInEditor } from '../support/describeInEditor';
import { saveTriggerWorkflow } from '../support/triggerWorkflow';

const WORDS = 'written on the phone page';

describeInEditor('the trigger in the editor', (stage) => {
	test('a test event from the phone page arrives in the output', async () => {
		const { client, credential, editor, sandbox } = stage();
		const { workflow, testUrl } = await saveTriggerWorkflow(client, credential);
		await editor.openWorkflow(workflow.id);
		const panel = await editor.openNode('WhatsLoop Trigger');
		await panel.executeStep();
		await editor.page
			.getByText(/Waiting for WhatsLoop/)
			.first()
			.waitFor();

		sandbox.setWebhook({ url: testUrl, account: 'go' });
		const phone = await editor.otherPage(sandbox.url);
		await phone.fill('#new-chat input[name=text]', WORDS);
		await phone.click('#new-chat button');

		await panel.showsOutput(WORDS);
		await phone.close();
	});
});
