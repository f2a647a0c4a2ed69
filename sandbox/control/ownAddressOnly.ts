import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CONTROL_PREFIX } from './prefix';

/** Names by which a program on this machine reaches the sandbox, besides the address of the socket itself. */
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** `::ffff:127.0.0.1` is how a socket for both families names an IPv4 address. */
const inUrl = (address: string) =>
	address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address.includes(':') ? `[${address}]` : address;

function ownHosts({ socket }: FastifyRequest): string[] {
	const { localAddress = '', localPort = 0 } = socket;
	return [...LOOPBACK_NAMES, inUrl(localAddress)].map((name) => `${name}:${localPort}`);
}

/**
 * Whether a request names the sandbox itself as `Host` and, where a browser says which page asks, as `Origin`. A page
 * whose name was made to point at this machine (DNS rebinding) has another `Host`; a form or script on any other page has
 * another `Origin`.
 */
export function isFromOwnAddress(request: FastifyRequest): boolean {
	const hosts = ownHosts(request);
	const { host = '', origin } = request.headers;
	return (
		hosts.includes(host.toLowerCase()) &&
		(origin === undefined || hosts.some((own) => origin.toLowerCase() === `http://${own}`))
	);
}

/** Refuses every foreign request to the control API. It has no token, so this is all that protects it from web pages. */
export function guardControl(app: FastifyInstance): void {
	app.addHook('onRequest', async (request, reply) => {
		// The route that was found, not the URL: a URL may spell the same path in several ways.
		const { url = '' } = request.routeOptions;
		if (!url.startsWith(CONTROL_PREFIX) || isFromOwnAddress(request)) return;
		await reply
			.code(403)
			.send({ error: 'The control API answers only requests to its own address, from its own page' });
	});
}
