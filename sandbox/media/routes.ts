import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { samplePdf, samplePng, sampleWav } from './generatedSamples';

const file = (name: string) => () => readFileSync(join(__dirname, 'samples', name));

/** Files that only have the right first bytes. No player can play them. */
const headOnly = (hex: string) => () => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(1000)]);

/** Media to send when nothing else is at hand. */
const SAMPLES: Record<string, { contentType: string; bytes: () => Buffer }> = {
	'sample.png': { contentType: 'image/png', bytes: samplePng },
	'sample.jpg': { contentType: 'image/jpeg', bytes: file('sample.jpg') },
	'sample.webp': { contentType: 'image/webp', bytes: file('sample.webp') },
	'sample.pdf': { contentType: 'application/pdf', bytes: samplePdf },
	'sample.wav': { contentType: 'audio/wav', bytes: sampleWav },
	'sample.mp4': { contentType: 'video/mp4', bytes: headOnly('000000186674797069736f6d0000020069736f6d6d703432') },
	'sample.ogg': { contentType: 'audio/ogg', bytes: headOnly('4f67675300020000000000000000') },
};

/** Serves the samples under `/media/`. */
export function mediaRoutes(app: FastifyInstance): void {
	for (const [name, { contentType, bytes }] of Object.entries(SAMPLES)) {
		app.get(`/media/${name}`, async (_request, reply) => await reply.type(contentType).send(bytes()));
	}
}
