import type { IDataObject } from 'n8n-workflow';
import { isLocalAddress, reachOfHost } from '../input/localAddress';
import { readHeader } from './headers';
import { networkErrorCode } from './outcome';
import type { RequestContext } from './requestTypes';

/** WhatsApp itself takes 16 MB of picture, sound or film; documents may be larger, and n8n has to hold it all in memory. */
export const MAX_MEDIA_BYTES = 64 * 1024 * 1024;
export const MEDIA_TIMEOUT_MS = 60_000;

/** Browsers and curl allow about as many. An endless chain ends soon. */
const MAX_REDIRECTS = 5;
const WEB_PROTOCOLS = new Set(['http:', 'https:']);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface MediaOptions {
	/** Whether files may be fetched from this machine and its network. */
	allowLocalAddresses?: boolean;
	maxBytes?: number;
	/** For the whole file, redirects included. */
	timeoutMs?: number;
}

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
	body: AsyncIterable<Buffer | string> & {
		destroy?: () => void;
		/** Missing where n8n unpacks a compressed answer. */
		socket?: { remoteAddress?: string; remotePort?: number };
	};
}

const LOCAL_REFUSED =
	'The address of the file leads to this machine or its network. To allow that, switch on "Allow Local Addresses"';

/** RFC 6266: `filename*=UTF-8''…` says more than `filename="…"`, which only has ASCII. */
export function fileNameIn(contentDisposition: string | undefined): string | undefined {
	const extended = /filename\*\s*=\s*[\w-]*'[\w-]*'([^;]+)/i.exec(contentDisposition ?? '')?.[1];
	const plain = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(contentDisposition ?? '');
	try {
		if (extended !== undefined) return decodeURIComponent(extended.trim());
	} catch {
		return extended; // badly encoded, but better than no name
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

function checkedUrl(address: string, allowLocal: boolean, base?: string): URL {
	// without the two slashes, and with white space before it, the parser of URLs would still take it
	const isWritten = base !== undefined || /^https?:\/\//i.test(address);
	const url = isWritten && URL.canParse(address, base) ? new URL(address, base) : undefined;
	if (url === undefined || !WEB_PROTOCOLS.has(url.protocol))
		throw new MediaError('The address of the file is not a web address');
	if (!allowLocal && isLocalAddress(url.href)) throw new MediaError(LOCAL_REFUSED);
	return url;
}

/**
 * Refuses an answer that came from a local address although the name in the URL looks public. n8n's helper takes no
 * `lookup`, so this is known only after the request: nothing of the answer gets out, but the request was made. A proxy of
 * the user's network has another port than the URL, and is not meant.
 */
function checkSource({ body }: StreamedAnswer, url: URL): void {
	const { remoteAddress, remotePort } = body.socket ?? {};
	const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
	if (remoteAddress === undefined || remotePort !== port) return;
	if (reachOfHost(remoteAddress) !== 'public') throw new MediaError(LOCAL_REFUSED);
}

/** Follows redirects by hand, because each hop may lead into the network of this machine. */
async function openFile(
	context: RequestContext,
	address: string,
	allowLocal: boolean,
	abortSignal: AbortSignal,
): Promise<StreamedAnswer> {
	let url = checkedUrl(address, allowLocal);
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
		const answer = (await context.helpers.httpRequest({
			url: url.href,
			// a compressed answer would hide where it came from
			headers: { 'accept-encoding': 'identity' },
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			abortSignal,
		})) as StreamedAnswer;
		const { statusCode, headers, body } = answer;
		if (statusCode >= 200 && statusCode < 300) {
			if (!allowLocal) checkSource(answer, url);
			return answer;
		}
		body.destroy?.();
		const location = readHeader(headers, 'location');
		if (!REDIRECTS.has(statusCode) || location === undefined) {
			throw new MediaError(`The server of the file answered HTTP ${statusCode}`);
		}
		url = checkedUrl(location, allowLocal, url.href);
	}
	throw new MediaError(`The address of the file leads through more than ${MAX_REDIRECTS} redirects`);
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
	{ allowLocalAddresses = false, maxBytes = MAX_MEDIA_BYTES, timeoutMs = MEDIA_TIMEOUT_MS }: MediaOptions = {},
): Promise<FetchedMedia> {
	// covers the body as well: a server that sends a byte now and then would never run into a time-out of the socket
	const abortSignal = AbortSignal.timeout(timeoutMs);
	try {
		const { headers, body } = await openFile(context, address, allowLocalAddresses, abortSignal);
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
