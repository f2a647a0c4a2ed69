import { join } from 'node:path';
import { freePort } from '../process/freePort';

export interface MemoryProbe {
	/** The environment with which n8n has to be started. */
	environment: NodeJS.ProcessEnv;
	/** Megabytes of the whole process. They include garbage that is not collected yet. */
	residentMb: () => Promise<number>;
	/** Megabytes in use after a full garbage collection. */
	heldMb: () => Promise<number>;
}

/** Reads the memory of an n8n that is started with `environment`. */
export async function memoryProbe(): Promise<MemoryProbe> {
	const port = await freePort();
	const read = async (what: string) =>
		Number(await (await fetch(`http://127.0.0.1:${port}/${what}`)).text()) / 1024 / 1024;
	return {
		environment: {
			// quoted, for a folder may have a space in its name
			NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, 'memoryProbe.cjs'))}`,
			MEMORY_PROBE_PORT: String(port),
		},
		residentMb: () => read('resident'),
		heldMb: () => read('held'),
	};
}
