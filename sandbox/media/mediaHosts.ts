import { isIPv4 } from 'node:net';

/**
 * Whether a URL stays on this machine. Names are compared, not looked up: only `localhost` is taken on trust.
 */
export function isLoopbackUrl(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname } = new URL(text);
	if (protocol !== 'http:' && protocol !== 'https:') return false;
	return hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && hostname.startsWith('127.'));
}
