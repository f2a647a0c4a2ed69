import type { CDPSession, Page } from 'playwright-core';

/** What a page looked like from a moment on. */
export interface Frame {
	atMs: number;
	picture: Buffer;
}

/** Records what a page shows, each change as a frame with its time. */
export class Recording {
	readonly frames: Frame[] = [];

	private constructor(private readonly session: CDPSession) {}

	static async start(page: Page): Promise<Recording> {
		const session = await page.context().newCDPSession(page);
		const recording = new Recording(session);
		session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
			const atMs = metadata.timestamp ? metadata.timestamp * 1000 : Date.now();
			recording.frames.push({ atMs, picture: Buffer.from(data, 'base64') });
			// The session is gone when the page was closed meanwhile.
			session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
		});
		// A page that does not change sends no frame, so the first one is taken by hand.
		recording.frames.push({ atMs: 0, picture: await page.screenshot() });
		await session.send('Page.startScreencast', { format: 'png' });
		return recording;
	}

	async stop(): Promise<void> {
		await this.session.send('Page.stopScreencast');
		await this.session.detach();
	}
}
