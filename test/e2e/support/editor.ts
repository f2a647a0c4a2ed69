import { selectors, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { OWNER } from '../../../scripts/n8n/client';
import { openBrowser } from './browser';
import { CredentialForm } from './editorCredentialForm';
import { NodeCreator } from './editorNodeCreator';
import { NodePanel } from './editorNodePanel';

export const DESKTOP = { width: 1440, height: 900 };
const TABS_PX = 18;
/** The editor is a large program, and the machine runs n8n beside it. */
const PATIENCE_MS = 60_000;

selectors.setTestIdAttribute('data-test-id');

export type Theme = 'light' | 'dark';

/** n8n's editor in a browser, as a person uses it. Its test ids are the same in n8n 2.8 and 2.41. */
export class Editor {
	private constructor(
		private readonly browser: Browser,
		private readonly context: BrowserContext,
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Opens a browser and signs in. n8n allows only a few sign-ins a minute, so a file of tests shares one. */
	static async open(url: string, viewport = DESKTOP): Promise<Editor> {
		const browser = await openBrowser();
		const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
		context.setDefaultTimeout(PATIENCE_MS);
		const data = { emailOrLdapLoginId: OWNER.email, password: OWNER.password };
		const login = await context.request.post(`${url}/rest/login`, { data });
		if (!login.ok()) throw new Error(`Signing in failed with HTTP ${login.status()}`);
		return new Editor(browser, context, await context.newPage(), url);
	}

	async close(): Promise<void> {
		await this.browser.close();
	}

	/** A page beside the editor's, such as that of the phone. */
	async otherPage(url: string, viewport = DESKTOP): Promise<Page> {
		const page = await this.context.newPage();
		await page.setViewportSize(viewport);
		await page.goto(url);
		return page;
	}

	/** n8n follows the system's theme unless told otherwise. */
	async useTheme(theme: Theme): Promise<void> {
		await this.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
	}

	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`, { waitUntil: 'domcontentloaded' });
		await this.element('canvas-add-button').waitFor();
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`, { waitUntil: 'domcontentloaded' });
		await this.element('canvas-node').first().waitFor();
	}

	/** Clicks the plus of an empty canvas. */
	async openNodeCreator(): Promise<NodeCreator> {
		await this.element('canvas-add-button').getByRole('button').first().click();
		const creator = new NodeCreator(this.page);
		await creator.isOpen();
		return creator;
	}

	/** Opens a node of the workflow. */
	async openNode(name: string): Promise<NodePanel> {
		await this.node(name).dblclick();
		const panel = this.panel();
		await panel.isOpen();
		return panel;
	}

	/** The panel of the node that is open. */
	panel(): NodePanel {
		return new NodePanel(this.page);
	}

	/** Chooses *Create new credential* in the open node. */
	async newCredential(): Promise<CredentialForm> {
		await this.element('node-credentials-select').first().click();
		await this.element('node-credentials-select-item-new').first().click();
		const form = new CredentialForm(this.page);
		await form.isOpen();
		return form;
	}

	/** Brings the whole workflow into sight, and waits until nothing moves any more. */
	async fitToView(): Promise<void> {
		await this.element('zoom-to-fit').click();
		await this.element('canvas-node').first().click({ trial: true });
	}

	/** A photograph of the canvas, without the tabs that hang into it. */
	async canvasPicture(): Promise<Buffer> {
		const box = await this.element('canvas').first().boundingBox();
		if (!box) throw new Error('There is no canvas');
		const { x, y, width, height } = box;
		return await this.page.screenshot({ clip: { x, y: y + TABS_PX, width, height: height - TABS_PX } });
	}

	/** Closes the messages in the corner, such as "Node executed successfully". */
	async closeMessages(): Promise<void> {
		const message = this.page.locator('.el-notification').first();
		await message.locator('.el-notification__closeBtn').click();
		await message.waitFor({ state: 'hidden' });
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	element(testId: string): Locator {
		return this.page.getByTestId(testId);
	}
}
