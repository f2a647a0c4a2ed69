import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startSandbox, type RateLimitPolicyInput, type Sandbox } from '../../sandbox';
import { buildPackage } from '../buildPackage';
import { progressPrinter } from '../cache/progress';
import type { N8nClient } from '../n8n/client';
import { fetchN8n } from '../n8n/fetch';
import { packPackage } from '../n8n/pack';
import { startN8n } from '../n8n/start';
import type { N8nVersion } from '../n8n/versions';
import { PROJECT_FOLDER } from '../project';
import type { Started } from './addresses';
import { checkCredentials, makeCredentials } from './credentials';
import { importExamples } from './examples';
import { pasteWebhookUrls } from './pasteWebhookUrls';
import { findPlace } from './place';

export interface StartEverythingOptions {
	version: N8nVersion;
	/** The sandbox's rate limit; null is none. */
	plan: RateLimitPolicyInput | null;
	/** Folder for n8n's data; a temporary one unless given. */
	keep?: string;
}

/** What was started, as this process can drive it. */
export type StartedHere = Started & { sandbox: Sandbox; client: N8nClient };

/** Undoes one step of the start. */
export type Undo = () => Promise<void>;

/**
 * Builds and packs the package, starts the sandbox and an n8n with the package installed, and fills that n8n with
 * credentials and examples. What has to be ended again is added to `undo` as it comes into being, so that even an
 * interrupted start can be cleaned up.
 */
export async function startEverything(options: StartEverythingOptions, undo: Undo[]): Promise<StartedHere> {
	const { version, plan, keep } = options;
	const say = (text: string) => console.log(`> ${text}`);

	const temporaryFolder = await mkdtemp(join(tmpdir(), 'n8n-nodes-whatsloop-'));
	undo.push(() => rm(temporaryFolder, { recursive: true, force: true }));

	say('Building the package');
	await buildPackage();
	const packed = await packPackage(PROJECT_FOLDER, temporaryFolder);

	say(`Getting n8n ${version}`);
	await fetchN8n(version, progressPrinter());

	const { n8nHost, n8nPort, sandboxPort } = await findPlace();
	say('Starting the sandbox (a local WhatsLoop)');
	const sandbox = await startSandbox({ port: sandboxPort, policy: plan });
	undo.push(() => sandbox.close());

	const userFolder = keep ? resolve(keep) : join(temporaryFolder, 'n8n');
	say('Starting n8n with the package (about half a minute)');
	const n8n = await startN8n({
		version,
		userFolder,
		host: n8nHost,
		port: n8nPort,
		packages: [packed.tarball],
		logFile: keep ? join(userFolder, 'n8n.log') : join(temporaryFolder, 'n8n.log'),
	});
	undo.push(() => n8n.stop());

	say('Setting up the account, credentials and examples');
	await n8n.client.signIn();
	const credentials = await makeCredentials(n8n.client, sandbox);
	await checkCredentials(n8n.client, credentials, sandbox);
	const workflows = await importExamples(n8n.client, join(PROJECT_FOLDER, 'examples'), credentials, sandbox.goBaseUrl);
	// a list of workflows does not say what is in them
	const complete = await Promise.all(workflows.map(async ({ id }) => await n8n.client.readWorkflow(id)));
	pasteWebhookUrls(sandbox, n8n.url, complete, credentials);

	return {
		n8nUrl: n8n.url,
		n8nExited: n8n.exited,
		client: n8n.client,
		sandbox,
		credentials,
		workflows,
		userFolder,
		kept: Boolean(keep),
	};
}
