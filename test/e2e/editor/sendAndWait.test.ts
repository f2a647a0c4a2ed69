import { waitFor } from '../../../scripts/process/waitFor';
import { describeInEditor } from '../support/describeInEditor';

const PHONE_SCREEN = { width: 360, height: 740 };
const QUESTION = 'هل نأتي في التاسعة؟';

describeInEditor('a question of Send and Wait', (stage) => {
	test("is answered on a page as wide as a phone, in the question's language, and the workflow goes on", async () => {
		const { editor, openSaved, sandbox } = stage();
		const panel = await openSaved({ operation: 'sendAndWait', text: QUESTION });
		await panel.executeStep();
		const text = await waitFor(() => sandbox.messages[0]?.content.text ?? false, {
			timeoutSeconds: 60,
			what: 'the question',
		});
		const [link] = /http\S+/.exec(text) ?? [''];
		const page = await editor.otherPage(link, PHONE_SCREEN);
		await page.getByText(QUESTION).first().waitFor();
		expect(await page.getAttribute('html', 'dir')).toBe('rtl');
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE_SCREEN.width);
		await page.getByRole('button').first().click();
		await page.getByText(/شكرًا لك/).waitFor();
		await panel.showsOutput(/approved/);
		await page.close();
	});
});
