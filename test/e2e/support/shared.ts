/** What the global set-up gives to the test files. All of them use one n8n, because a start takes half a minute. */
export interface SharedN8n {
	version: string;
	url: string;
	/** The session of the owner, who is signed in. */
	session: string;
	logFile: string;
	/** The packed package, for tests that start an n8n of their own. */
	tarball: string;
}

const VARIABLE = 'E2E_SHARED_N8N';

/** Jest copies only the environment variables to the test files, no other globals. */
export function shareN8n(shared: SharedN8n): void {
	process.env[VARIABLE] = JSON.stringify(shared);
}

export function readSharedN8n(): SharedN8n {
	const text = process.env[VARIABLE];
	if (!text) throw new Error('No n8n is running for these tests: the global set-up did not run');
	return JSON.parse(text) as SharedN8n;
}
