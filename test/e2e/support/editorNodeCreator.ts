import type { Locator, Page } from 'playwright-core';

/** The list from which nodes are added to a workflow. */
export class NodeCreator {
	constructor(private readonly page: Page) {}

	async isOpen(): Promise<void> {
		await this.searchBar.waitFor();
	}

	async search(words: string): Promise<void> {
		await this.searchBar.fill(words);
	}

	/** A found node, or an action of one. */
	item(name: string): Locator {
		return this.page.getByTestId('node-creator-item-name').filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) });
	}

	/** Names of what the list shows, from top to bottom. */
	async items(): Promise<string[]> {
		const names = await this.page.getByTestId('node-creator-item-name').allInnerTexts();
		return names.map((name) => name.trim());
	}

	private get searchBar(): Locator {
		return this.page.getByTestId('node-creator-search-bar').first();
	}
}
