import type { CredentialForm } from '../support/editorCredentialForm';
import { describeInEditor } from '../support/describeInEditor';

describeInEditor('a new credential in the editor', (stage) => {
	let form: CredentialForm;

	beforeAll(async () => {
		await stage().openSaved({ text: 'hello' });
	});
	beforeEach(async () => {
		form = await stage().editor.newCredential();
	});
	afterEach(async () => {
		await form.close();
		// The test of a credential must never send.
		expect(stage().sandbox.messages).toEqual([]);
	});

	test('works with the right address and token', async () => {
		const { sandbox } = stage();
		await form.fill('baseUrl', sandbox.goBaseUrl);
		await form.fill('apiToken', sandbox.goToken);
		await form.save();
		await form.works();
	});

	test('is told that the token is wrong', async () => {
		await form.fill('baseUrl', stage().sandbox.goBaseUrl);
		await form.fill('apiToken', 'a-wrong-token');
		await form.save();
		await form.fails(/refused the API token/i);
	});

	test('is told that the token is one of the other API', async () => {
		const { sandbox } = stage();
		await form.choose('apiVersion', 'WhatsLoop Cloud');
		await form.fill('baseUrl', sandbox.goBaseUrl);
		await form.fill('apiToken', sandbox.goToken);
		await form.save();
		await form.fails(/looks like one of WhatsLoop v1/);
	});

	test('is told that the path is wrong', async () => {
		const { sandbox } = stage();
		await form.fill('baseUrl', `${sandbox.goBaseUrl}/v9`);
		await form.fill('apiToken', sandbox.goToken);
		await form.save();
		await form.fails(/does not know the path/);
	});

	test('works with the other API, whose own address is then the placeholder of Base URL', async () => {
		const { sandbox } = stage();
		const placeholder = async () => await form.field('baseUrl').locator('input').first().getAttribute('placeholder');
		expect(await placeholder()).toContain('go-wloop.net');
		await form.choose('apiVersion', 'WhatsLoop Cloud');
		await form.field('channelId').waitFor();
		expect(await placeholder()).toContain('whatsloop.net');
		expect(await placeholder()).not.toContain('go-wloop.net');

		await form.fill('baseUrl', sandbox.cloudBaseUrl);
		await form.fill('apiToken', sandbox.cloudToken);
		await form.save();
		await form.works();
	});
});
