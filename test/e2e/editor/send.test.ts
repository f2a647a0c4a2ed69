import { describeInEditor, PHONE } from '../support/describeInEditor';

describeInEditor('sending in the editor', (stage) => {
	test('the message is sent, and the output shows its recipient and its ID', async () => {
		const { openSaved, sandbox } = stage();
		const panel = await openSaved({ text: 'مرحبا' });
		await panel.executeStep();
		await panel.showsOutput(PHONE);
		expect(sandbox.messages.map(({ content }) => content.text)).toEqual(['مرحبا']);
		await panel.showsOutput(sandbox.messages[0].id);
	});

	test('a failed row is on the error branch, with what to do', async () => {
		const { openSaved, sandbox } = stage();
		const rows = [{ phone: PHONE }, { phone: '0501234567' }];
		const panel = await openSaved({ text: 'hello' }, { onError: 'continueErrorOutput' }, rows);
		await panel.executeStep();
		await panel.showErrorBranch();
		await panel.showsOutput(/country code/i);
		expect(sandbox.messages).toHaveLength(1);
	});
});
