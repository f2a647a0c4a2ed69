import http from 'node:http';
import type { Sandbox } from '../../../../sandbox';
import { provideSandbox } from '../../../support/provideSandbox';

let sandbox: Sandbox;
provideSandbox('kept', (started) => (sandbox = started));

const port = () => new URL(sandbox.url).port;

/** fetch and axios do not let a caller choose the Host, so this is a bare request. */
const statusOf = async (path: string, headers: Record<string, string>, method = 'POST') =>
	await new Promise<number | undefined>((resolve, reject) => {
		const request = http.request(`${sandbox.url}${path}`, { method, headers }, (response) => {
			response.resume().on('end', () => resolve(response.statusCode));
		});
		request.on('error', reject).end();
	});

test.each([
	['its address', () => ({})],
	['localhost', () => ({ host: `localhost:${port()}` })],
	['its own page', () => ({ origin: `http://127.0.0.1:${port()}` })],
	['its own page on localhost', () => ({ host: `LOCALHOST:${port()}`, origin: `http://localhost:${port()}` })],
])('the control API answers %s', async (_name, headers) => {
	expect(await statusOf('/_sandbox/reset', headers())).toBe(200);
});

test.each([
	['another Host (DNS rebinding)', () => ({ host: `shop.example:${port()}` })],
	['its address with another port', () => ({ host: '127.0.0.1:1' })],
	['a Host that only begins like its own', () => ({ host: `127.0.0.1.example:${port()}` })],
	['a page from elsewhere', () => ({ origin: 'https://shop.example' })],
	['a page of another program on this machine', () => ({ origin: 'http://localhost:1' })],
	['a page without an origin', () => ({ origin: 'null' })],
])('the control API refuses %s with 403', async (_name, headers) => {
	sandbox.settings.connected = false;
	expect(await statusOf('/_sandbox/reset', headers())).toBe(403);
	expect(sandbox.settings.connected).toBe(false);
});

test.each(['/_sandbox/state', '/%5fsandbox/state', '/_sandbox/events', '/_sandbox/requests?x=1'])(
	'GET %s is also refused to others (the state contains messages and tokens)',
	async (path) => {
		expect(await statusOf(path, { host: 'shop.example' }, 'GET')).toBe(403);
	},
);

test('the two APIs answer under any Host, as a proxy in front of them may set it', async () => {
	expect(await statusOf('/api/v1/instance/status', { host: 'go-wloop.net' }, 'GET')).toBe(401);
});
