import { describeInEditor, PHONE } from '../support/describeInEditor';

describeInEditor('switching to another operation in the editor', (stage) => {
	test('nothing of the operation before is shown or sent', async () => {
		const { openSaved, sandbox } = stage();
		const panel = await openSaved({ text: 'hello' });
		expect(await panel.shown()).toEqual(expect.arrayContaining(['recipient', 'text']));

		await panel.choose('operation', 'Send Location');
		await panel.field('latitude').waitFor();
		expect(await panel.shown()).not.toContain('text');
		await panel.fill('latitude', '24.7136');
		await panel.fill('longitude', '46.6753');
		await panel.executeStep();
		await panel.showsOutput(PHONE);

		expect(sandbox.messages.map(({ kind }) => kind)).toEqual(['location']);
		expect(JSON.stringify(sandbox.messages[0].body)).not.toContain('hello');
	});
});
