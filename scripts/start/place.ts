import { freePort, isPortFree } from '../process/freePort';

/** Where one `npm start` listens. */
export interface Place {
	/** The name in n8n's address. */
	n8nHost: '127.0.0.1' | 'localhost';
	n8nPort: number;
	sandboxPort: number;
}

// What n8n's and the sandbox's own documentation name.
const N8N_PORT = 5678;
const SANDBOX_PORT = 3939;

/**
 * Finds a place for n8n and the sandbox: the usual ports, else the next ones, else any.
 *
 * A browser keeps cookies by host and not by port, so two n8n under one name log each other out. Where another
 * `npm start` has the first place, which shows in the sandbox's port, this one is called `localhost`.
 */
export async function findPlace(isFree: (port: number) => Promise<boolean> = isPortFree): Promise<Place> {
	const firstIsTaken = !(await isFree(SANDBOX_PORT));
	const firstFree = async (port: number): Promise<number> => {
		for (const candidate of firstIsTaken ? [port + 1] : [port, port + 1]) if (await isFree(candidate)) return candidate;
		return await freePort();
	};
	return {
		n8nHost: firstIsTaken ? 'localhost' : '127.0.0.1',
		n8nPort: await firstFree(N8N_PORT),
		sandboxPort: await firstFree(SANDBOX_PORT),
	};
}
