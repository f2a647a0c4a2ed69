/** Networks that are not reachable from outside: RFC 1918, loopback, link-local, carrier-grade NAT, and their IPv6 kin. */
const PRIVATE_ADDRESS =
	/^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|0\.|\[(::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$)/i;

/** Names that mean this machine or this network, wherever they are looked up. */
const LOCAL_NAME = /^localhost$|\.(localhost|local|internal|lan|home|test)$/i;

/**
 * Why WhatsLoop could not reach a URL of this n8n.
 *
 * @returns undefined where nothing speaks against it
 */
export function addressProblem(webhookUrl: string): string | undefined {
	if (!URL.canParse(webhookUrl)) return 'is not a web address';
	const { protocol, hostname } = new URL(webhookUrl);
	if (LOCAL_NAME.test(hostname)) return `is only known on this machine or in its network (${hostname})`;
	if (PRIVATE_ADDRESS.test(hostname)) return `is in a private network (${hostname})`;
	if (!hostname.includes('.') && !hostname.includes(':')) return `is a name without a domain (${hostname})`;
	if (protocol !== 'https:') return 'does not start with https://, so messages would cross the internet unencrypted';
	return undefined;
}
