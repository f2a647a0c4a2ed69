import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SandboxContext } from '../context/sandboxContext';
import { CONTROL_PREFIX } from './prefix';

/** Files from the phone: `POST /_sandbox/uploads?name=…` with the bytes as body, and where they can be fetched. */
export function uploadRoutes(app: FastifyInstance, { uploads }: SandboxContext): void {
	app.post(`${CONTROL_PREFIX}/uploads`, (request: FastifyRequest<{ Querystring: { name?: string } }>) => {
		const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
		const mimeType = request.headers['content-type'] ?? 'application/octet-stream';
		const path = uploads.add({ fileName: request.query.name ?? 'file', mimeType, content });
		return { mediaUrl: `${request.protocol}://${request.host}${path}`, mimeType };
	});

	app.get('/media/uploads/:id/:name', async (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
		const upload = uploads.find(request.params.id);
		if (!upload) return await reply.code(404).send({ error: 'Not Found' });
		return await reply.type(upload.mimeType).send(upload.content);
	});
}
