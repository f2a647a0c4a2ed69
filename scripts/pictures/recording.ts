import type { Page } from 'playwright-core';

/** What a page looked like from a moment on. */
export interface Frame {
	atMs: number;
	picture: Buffer;
}

/**
 * Records what a page shows, each change as a frame with its time. It takes one screenshot after another: Chromium's own
 * screencast scales and cuts a page that is smaller than its window.
 */
export class Recording {
	readonly frames: Frame[] = [];
	private stopped = false;
	private ended: Promise<void> = Promise.resolve();

	static async start(page: Page): Promise<Recording> {
		const recording = new Recording();
		recording.frames.push({ atMs: 0, picture: await page.screenshot() });
		recording.ended = recording.run(page);
		return recording;
	}

	async stop(): Promise<void> {
		this.stopped = true;
		await this.ended;
	}

	private async run(page: Page): Promise<void> {
		while (!this.stopped) {
			const atMs = Date.now();
			const picture = await page.screenshot();
			if (!picture.equals(this.frames[this.frames.length - 1].picture)) this.frames.push({ atMs, picture });
		}
	}
}
