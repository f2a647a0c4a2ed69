import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import axios from 'axios';
import { freePort } from '../process/freePort';
import { startSupervised, type SupervisedProcess } from '../process/supervised';
import { waitFor } from '../process/waitFor';
import { N8nClient } from './client';
import { n8nEnvironment } from './environment';
import { fetchN8n, type FetchedN8n } from './fetch';
import { installPackage } from './installPackage';
import type { N8nVersion } from './versions';

export interface StartN8nOptions {
	version: N8nVersion;
	/** Holds the database, settings and installed packages; starting again with the same folder goes on with its data. */
	userFolder: string;
	/** The name in n8n's address: 127.0.0.1 unless given. */
	host?: '127.0.0.1' | 'localhost';
	/** Any free one unless given. */
	port?: number;
	/** Wins over the environment this function makes. */
	extraEnv?: NodeJS.ProcessEnv;
	/** Tarballs of community packages to install before the start. */
	packages?: readonly string[];
	/** n8n's output is appended here. */
	logFile: string;
	/** `start` (the default) is the whole n8n; `worker` and `webhook` are its other processes in queue mode. */
	command?: readonly string[];
}

export interface RunningN8n {
	version: N8nVersion;
	/** Without a trailing slash. */
	url: string;
	/** Not signed in yet. */
	client: N8nClient;
	/** n8n's output since this start. */
	logs(): string;
	/** Settles with the exit code when n8n has ended, by itself or because of `stop`. */
	exited: Promise<number>;
	/** Ends n8n and everything it started. */
	stop: () => Promise<void>;
	/** Ends n8n as a power failure would (kill -9). */
	kill: () => Promise<void>;
}

/** First starts migrate the database: 5 to 21 seconds on two idle cores, several times that on busy ones. */
const READY_TIMEOUT_SECONDS = 240;
const STOP_GRACE_SECONDS = 15;
const READY_LINES = ['Editor is now accessible', 'n8n worker is now ready', 'Webhook listener waiting'];

/** What a log file holds beyond what it held when this was called. */
function readerFromNow(logFile: string): () => string {
	const offset = existsSync(logFile) ? statSync(logFile).size : 0;
	return () => (existsSync(logFile) ? readFileSync(logFile).subarray(offset).toString('utf8') : '');
}

async function isReady(url: string): Promise<boolean> {
	try {
		const answer = await axios.get(`${url}/healthz/readiness`, {
			validateStatus: () => true,
			timeout: 2000,
			proxy: false,
		});
		return answer.status === 200;
	} catch (error) {
		// Not listening yet, or too busy to answer.
		if (axios.isAxiosError(error)) return false;
		throw error;
	}
}

/** In 2.41 the readiness address answers before the editor and the webhooks do, hence the look at the log as well. */
async function untilReady(
	url: string,
	n8n: SupervisedProcess,
	logs: () => string,
	hasWebServer: boolean,
): Promise<void> {
	let exitCode: number | undefined;
	void n8n.exited.then((code) => (exitCode = code));
	await waitFor(
		async () => {
			if (exitCode !== undefined) throw new Error(`n8n ended with exit code ${exitCode} instead of starting`);
			if (!READY_LINES.some((line) => logs().includes(line))) return false;
			return hasWebServer ? await isReady(url) : true;
		},
		{ timeoutSeconds: READY_TIMEOUT_SECONDS, what: 'n8n to start', pollSeconds: 0.2 },
	);
}

/**
 * Starts an n8n on 127.0.0.1 and waits until its editor answers. Fetches that n8n first where it is missing.
 *
 * @throws Error with the end of n8n's log when it does not start
 */
export async function startN8n(options: StartN8nOptions): Promise<RunningN8n> {
	const {
		version,
		userFolder,
		host = '127.0.0.1',
		extraEnv = {},
		packages = [],
		logFile,
		command = ['start'],
	} = options;
	const fetched: FetchedN8n = await fetchN8n(version);
	await mkdir(userFolder, { recursive: true });
	for (const tarball of packages) await installPackage(tarball, userFolder);

	const port = options.port ?? (await freePort());
	const url = `http://${host}:${port}`;
	const env = {
		...n8nEnvironment({ version, nodePath: fetched.nodePath, userFolder, host, port, brokerPort: await freePort() }),
		...extraEnv,
	};
	const logs = readerFromNow(logFile);
	const n8n = startSupervised(fetched.nodePath, [fetched.n8nBin, ...command], {
		cwd: userFolder,
		env,
		logFile,
		graceSeconds: STOP_GRACE_SECONDS,
	});
	try {
		await untilReady(url, n8n, logs, command[0] === 'start');
	} catch (error) {
		await n8n.stop();
		throw new Error(`${(error as Error).message}. Log: ${logFile}\n${logs().split('\n').slice(-25).join('\n')}`);
	}
	return {
		version,
		url,
		client: new N8nClient(url),
		logs,
		exited: n8n.exited,
		stop: () => n8n.stop(),
		kill: () => n8n.kill(),
	};
}
