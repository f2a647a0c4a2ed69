import type { N8nVersion } from '../../scripts/n8n/versions';

/** An n8n to measure in. */
export interface Setup {
	id: string;
	title: string;
	version: N8nVersion;
	extraEnv?: NodeJS.ProcessEnv;
}

/**
 * By default n8n 2.41 sets up a V8 isolate for the expressions of each call of a trigger, whether it has any or not. Its own
 * Webhook node alone is exempt (`webhookPhaseNeedsIsolate` in its live-webhooks), and no package can change that. With lazy
 * acquisition, an option of n8n's own, an isolate is set up where an expression has to be evaluated.
 */
export const SETUPS: readonly Setup[] = [
	{ id: '2.8.4', title: 'n8n 2.8.4', version: '2.8.4' },
	{
		id: '2.41.1-lazy',
		title: 'n8n 2.41.1, `N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true`',
		version: '2.41.1',
		extraEnv: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
	},
	{ id: '2.41.1', title: 'n8n 2.41.1 as it comes', version: '2.41.1' },
];
