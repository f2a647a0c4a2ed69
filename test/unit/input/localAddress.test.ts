import { isLocalAddress, reachOf, reachOfHost, type Reach } from '../../../nodes/WhatsLoop/input/localAddress';

const TABLE: Record<Reach, string[]> = {
	public: [
		'https://go-wloop.net/api/v1',
		'https://api.whatsloop.net/v1',
		'https://8.8.8.8/',
		'https://9.255.255.255/',
		'https://11.0.0.0/',
		'https://100.63.255.255/',
		'https://100.128.0.1/',
		'https://168.63.129.17/',
		'https://169.253.255.255/',
		'https://172.15.255.255/',
		'https://172.32.0.1/',
		'https://192.0.1.0/',
		'https://192.167.0.1/',
		'https://192.169.0.1/',
		'https://198.17.255.255/',
		'https://198.20.0.0/',
		'https://223.255.255.255/',
		'https://203.0.113.5/',
		'https://[2001:db8::1]/',
		'https://[2606:4700::1111]/',
		'https://[fe00::1]/',
		'https://[64:ff9b::8.8.8.8]/',
		'https://[::ffff:8.8.8.8]/',
		'https://[2002:808:808::1]/',
		'https://[::ffff:168.63.129.17]/',
		// the last words look like 127.0.0.1, but what comes before says that no IPv4 address is in it
		'https://[1::ffff:7f00:1]/',
		'https://[0:0:0:0:ffff:1:7f00:1]/',
		'https://[0:0:0:0:1:0:7f00:1]/',
		'https://[0:0:0:0:0:1:7f00:1]/',
		'https://[64:ff9c::7f00:1]/',
		'https://[65:ff9b::7f00:1]/',
		'https://[64:ff9b::1:7f00:1]/',
		'https://localhost.example.com/',
		'https://notlocalhost.com/',
		'https://homelan.example/',
		'https://10.0.0.1.example.com/',
		'https://localtest.example.org./',
	],
	localName: [
		'http://localhost:5678/webhook/1',
		'https://LOCALHOST/',
		'http://localhost./',
		'http://app.localhost/',
		'https://n8n.local/',
		'https://n8n.LOCAL./',
		'https://n8n.internal/',
		'http://metadata.google.internal/computeMetadata/v1/',
		'https://n8n.lan/',
		'https://n8n.home/',
		'https://n8n.home.arpa/',
		'https://n8n.test/',
		'https://n8n.localdomain/',
		'https://n8n.intranet/',
		'https://n8n.corp/',
		'https://n8n.alt/',
	],
	undottedName: ['https://n8n/', 'http://n8n:5678/', 'http://redis./'],
	privateNetwork: [
		'http://127.0.0.1:5678/',
		'http://127.255.255.254/',
		'https://10.1.2.3/',
		'https://172.16.0.1/',
		'https://172.31.255.1/',
		'https://192.168.1.5/',
		'https://192.0.0.192/',
		'https://100.64.0.5/',
		'https://100.127.255.255/',
		'https://198.18.0.1/',
		'https://0.0.0.0/',
		'https://0.1.2.3/',
		'https://224.0.0.1/',
		'https://255.255.255.255/',
		// metadata services of clouds
		'http://169.254.169.254/latest/meta-data/',
		'http://100.100.100.200/',
		'http://168.63.129.16/',
		'http://[fd00:ec2::254]/',
		// other spellings of 127.0.0.1 and 169.254.169.254
		'http://2130706433/',
		'http://0x7f000001/',
		'http://0x7f.1/',
		'http://0177.0.0.1/',
		'http://017700000001/',
		'http://127.1/',
		'http://127.0.1/',
		'http://127.0.0.1./',
		'http://１２７.０.０.１/',
		'http://2852039166/',
		'http://0xa9fea9fe/',
		// IPv6
		'https://[::1]/',
		'https://[0:0:0:0:0:0:0:1]/',
		'https://[::]/',
		'https://[fd00::1]/',
		'https://[fc00::1]/',
		'https://[fdff:ffff::1]/',
		'https://[fe80::1]/',
		'https://[febf::1]/',
		'https://[fec0::1]/',
		'https://[ff02::1]/',
		// IPv4 inside IPv6
		'https://[::ffff:127.0.0.1]/',
		'https://[::ffff:7f00:1]/',
		'https://[::ffff:169.254.169.254]/',
		'https://[::ffff:168.63.129.16]/',
		'https://[::FFFF:10.0.0.1]/',
		'https://[::ffff:0:127.0.0.1]/',
		'https://[::127.0.0.1]/',
		'https://[64:ff9b::127.0.0.1]/',
		'https://[64:ff9b:1::8.8.8.8]/',
		'https://[2002:7f00:1::]/',
	],
};

const ROWS = Object.entries(TABLE).flatMap(([reach, urls]) => urls.map((url) => ({ reach: reach as Reach, url })));

describe('where a web address leads', () => {
	test.each(ROWS)('$url: $reach', ({ reach, url }) => {
		expect(reachOf(url)).toBe(reach);
		expect(isLocalAddress(url)).toBe(reach !== 'public');
	});
});

describe('an IP address as DNS answers it', () => {
	test.each<[host: string, reach: Reach]>([
		['127.0.0.1', 'privateNetwork'],
		['10.0.0.5', 'privateNetwork'],
		['93.184.216.34', 'public'],
		['::1', 'privateNetwork'],
		['::ffff:192.168.0.1', 'privateNetwork'],
		['::ffff:93.184.216.34', 'public'],
		['fe80::1%eth0', 'privateNetwork'],
		['2606:4700::1111', 'public'],
		['no:address', 'privateNetwork'],
		// an IPv4 address has four bytes and nothing before them
		['1.127.0.0.1', 'public'],
		['127.0.0.256', 'public'],
		['127.0.0.1.5', 'public'],
		['[::1', 'privateNetwork'],
	])('%s: %s', (host, reach) => {
		expect(reachOfHost(host)).toBe(reach);
	});
});
