/** What the global set-up hands to the test files: all of them use one n8n, for each start takes half a minute. */
export interface SharedN8n {
	version: string;
	url: string;
	/** Of the owner, who is signed in. */
	session: string;
	logFile: string;
	/** The packed package, for tests that start an n8n of their own. */
	tarball: string;
}

const VARIABLE = 'E2E_SHARED_N8N';

/** Jest copies the environment into every test file's own; other globals stay behind. */
export function shareN8n(shared: SharedN8n): void {
	process.env[VARIABLE] = JSON.stringify(shared);
}

export function readSharedN8n(): SharedN8n {
	const text = process.env[VARIABLE];
	if (!text) throw new Error('No n8n is running for these tests: the global set-up did not run');
	return JSON.parse(text) as SharedN8n;
}
