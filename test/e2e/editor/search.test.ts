import { describeInEditor } from '../support/describeInEditor';
import type { NodeCreator } from '../support/editorNodeCreator';

const SEARCHES = ['WhatsLoop', 'whatsapp', 'whats app', 'wloop', 'واتساب', 'واتس اب', 'رسالة'];

describeInEditor('finding the node in the editor', (stage) => {
	let creator: NodeCreator;

	beforeAll(async () => {
		await stage().editor.newWorkflow();
		creator = await stage().editor.openNodeCreator();
	});

	test.each(SEARCHES)('a search for "%s" finds it (it is gone after a search for another node)', async (words) => {
		await creator.search('Airtable');
		await creator.item('Airtable').first().waitFor();
		expect(await creator.items()).not.toContain('WhatsLoop');

		await creator.search(words);
		await creator.item('WhatsLoop').first().waitFor();
	});

	test('the incoming message is the first trigger that it offers', async () => {
		await creator.search('whatsloop');
		await creator.item('WhatsLoop').first().click();
		await creator.item('On message').waitFor();
		// the found nodes slide out
		await creator.item('WhatsLoop').first().waitFor({ state: 'hidden' });
		expect((await creator.items())[0]).toBe('On message');
	});
});
