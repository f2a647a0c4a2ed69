import type { Verdict } from '../contract';
import { readPath } from '../readPath';

/**
 * A failure on this API can come with a 2xx status: `{"Status": 0, "Message": "Phone is Required"}`, capitals and no
 * `success` (documented). What is neither that nor `success: false` counts as accepted, because the shapes of the
 * answers to reads are not documented.
 */
export function judge(body: unknown): Verdict {
	const failed = readPath(body, 'success') === false || Number(readPath(body, 'Status') ?? 1) === 0;
	return failed ? { ok: false } : { ok: true };
}

/** `data.key.id`, such as `BAE5…`. */
export function readMessageId(body: unknown): string | undefined {
	const id = readPath(body, 'data.key.id');
	return typeof id === 'string' && id !== '' ? id : undefined;
}
