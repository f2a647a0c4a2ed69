import { selectors, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { BROWSER_ID, type N8nClient } from '../../../scripts/n8n/client';
import { openBrowser } from './browser';
import { CredentialForm } from './editorCredentialForm';
import { NodeCreator } from './editorNodeCreator';
import { NodePanel } from './editorNodePanel';

export const DESKTOP = { width: 1440, height: 900 };
const MARGIN_PX = 24;
/** The editor is a large program, and the machine runs n8n beside it. */
const PATIENCE_MS = 120_000;

/** Also leaves out what n8n shows of a node while the pointer is over it. */
const ONLY_THE_WORKFLOW = `
	body * { visibility: hidden !important; }
	.vue-flow__background, .vue-flow__background *, .vue-flow__viewport * { visibility: visible !important; }
	[data-test-id="canvas-node-toolbar"], [data-test-id="canvas-node-toolbar"] * { display: none !important; }
	[data-test-id^="execute-workflow-button"], [data-test-id^="execute-workflow-button"] * { display: none !important; }
`;

/** Such as "Node executed successfully". */
const WITHOUT_MESSAGES = '.el-notification, [data-test-id="toast"] { display: none !important; }';

const isSeen = ({ left, right, top, bottom }: Record<'left' | 'right' | 'top' | 'bottom', number>) =>
	right > left && bottom > top;

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

	/** Opens a browser that goes on with the session of a client: n8n allows only a few sign-ins a minute. */
	static async open({ url, session }: N8nClient, viewport = DESKTOP): Promise<Editor> {
		const browser = await openBrowser();
		const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
		context.setDefaultTimeout(PATIENCE_MS);
		const [name, value] = session.split(/=(.*)/);
		await context.addCookies([{ name, value, url }]);
		await context.addInitScript((id) => localStorage.setItem('n8n-browserId', id), BROWSER_ID);
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

	/** A photograph of the workflow, without the buttons that n8n lays over the canvas. */
	async canvasPicture(): Promise<Buffer> {
		await this.page.mouse.move(0, 0);
		const style = await this.page.addStyleTag({ content: ONLY_THE_WORKFLOW });
		const boxes = await this.page.locator('.vue-flow__node, .vue-flow__edge').evaluateAll((parts) =>
			parts.flatMap((part) =>
				[part, ...Array.from(part.querySelectorAll('*'))].map((element) => {
					const { left, top, right, bottom } = element.getBoundingClientRect();
					return { left, top, right, bottom };
				}),
			),
		);
		const side = (pick: (box: (typeof boxes)[number]) => number) => boxes.filter(isSeen).map(pick);
		const [x, y] = [Math.min(...side(({ left }) => left)), Math.min(...side(({ top }) => top))];
		const width = Math.max(...side(({ right }) => right)) - x;
		const height = Math.max(...side(({ bottom }) => bottom)) - y;
		const clip = { x: x - MARGIN_PX, y: y - MARGIN_PX, width: width + 2 * MARGIN_PX, height: height + 2 * MARGIN_PX };
		const picture = await this.page.screenshot({ clip, animations: 'disabled' });
		await style.evaluate((element) => element.parentNode?.removeChild(element));
		return picture;
	}

	/** A photograph of the whole window, without the messages in the corner and without what is only shown under the pointer. */
	async picture(): Promise<Buffer> {
		await this.page.mouse.move(0, 0);
		const style = await this.page.addStyleTag({ content: WITHOUT_MESSAGES });
		const picture = await this.page.screenshot({ animations: 'disabled' });
		await style.evaluate((element) => element.parentNode?.removeChild(element));
		return picture;
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	element(testId: string): Locator {
		return this.page.getByTestId(testId);
	}
}
