import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../input/records';
import { newBudget, parseBoundedJson } from './boundedJson';
import { parseForm } from './form';

/** What n8n adds to the request: the bytes, or a function that reads them. */
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
		return Buffer.alloc(0); // the connection was cut, or n8n has read a multipart form
	}
	return (request as RawRequest).rawBody ?? Buffer.alloc(0);
}

function decode(rawBody: Buffer, contentType: string): string {
	const charset = /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
	try {
		return new TextDecoder(charset).decode(rawBody); // also removes a byte order mark
	} catch {
		return new TextDecoder().decode(rawBody); // JSON is UTF-8, so an unknown charset is ignored
	}
}

/**
 * The event in a body. The text itself decides whether it is JSON, because some senders give a wrong content type.
 *
 * @returns undefined where it is neither JSON with an object in it nor a form
 * @throws BodyError where reading it would cost too much
 */
export function parseBody(rawBody: Buffer, contentType: string): IDataObject | IDataObject[] | undefined {
	const text = decode(rawBody, contentType).trim();
	const budget = newBudget();
	const json = /^[{[]/.test(text) ? parseBoundedJson(text, budget) : undefined;
	if (isRecord(json)) return json;
	if (Array.isArray(json)) {
		const records = (json as unknown[]).filter(isRecord);
		return records.length === 0 ? undefined : records;
	}
	const isForm = /^application\/x-www-form-urlencoded/i.test(contentType) && /^[^{=]+=/.test(text);
	return isForm ? parseForm(text, budget) : undefined;
}
