import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where this project keeps what is fetched once per user: `$XDG_CACHE_HOME` or `~/.cache`. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
	const { XDG_CACHE_HOME: set = '' } = environment;
	// An empty variable means the same as none (XDG Base Directory Specification).
	return join(set === '' ? join(homedir(), '.cache') : set, 'n8n-nodes-whatsloop');
}

/** Twelve hexadecimal digits that change when any of the parts does. */
export function cacheKey(...parts: readonly string[]): string {
	const hash = createHash('sha256');
	// The length in front keeps ['ab', 'c'] and ['a', 'bc'] apart.
	for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
	return hash.digest('hex').slice(0, 12);
}
