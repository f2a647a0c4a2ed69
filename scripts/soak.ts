import { Command } from 'commander';
import { withFreshN8n } from './n8n/freshN8n';
import { writeReliability } from './reliability/results';
import { soak, unaccountedIn, type SoakExtent } from './soak/soak';

async function main(extent: SoakExtent): Promise<void> {
	console.log(`Seed ${extent.seed}`);
	const log = (line: string) => console.log(`  ${new Date().toISOString().slice(11, 19)} ${line}`);
	const result = await withFreshN8n((options) => soak(options, extent, log));
	console.log(JSON.stringify(result, undefined, 2));
	writeReliability('soak', result);
	const unaccounted = unaccountedIn(result);
	for (const [what, which] of Object.entries(unaccounted)) console.log(`${what}: ${which.join(', ')}`);
	if (Object.keys(unaccounted).length > 0) process.exitCode = 1;
}

new Command('npm run soak --')
	.description(
		'Sends and receives in a real n8n while limits change, requests fail, the service restarts and n8n is killed; then: npm run docs',
	)
	.option('--minutes <minutes>', 'of scaled time, in which n8n runs', Number, 30)
	.option('--scale <factor>', 'how many times faster than in life', Number, 10)
	.option('--kills <count>', 'how often n8n is killed', Number, 3)
	.option('--restarts <count>', 'how often the service restarts', Number, 5)
	.option(
		'--seed <number>',
		'the same seed makes the same messages, limits and faults',
		Number,
		Date.now() % 1_000_000_000,
	)
	.action(main)
	.parseAsync()
	.catch((error: Error) => {
		console.error(error.message);
		process.exitCode = 1;
	});
