import type { Locator, Page } from 'playwright-core';
import { EditorFields } from './editorFields';

/** An open node: its fields in the middle, and what came out on the right. */
export class NodePanel extends EditorFields {
	constructor(page: Page) {
		super(page, page.getByTestId('node-parameters').first());
	}

	async isOpen(): Promise<void> {
		await this.root.waitFor();
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.root.waitFor({ state: 'hidden' });
	}

	/** A photograph of the fields. */
	async screenshot(): Promise<Buffer> {
		return await this.root.screenshot({ animations: 'disabled' });
	}

	/** Presses *Execute step*. */
	async executeStep(): Promise<void> {
		await this.page.getByTestId('node-execute-button').first().click();
	}

	/** The right side. */
	get output(): Locator {
		return this.page.getByTestId('output-panel').first();
	}

	/** Waits until the output shows a text. */
	async showsOutput(text: string | RegExp): Promise<void> {
		await this.output.getByText(text).first().waitFor();
	}

	/** Turns the right side to the items that failed. */
	async showErrorBranch(): Promise<void> {
		await this.output
			.getByText(/Error Branch/)
			.first()
			.click();
	}

	/** Name of the credential that is chosen. */
	async credential(): Promise<string> {
		return await this.page.getByTestId('node-credentials-select').locator('input').first().inputValue();
	}
}
