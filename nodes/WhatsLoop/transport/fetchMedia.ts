import type { IDataObject } from 'n8n-workflow';
import { readHeader } from './headers';
import { networkErrorCode } from './outcome';
import type { RequestContext } from './request';

/** WhatsApp itself takes 16 MB of picture, sound or film; documents may be larger, and n8n has to hold it all in memory. */
export const MAX_MEDIA_BYTES = 64 * 1024 * 1024;
export const MEDIA_TIMEOUT_MS = 60_000;

export interface FetchedMedia {
	content: Buffer;
	/** As the server names it. */
	mimeType?: string;
	fileName?: string;
}

/** Why a file could not be fetched, in words without its address: that may open the file. */
export class MediaError extends Error {}

interface StreamedAnswer {
	statusCode: number;
	headers: IDataObject;
	body: AsyncIterable<Buffer | string> & { destroy?: () => void };
}

/** RFC 6266: `filename*=UTF-8''…` says more than `filename="…"`, which only has ASCII. */
export function fileNameIn(contentDisposition: string | undefined): string | undefined {
	const extended = /filename\*\s*=\s*[\w-]*'[\w-]*'([^;]+)/i.exec(contentDisposition ?? '')?.[1];
	const plain = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(contentDisposition ?? '');
	try {
		if (extended !== undefined) return decodeURIComponent(extended.trim());
	} catch {
		return extended; // badly encoded: still better than none
	}
	const name = (plain?.[1] ?? plain?.[2] ?? '').trim();
	return name === '' ? undefined : name;
}

async function readAll(body: StreamedAnswer['body'], maxBytes: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of body) {
		const bytes = Buffer.from(chunk);
		length += bytes.length;
		// leaving the loop closes the connection
		if (length > maxBytes) throw new MediaError(`The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB`);
		chunks.push(bytes);
	}
	return Buffer.concat(chunks);
}

function errorFor(error: unknown, signal: AbortSignal, timeoutMs: number): MediaError {
	if (error instanceof MediaError) return error;
	if (signal.aborted) return new MediaError(`The file did not come within ${timeoutMs / 1000} s`);
	const code = networkErrorCode(error);
	return new MediaError(`The file could not be fetched${code === '' ? '' : ` (${code})`}`);
}

/**
 * Fetches a file by its address. The credential is not used: an address in a message may lead anywhere, and the token
 * must not.
 *
 * @throws MediaError, never anything else
 */
export async function fetchMedia(
	context: RequestContext,
	address: string,
	maxBytes = MAX_MEDIA_BYTES,
	timeoutMs = MEDIA_TIMEOUT_MS,
): Promise<FetchedMedia> {
	if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
		throw new MediaError('The address of the file is not a web address');
	// covers the body as well: a server that sends a byte now and then would never run into a time-out of the socket
	const abortSignal = AbortSignal.timeout(timeoutMs);
	try {
		const { statusCode, headers, body } = (await context.helpers.httpRequest({
			url: address,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			abortSignal,
		})) as StreamedAnswer;
		if (statusCode < 200 || statusCode > 299) {
			body.destroy?.();
			throw new MediaError(`The server of the file answered HTTP ${statusCode}`);
		}
		const content = await readAll(body, maxBytes);
		if (content.length === 0) throw new MediaError('The file is empty');
		return {
			content,
			mimeType: readHeader(headers, 'content-type')?.split(';')[0].trim(),
			fileName: fileNameIn(readHeader(headers, 'content-disposition')),
		};
	} catch (error) {
		throw errorFor(error, abortSignal, timeoutMs);
	}
}
