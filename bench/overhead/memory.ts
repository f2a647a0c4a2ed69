import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const MEGABYTE = 1024 * 1024;

/** Makes a Node process write down its memory. @param file where to */
export const memoryProbeEnvironment = (file: string): NodeJS.ProcessEnv => ({
	NODE_OPTIONS: `--require=${JSON.stringify(join(__dirname, 'memoryProbe.js'))}`,
	MEMORY_PROBE_FILE: file,
});

/** The most memory a process held between two moments, in megabytes. */
export async function peakMegabytes(file: string, fromMs: number, untilMs: number): Promise<number> {
	const lines = (await readFile(file, 'utf8')).trim().split('\n');
	const samples = lines
		.map((line) => line.split(' ').map(Number))
		.filter(([atMs]) => atMs >= fromMs && atMs <= untilMs);
	if (samples.length === 0) throw new Error(`No sample of n8n's memory between ${fromMs} and ${untilMs}`);
	return Math.max(...samples.map(([, bytes]) => bytes)) / MEGABYTE;
}
