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

	/** Waits until the form shows a text. */
	async says(text: string | RegExp): Promise<void> {
		await this.root.getByText(text).first().waitFor();
	}

	/** Waits until n8n has found the credential to work: 2.41 closes the form then, 2.8 says so. */
	async works(): Promise<void> {
		await Promise.race([
			this.root.waitFor({ state: 'hidden' }),
			this.page.getByTestId('credentials-config-container-test-success').waitFor(),
		]);
	}
}
