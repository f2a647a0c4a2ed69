import Fastify, { type FastifyInstance } from 'fastify';
import { CONTRACTS } from '../contracts';
import { guardControl } from '../control/ownAddressOnly';
import { controlRoutes } from '../control/routes';
import { mediaRoutes } from '../media/routes';
import { phoneRoutes } from '../phone/routes';
import { handleApiRequest } from './handleApiRequest';
import { uploadRoutes } from '../control/uploadRoutes';
import type { SandboxContext } from '../context/sandboxContext';

const MAX_BODY_BYTES = 20 * 1024 * 1024;

/** The server, not yet listening. */
export function createServer(context: SandboxContext, log: boolean): FastifyInstance {
	const app = Fastify({
		logger: log,
		bodyLimit: MAX_BODY_BYTES,
		// Requests that are never answered and open event streams must not keep the sandbox from closing.
		forceCloseConnections: true,
	});
	// Bodies are kept as they came: the log shows the bytes, and each contract answers invalid JSON in its own way.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

	for (const { prefix } of Object.values(CONTRACTS)) {
		app.all(`${prefix}/*`, async (request, reply) => {
			await handleApiRequest(context, request, reply);
		});
	}
	guardControl(app);
	controlRoutes(app, context);
	mediaRoutes(app);
	uploadRoutes(app, context);
	phoneRoutes(app, context);

	app.setNotFoundHandler(async (_request, reply) => await reply.code(404).send({ error: 'Not Found' }));
	return app;
}
