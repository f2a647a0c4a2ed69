/** Networks that the internet does not lead into (RFC 1122, 1918, 3927, 4193, 4291), as their addresses begin. */
const LOCAL_IP = [
	/^(0|10|127)\./,
	/^192\.168\./,
	/^169\.254\./,
	/^172\.(1[6-9]|2\d|3[01])\./,
	/^\[(::1?|f[cd][0-9a-f]*:.*|fe[89ab][0-9a-f]:.*)\]$/,
];

/** Names that are looked up at home only (RFC 6761, 6762, 8375), or that have no dot, as containers have. */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|lan|home\.arpa)$|^[^.[\]]+$/;

/** Whether a web address can be opened only on this machine or in its own network. */
export function isLocalAddress(url: string): boolean {
	const { hostname } = new URL(url);
	return LOCAL_IP.some((pattern) => pattern.test(hostname)) || LOCAL_NAME.test(hostname);
}

/** Scheme, host and port, for messages: the rest of an address may be a secret. */
export const originOf = (url: string): string => new URL(url).origin;
