/**
 * Where a web address leads. WhatsLoop can reach only `public` addresses. The others may be machines in the user's
 * network.
 */
export type Reach =
	| 'public'
	/** A name that is known on this machine or in its network only. */
	| 'localName'
	/** A name without a domain, as containers have. */
	| 'undottedName'
	/** An IP address that the internet does not lead to: loopback, private, link-local, metadata. */
	| 'privateNetwork';

/** Names that the public DNS does not have: RFC 6761, 6762, 8375, 9476 and ICANN's `.internal`; the last five are habit. */
const LOCAL_NAMES = [
	'localhost',
	'local',
	'test',
	'internal',
	'home.arpa',
	'alt',
	'home',
	'lan',
	'localdomain',
	'intranet',
	'corp',
];

/**
 * IPv4 networks that are not globally reachable (IANA, IPv4 Special-Purpose Address Registry), as address and prefix length.
 * The three networks for documentation are left out: nothing is there.
 */
const PRIVATE_IPV4: Array<[address: string, prefix: number]> = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	// carrier-grade NAT; used inside Tailscale and by the metadata service of Alibaba Cloud
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	// metadata service of Azure, which answers inside its virtual machines only
	['168.63.129.16', 32],
	// link-local, with the metadata service of most clouds
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	// multicast, reserved, broadcast
	['224.0.0.0', 3],
];

/** IPv6 networks that are not globally reachable, as address and prefix length. */
const PRIVATE_IPV6: Array<[address: string, prefix: number]> = [
	// translation to IPv4 inside one network (RFC 8215)
	['64:ff9b:1::', 48],
	// unique local (RFC 4193), with the metadata service of AWS
	['fc00::', 7],
	// link-local, and the site-local addresses of old
	['fe80::', 9],
	// multicast
	['ff00::', 8],
];

function ipv4Number(address: string): number | undefined {
	const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address);
	if (!match) return undefined;
	const bytes = match.slice(1).map(Number);
	return bytes.some((byte) => byte > 255) ? undefined : bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

const isPrivateIpv4 = (address: number): boolean =>
	PRIVATE_IPV4.some(([network, prefix]) => {
		const size = 2 ** (32 - prefix);
		return Math.floor(address / size) === Math.floor((ipv4Number(network) ?? 0) / size);
	});

/** The eight words of an IPv6 address as `URL` writes it: `::` for zeros, no dotted part. */
function ipv6Words(address: string): number[] {
	const [head, tail] = address.split('::');
	const words = (text: string | undefined) => (text ? text.split(':').map((word) => parseInt(word, 16)) : []);
	const [before, after] = [words(head), words(tail)];
	return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function startsWith(words: number[], network: number[], prefix: number): boolean {
	const size = (index: number) => 2 ** (16 - Math.min(16, Math.max(0, prefix - 16 * index)));
	return words.every((word, index) => Math.floor(word / size(index)) === Math.floor(network[index] / size(index)));
}

/** The IPv4 address inside an IPv6 one that stands for it: mapped, compatible, NAT64 (RFC 6052), 6to4 (RFC 3056). */
function embeddedIpv4(words: number[]): number | undefined {
	const at = (index: number) => words[index] * 65536 + words[index + 1];
	const isZero = (from: number, to: number) => words.slice(from, to).every((word) => word === 0);
	if (isZero(0, 5) && (words[5] === 0xffff || words[5] === 0)) return at(6);
	if (isZero(0, 4) && words[4] === 0xffff && words[5] === 0) return at(6);
	if (words[0] === 0x64 && words[1] === 0xff9b && isZero(2, 6)) return at(6);
	return words[0] === 0x2002 ? at(1) : undefined;
}

function isPrivateIpv6(address: string): boolean {
	const url = `http://[${address}]/`;
	// an address that can't be read is not trusted; this includes a zone (`%eth0`), which only link-local addresses have
	if (!URL.canParse(url)) return true;
	const words = ipv6Words(new URL(url).hostname.slice(1, -1));
	const ipv4 = embeddedIpv4(words);
	if (ipv4 !== undefined) return isPrivateIpv4(ipv4);
	return PRIVATE_IPV6.some(([network, prefix]) => startsWith(words, ipv6Words(network), prefix));
}

/**
 * Where a host name or IP address leads, judged only by its text. Nothing is looked up, so a public name that resolves
 * to a
 * private address counts as public.
 *
 * @param host as `URL` writes it, or an IP address as DNS answers it
 */
export function reachOfHost(host: string): Reach {
	const name = host.toLowerCase().replace(/\.$/, '');
	if (name.includes(':')) return isPrivateIpv6(name.replace(/^\[|\]$/g, '')) ? 'privateNetwork' : 'public';
	const ipv4 = ipv4Number(name);
	if (ipv4 !== undefined) return isPrivateIpv4(ipv4) ? 'privateNetwork' : 'public';
	if (LOCAL_NAMES.some((local) => name === local || name.endsWith(`.${local}`))) return 'localName';
	return name.includes('.') ? 'public' : 'undottedName';
}

/**
 * Where a web address leads. `URL` has brought every spelling of an IPv4 address (decimal, hexadecimal, octal, short, full
 * width) into the dotted form by then.
 */
export const reachOf = (url: string): Reach => reachOfHost(new URL(url).hostname);

/** Whether a web address can be opened only on this machine or in its own network. */
export const isLocalAddress = (url: string): boolean => reachOf(url) !== 'public';

/** Scheme, host and port, for messages: the rest of an address may be a secret. */
export const originOf = (url: string): string => new URL(url).origin;
