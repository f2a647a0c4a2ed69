import { readFileSync } from 'node:fs';
import { N8nClient } from '../../../scripts/n8n/client';
import { parseN8nVersion, type N8nVersion } from '../../../scripts/n8n/versions';
import { readSharedN8n } from './shared';

export interface TestN8n {
	version: N8nVersion;
	url: string;
	/** Signed in as the owner. */
	client: N8nClient;
	/** Everything n8n has logged since its start. */
	logs(): string;
}

/** The n8n shared by all end-to-end tests, and its one session. */
export async function sharedN8n(): Promise<TestN8n> {
	const { version, url, session, logFile } = readSharedN8n();
	const client = new N8nClient(url, session);
	return { version: parseN8nVersion(version), url, client, logs: () => readFileSync(logFile, 'utf8') };
}
