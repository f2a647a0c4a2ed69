import { rm } from 'node:fs/promises';
import type { E2eGlobals } from './globalSetup';

/** Ends the shared n8n and removes its data. */
export default async function globalTeardown(): Promise<void> {
	const { e2e } = globalThis as E2eGlobals;
	if (!e2e) return;
	await e2e.n8n.stop();
	await rm(e2e.folder, { recursive: true, force: true });
}
