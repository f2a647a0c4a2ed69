import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { contractOf } from '../contracts';
import { CONTROL_PREFIX } from '../control/prefix';
import type { SandboxContext } from '../context/sandboxContext';
import type { StoredMessage } from '../state/message';

/** The earlier messages that a newly opened page gets. */
const SNAPSHOT_MESSAGES = 500;

/** Nothing from outside: the page itself, and pictures from this machine. */
const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"style-src 'unsafe-inline'",
	"script-src 'unsafe-inline'",
	"connect-src 'self'",
	"img-src 'self' data: http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*",
].join('; ');

const PARTS = ['phone.css', 'message.js', 'answer.js', 'dashboard.js', 'phone.js'];

const read = (name: string) => readFileSync(join(__dirname, name), 'utf8');

/** The page in one piece, so that it needs no further request. */
const page = () => PARTS.reduce((html, name) => html.replace(`/* ${name} */`, () => read(name)), read('phone.html'));

/** The phone at `/`, and the stream of events that keeps it up to date. */
export function phoneRoutes(app: FastifyInstance, { state }: SandboxContext): void {
	app.get('/', async (_request, reply) => {
		await reply
			.type('text/html; charset=utf-8')
			.header('content-security-policy', CONTENT_SECURITY_POLICY)
			.send(page());
	});

	const accountsWithNames = () =>
		state.accounts.map((account) => {
			const { title, prefix } = contractOf(account.contract);
			return { ...account, title, prefix };
		});

	app.get(`${CONTROL_PREFIX}/events`, (_request, reply) => {
		reply.hijack();
		const { raw } = reply;
		raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
		const sendEvent = (name: string, data: unknown) => raw.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
		const sendSnapshot = () =>
			sendEvent('snapshot', { accounts: accountsWithNames(), messages: state.messages.slice(-SNAPSHOT_MESSAGES) });
		const onMessage = (message: StoredMessage) => sendEvent('message', message);
		const onUpdate = (message: StoredMessage) => sendEvent('update', message);

		sendSnapshot();
		state.events.on('message', onMessage);
		state.events.on('update', onUpdate);
		state.events.on('reset', sendSnapshot);
		raw.on('close', () => {
			state.events.off('message', onMessage);
			state.events.off('update', onUpdate);
			state.events.off('reset', sendSnapshot);
		});
	});
}
