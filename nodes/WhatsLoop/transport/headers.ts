/**
 * One header, with its name in any case. HTTP allows any case (RFC 9110, 5.1); n8n hands headers on in lower case,
 * but proxies and tests do not promise that. Of several values the first counts.
 */
export function readHeader(headers: Record<string, unknown>, name: string): string | undefined {
	const key = Object.keys(headers).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
	const value = key === undefined ? undefined : headers[key];
	const first: unknown = Array.isArray(value) ? value[0] : value;
	return typeof first === 'string' || typeof first === 'number' ? String(first).trim() : undefined;
}
