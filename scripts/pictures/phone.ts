import { join } from 'node:path';
import { waitFor } from '../process/waitFor';
import { CUSTOMER, IMAGES, savePicture, type Stage } from './stage';

/** The phone page after a customer wrote and the example bot answered. */
export async function takePhone({ editor, sandbox }: Stage): Promise<void> {
	sandbox.receive({ from: CUSTOMER, name: 'Sara', text: 'Hello, when do you open tomorrow?' });
	await waitFor(() => sandbox.messages.length > 1, { timeoutSeconds: 60, what: "the bot's answer" });
	const page = await editor.otherPage(sandbox.url, { width: 1120, height: 720 });
	await page.locator('#messages .message').nth(1).waitFor();
	await savePicture(await page.screenshot(), join(IMAGES, 'phone.png'));
	await page.close();
}
