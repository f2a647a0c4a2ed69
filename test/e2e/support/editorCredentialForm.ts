import type { Page } from 'playwright-core';
import { EditorFields } from './editorFields';

/** The form of a credential. */
export class CredentialForm extends EditorFields {
	constructor(page: Page) {
		super(page, page.getByTestId('credential-edit-dialog').first());
	}

	async isOpen(): Promise<void> {
		await this.field('apiToken').waitFor();
	}

	/** Presses *Save*, after which n8n tests the credential. */
	async save(): Promise<void> {
		await this.page.getByTestId('credential-save-button').first().click();
	}

	/** Closes the form, unless n8n has. What is not saved is lost. */
	async close(): Promise<void> {
		if (await this.root.isHidden()) return;
		await this.page.getByTestId('editCredential-modal').getByLabel('Close this dialog').click();
		await this.root.waitFor({ state: 'hidden' });
	}

	/** Waits until n8n says that the credential does not work, and why. */
	async fails(reason: string | RegExp): Promise<void> {
		await this.root.getByText('More details').first().click();
		await this.root.getByText(reason).first().waitFor();
	}

	/** Waits until n8n has found the credential to work: 2.41 closes the form then, 2.8 says so. */
	async works(): Promise<void> {
		await Promise.race([
			this.root.waitFor({ state: 'hidden' }),
			this.page.getByTestId('credentials-config-container-test-success').waitFor(),
		]);
	}
}
