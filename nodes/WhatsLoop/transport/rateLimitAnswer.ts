import { readHeader } from './headers';
import { parseHttpDate } from './httpDate';
import { parseRetryAfter } from './retryAfter';

/** What an answer says about the rate limit. Its headers are read once, here; every part may be missing. */
export interface RateLimitAnswer {
	/** The request was refused for now, before WhatsLoop acted on it: 429, or 503 that says when to come back. */
	refused: boolean;
	limit?: number;
	remaining?: number;
	/** When the window ends, on the server's clock. */
	resetEpochMs?: number;
	/** How long until the window ends. Missing where it has ended already. */
	untilResetMs?: number;
	/** What `Retry-After` asks for, held against the server's clock. */
	retryAfterMs?: number;
	/** The server's clock; ours where it tells none. */
	dateMs: number;
}

/** A smaller `X-RateLimit-Reset` can't be epoch seconds (it would be before 2001): some servers put a duration there. */
const SMALLEST_EPOCH_SECONDS = 1_000_000_000;

function readCount(headers: Record<string, unknown>, name: string): number | undefined {
	const value = readHeader(headers, name) ?? '';
	return /^\d+$/.test(value) ? Number(value) : undefined;
}

/** `X-RateLimit-Reset`, documented as UTC epoch seconds. */
function readResetEpochMs(headers: Record<string, unknown>): number | undefined {
	const seconds = readCount(headers, 'x-ratelimit-reset');
	return seconds !== undefined && seconds >= SMALLEST_EPOCH_SECONDS ? seconds * 1000 : undefined;
}

/**
 * Reads what one answer says about the rate limit.
 *
 * Times that the server names are held against the server's own clock (`Date`). An n8n whose clock is a minute off would
 * otherwise come back a minute early or late.
 *
 * @param localNowMs our own clock, milliseconds since the epoch; used only where the server does not tell its own
 */
export function readRateLimitAnswer(
	statusCode: number,
	headers: Record<string, unknown>,
	localNowMs: number,
): RateLimitAnswer {
	const dateMs = parseHttpDate(readHeader(headers, 'date') ?? '', localNowMs) ?? localNowMs;
	const retryAfterMs = parseRetryAfter(readHeader(headers, 'retry-after'), dateMs);
	const resetEpochMs = readResetEpochMs(headers);
	return {
		// 503 with Retry-After is the documented "we could not handle the request"
		refused: statusCode === 429 || (statusCode === 503 && retryAfterMs !== undefined),
		limit: readCount(headers, 'x-ratelimit-limit'),
		remaining: readCount(headers, 'x-ratelimit-remaining'),
		resetEpochMs,
		untilResetMs: resetEpochMs !== undefined && resetEpochMs > dateMs ? resetEpochMs - dateMs : undefined,
		retryAfterMs,
		dateMs,
	};
}
