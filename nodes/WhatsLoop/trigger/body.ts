import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../input/records';
import { parseForm } from './form';

/** What n8n puts on the request: the bytes, or the way to them. */
interface RawRequest {
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
}

/**
 * The body exactly as it came (unpacked where it was compressed).
 *
 * @returns no bytes where there are none, or n8n has taken the request apart already (multipart forms)
 */
export async function readRawBody(request: unknown): Promise<Buffer> {
	const { rawBody, readRawBody: read } = request as RawRequest;
	if (rawBody !== undefined) return rawBody;
	try {
		await read?.call(request);
	} catch {
		return Buffer.alloc(0); // cut off or taken apart: nothing to verify and nothing to read
	}
	return (request as RawRequest).rawBody ?? Buffer.alloc(0);
}

function decode(rawBody: Buffer, contentType: string): string {
	const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
	try {
		return new TextDecoder(charset).decode(rawBody); // takes a byte order mark off, too
	} catch {
		return new TextDecoder().decode(rawBody); // JSON is UTF-8, whatever an unknown charset is called
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * The event in a body. What it is decides, not what the content type says of it: senders get that wrong.
 *
 * @returns undefined where it is neither JSON with an object in it nor a form
 */
export function parseBody(rawBody: Buffer, contentType: string): IDataObject | IDataObject[] | undefined {
	const text = decode(rawBody, contentType).trim();
	if (text === '') return undefined;
	const looksLikeJson = /^[{["\dtfn-]/.test(text);
	const json = looksLikeJson ? parseJson(text) : undefined;
	if (isRecord(json)) return json;
	if (Array.isArray(json)) {
		const records = (json as unknown[]).filter(isRecord);
		return records.length === 0 ? undefined : records;
	}
	const isForm = /^application\/x-www-form-urlencoded/i.test(contentType) && /^[^{=]+=/.test(text);
	return isForm ? parseForm(text) : undefined;
}
