import { readHeader } from '../headers';
import { readRetryAfter, serverNowMs, SMALLEST_EPOCH_SECONDS } from '../retryAfter';

/** What an answer says about the rate limit. Every part may be missing. */
export interface RateLimitAnswer {
	/** The request was refused for now: 429, or 503 that says when to come back. */
	refused: boolean;
	limit?: number;
	remaining?: number;
	/** When the window ends, on the server's clock. */
	resetEpochMs?: number;
	retryAfterMs?: number;
	/** The server's clock; ours where it tells none. */
	dateMs: number;
}

function readCount(headers: Record<string, unknown>, name: string): number | undefined {
	const value = readHeader(headers, name) ?? '';
	return /^\d+$/.test(value) ? Number(value) : undefined;
}

/** @param localNowMs our own clock, milliseconds since the epoch; only where the server does not tell its own */
export function readRateLimitAnswer(
	statusCode: number,
	headers: Record<string, unknown>,
	localNowMs: number,
): RateLimitAnswer {
	const resetSeconds = readCount(headers, 'x-ratelimit-reset');
	const retryAfterMs = readRetryAfter(headers, localNowMs);
	return {
		refused: statusCode === 429 || (statusCode === 503 && retryAfterMs !== undefined),
		limit: readCount(headers, 'x-ratelimit-limit'),
		remaining: readCount(headers, 'x-ratelimit-remaining'),
		resetEpochMs:
			resetSeconds !== undefined && resetSeconds >= SMALLEST_EPOCH_SECONDS ? resetSeconds * 1000 : undefined,
		retryAfterMs,
		dateMs: serverNowMs(headers, localNowMs),
	};
}
