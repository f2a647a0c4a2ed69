import { readHeader } from './headers';
import { parseHttpDate } from './httpDate';

/** Below this, `X-RateLimit-Reset` can't be epoch seconds (it would lie before 2001): some servers put a duration there. */
export const SMALLEST_EPOCH_SECONDS = 1_000_000_000;

/**
 * Reads `Retry-After` strictly (RFC 9110, 10.2.3): whole seconds, or an HTTP-date. Anything else, such as `5.5`, `-5`,
 * `0x10` or `soon`, is no hint: a wrong guess would come back too early and earn the next refusal.
 *
 * @param nowMs the clock a date is held against
 * @returns milliseconds to wait, 0 for a past date, or undefined for no hint
 */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
	const text = value?.trim() ?? '';
	if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
	const dateMs = parseHttpDate(text, nowMs);
	return dateMs === undefined ? undefined : Math.max(0, dateMs - nowMs);
}

/**
 * The server's own clock from the `Date` header, else ours. Times that a server names are held against its own clock,
 * because an n8n whose clock is a minute off would otherwise come back a minute early or late.
 */
export function serverNowMs(headers: Record<string, unknown>, localNowMs: number): number {
	return parseHttpDate(readHeader(headers, 'date') ?? '', localNowMs) ?? localNowMs;
}

/** What `Retry-After` asks for, in milliseconds, or undefined. */
export function readRetryAfter(headers: Record<string, unknown>, localNowMs: number): number | undefined {
	return parseRetryAfter(readHeader(headers, 'retry-after'), serverNowMs(headers, localNowMs));
}

/** How long until `X-RateLimit-Reset` (documented as UTC epoch seconds), in milliseconds; undefined if it is past or absent. */
export function readRateLimitReset(headers: Record<string, unknown>, localNowMs: number): number | undefined {
	const value = readHeader(headers, 'x-ratelimit-reset') ?? '';
	if (!/^\d+$/.test(value) || Number(value) < SMALLEST_EPOCH_SECONDS) return undefined;
	const waitMs = Number(value) * 1000 - serverNowMs(headers, localNowMs);
	return waitMs > 0 ? waitMs : undefined;
}
