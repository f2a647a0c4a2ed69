import { Command } from 'commander';
import { memoryProbe } from './fuzz/memory';
import { fuzzWebhooks, isGoodFuzz, type FuzzExtent } from './fuzz/webhooks';
import { withFreshN8n } from './n8n/freshN8n';
import { startN8n } from './n8n/start';
import { writeReliability } from './reliability/results';

/**
 * n8n's newer engine for expressions starts a V8 isolate for each call of a webhook, which takes more than half of the time
 * (n8n 2.41.1). The requests have no expressions, so that the whole form runs with the older one. `npm test` runs the short
 * form with the newer one.
 */
const FASTER = { N8N_EXPRESSION_ENGINE: 'legacy' };

async function fuzz(extent: FuzzExtent): Promise<void> {
	const memory = await memoryProbe();
	const result = await withFreshN8n(async (options) => {
		const n8n = await startN8n({ ...options, extraEnv: { ...memory.environment, ...FASTER } });
		try {
			await n8n.client.signIn();
			return await fuzzWebhooks(n8n, memory, extent, (sent) => console.log(`  ${sent} of ${extent.requests} requests`));
		} finally {
			await n8n.stop();
		}
	});
	console.log(JSON.stringify(result, undefined, 2));
	writeReliability('fuzz', result);
	if (!isGoodFuzz(result)) process.exitCode = 1;
}

new Command('npm run fuzz --')
	.description('Sends random and mutated webhook requests to a real n8n with the package; then: npm run docs')
	.option('--requests <count>', 'requests to send', Number, 20_000)
	.option('--connections <count>', 'at once', Number, 20)
	.option('--seed <number>', 'the same seed makes the same requests', Number, Date.now() % 1_000_000_000)
	.action(fuzz)
	.parseAsync()
	.catch((error: Error) => {
		console.error(error.message);
		process.exitCode = 1;
	});
