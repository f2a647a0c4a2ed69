import { createServer } from 'node:net';

// Below Linux's range for outgoing connections (32768 and up): no client can take the port between the probe and its use.
const FIRST_PORT = 20_000;
const LAST_PORT = 31_999;

const candidate = () => FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT + 1));

/** Whether a server could listen on this port of 127.0.0.1 right now. */
export function isPortFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
	});
}

/** A free port of 127.0.0.1: the first free one of `preferred`, else any. */
export async function freePort(...preferred: number[]): Promise<number> {
	for (const port of preferred) if (await isPortFree(port)) return port;
	for (let attempt = 0; attempt < 100; attempt++) {
		const port = candidate();
		if (await isPortFree(port)) return port;
	}
	throw new Error(`No free port found between ${FIRST_PORT} and ${LAST_PORT}`);
}
