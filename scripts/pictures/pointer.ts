import type { Locator, Page } from 'playwright-core';

const STEPS = 12;
const STEP_MS = 45;

const ARROW =
	"<svg xmlns='http://www.w3.org/2000/svg' width='26' height='26' viewBox='0 0 26 26'><path d='M4 2v19l5-5 3 8 4-2-3-7h7z' fill='black' stroke='white' stroke-width='1.5'/></svg>";

/** A mouse pointer that recordings show: a browser without a window draws none. */
export class Pointer {
	private x = 90;
	private y = 200;

	private constructor(private readonly page: Page) {}

	static async in(page: Page): Promise<Pointer> {
		await page.evaluate((arrow) => {
			const image = document.createElement('img');
			image.src = `data:image/svg+xml,${encodeURIComponent(arrow)}`;
			image.style.cssText = 'position:fixed;left:-40px;top:0;z-index:2147483647;pointer-events:none';
			document.body.append(image);
			addEventListener(
				'mousemove',
				({ clientX, clientY }) => {
					image.style.left = `${clientX - 4}px`;
					image.style.top = `${clientY - 2}px`;
				},
				true,
			);
		}, ARROW);
		const pointer = new Pointer(page);
		await page.mouse.move(pointer.x, pointer.y);
		return pointer;
	}

	/** Moves as a hand does, in sight, and clicks. */
	async click(target: Locator): Promise<void> {
		const box = await target.boundingBox();
		if (!box) throw new Error('There is nothing to click');
		const [startX, startY] = [this.x, this.y];
		this.x = box.x + box.width / 2;
		this.y = box.y + box.height / 2;
		for (let step = 1; step <= STEPS; step++) {
			const part = (1 - Math.cos((Math.PI * step) / STEPS)) / 2;
			await this.page.mouse.move(startX + (this.x - startX) * part, startY + (this.y - startY) * part);
			await this.page.waitForTimeout(STEP_MS);
		}
		await this.page.mouse.click(this.x, this.y);
	}
}
