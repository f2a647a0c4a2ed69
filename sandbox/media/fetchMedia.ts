import { createHash } from 'node:crypto';
import type { MediaRecord } from '../state/message';
import { isLoopbackUrl } from './mediaHosts';

const MAX_REDIRECTS = 5;
const TIMEOUT_MS = 15_000;

export interface FetchedMedia {
	mediaFetch: string;
	media: MediaRecord;
}

/**
 * Fetches a message's media as the real service would, but only from this machine, redirects included.
 * The bytes are measured and hashed, not kept.
 * @returns the outcome; never throws.
 */
export async function fetchMedia(url: string): Promise<FetchedMedia> {
	const media: MediaRecord = { url };
	let target = url;
	try {
		for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
			if (!isLoopbackUrl(target)) return { mediaFetch: 'skipped: not loopback', media };
			// Redirects are followed by hand because each target has to be judged before it is touched.
			const response = await fetch(target, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
			const location = response.headers.get('location');
			if (response.status >= 300 && response.status < 400 && location !== null) {
				await response.body?.cancel();
				target = new URL(location, target).href;
				continue;
			}
			return await measure(response, media);
		}
		return { mediaFetch: 'failed: too many redirects', media };
	} catch (error) {
		return { mediaFetch: `failed: ${reasonOf(error)}`, media };
	}
}

async function measure(response: Response, media: MediaRecord): Promise<FetchedMedia> {
	const hash = createHash('sha256');
	let byteLength = 0;
	for await (const chunk of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
		hash.update(chunk);
		byteLength += chunk.byteLength;
	}
	const measured: MediaRecord = {
		...media,
		statusCode: response.status,
		contentType: response.headers.get('content-type') ?? undefined,
		fileName: fileNameOf(response),
		byteLength,
		sha256: hash.digest('hex'),
	};
	return { mediaFetch: response.ok ? 'fetched' : `failed: HTTP ${response.status}`, media: measured };
}

/** Names come percent-encoded, with or without the form of RFC 5987. */
function fileNameOf(response: Response): string | undefined {
	const name = /filename\*?=(?:UTF-8'')?"?([^";]+)"?/i.exec(response.headers.get('content-disposition') ?? '')?.[1];
	if (name === undefined) return undefined;
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}

/** fetch wraps the reason in "fetch failed"; the cause is what helps. */
function reasonOf(error: unknown): string {
	const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
	if (cause instanceof Error) return ('code' in cause && String(cause.code)) || cause.message;
	return String(cause);
}
