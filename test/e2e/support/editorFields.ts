import type { Locator, Page } from 'playwright-core';

/** The fields of a node's panel, or of a credential's form, by the names of their parameters. */
export class EditorFields {
	constructor(
		protected readonly page: Page,
		/** What the fields are in. */
		protected readonly root: Locator,
	) {}

	field(parameter: string): Locator {
		return this.root.getByTestId(`parameter-input-${parameter}`).first();
	}

	async fill(parameter: string, value: string): Promise<void> {
		await this.field(parameter).locator('input, textarea').first().fill(value);
	}

	/**
	 * Chooses from a list by the words that a person reads. The list of the node's credentials, which may have the same words, can
	 * still be there behind the form of a credential.
	 */
	async choose(parameter: string, option: string): Promise<void> {
		await this.field(parameter).click();
		const ofField = ':visible:not([data-test-id^="node-credentials-select-item"])';
		const title = this.page.locator(`[role="option"]${ofField}, .el-select-dropdown__item${ofField}`);
		await title
			.filter({ hasText: new RegExp(`^\\s*${option}`) })
			.first()
			.click();
	}

	/** Names of the parameters that are shown, from top to bottom. */
	async shown(): Promise<string[]> {
		const prefix = 'parameter-input-';
		const ids = await this.root
			.locator(`[data-test-id^="${prefix}"]:visible`)
			.evaluateAll((elements) => elements.map((element) => element.getAttribute('data-test-id') ?? ''));
		const names = ids.map((id) => id.slice(prefix.length));
		return [...new Set(names)].filter((name) => name !== 'field' && name !== 'hint' && name !== 'item');
	}

	/** Texts of which the panel shows only a part, such as a label that ends in dots. */
	async clippedTexts(): Promise<string[]> {
		return await this.root.evaluate((root) =>
			Array.from(root.querySelectorAll<HTMLElement>('label, label *, .el-radio-button, [role="radio"], [role="tab"]'))
				.filter((element) => element.checkVisibility() && element.childElementCount === 0)
				.filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
				.map(({ textContent }) => (textContent ?? '').trim())
				.filter((text) => text !== ''),
		);
	}
}
