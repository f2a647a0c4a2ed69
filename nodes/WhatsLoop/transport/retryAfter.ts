import { parseHttpDate } from './httpDate';

/**
 * Reads `Retry-After` strictly (RFC 9110, 10.2.3): whole seconds, or an HTTP-date. Anything else, such as `5.5`, `-5`,
 * `0x10` or `soon`, is no hint: a wrong guess would come back too early and earn the next refusal.
 *
 * @param nowMs the clock that a date is held against
 * @returns milliseconds to wait, 0 for a past date, or undefined for no hint
 */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
	const text = value?.trim() ?? '';
	if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, Number.MAX_SAFE_INTEGER);
	const dateMs = parseHttpDate(text, nowMs);
	return dateMs === undefined ? undefined : Math.max(0, dateMs - nowMs);
}
