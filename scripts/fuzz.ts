import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { buildPackage } from './buildPackage';
import { writeReliability } from './fuzz/report';
import { FUZZ_ENVIRONMENT, fuzzWebhooks } from './fuzz/webhooks';
import { packPackage } from './n8n/pack';
import { startN8n } from './n8n/start';
import { DEFAULT_N8N_VERSION } from './n8n/versions';
import { PROJECT_FOLDER } from './project';

interface Flags {
	requests: number;
	connections: number;
	seed: number;
}

/** Starts an n8n for the run alone, and hands it to `run`. */
async function inFreshN8n<T>(
	extraEnv: NodeJS.ProcessEnv,
	run: (n8n: Awaited<ReturnType<typeof startN8n>>) => Promise<T>,
) {
	await buildPackage();
	const folder = await mkdtemp(join(tmpdir(), 'whatsloop-fuzz-'));
	try {
		const { tarball } = await packPackage(PROJECT_FOLDER, folder);
		const n8n = await startN8n({
			version: DEFAULT_N8N_VERSION,
			userFolder: join(folder, 'user'),
			packages: [tarball],
			logFile: join(folder, 'n8n.log'),
			extraEnv,
		});
		try {
			await n8n.client.signIn();
			return await run(n8n);
		} finally {
			await n8n.stop();
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** What can be fuzzed. Each part says whether everything was right. */
const PARTS: Record<string, (flags: Flags) => Promise<boolean>> = {
	async webhooks(flags) {
		const progress = (sent: number) => console.log(`  ${sent} of ${flags.requests} requests`);
		const result = await inFreshN8n(FUZZ_ENVIRONMENT, async (n8n) => await fuzzWebhooks(n8n, flags, progress));
		console.log(JSON.stringify(result, undefined, 2));
		await writeReliability(result);
		return [result.wrongAnswers, result.lost, result.unexpected].every((list) => list.length === 0);
	},
};

new Command('npm run fuzz --')
	.description('Sends random and mutated requests to a real n8n with the package, and writes docs/reliability.md')
	.argument('<part>', Object.keys(PARTS).join(', '))
	.option('--requests <count>', 'requests to send', Number, 20_000)
	.option('--connections <count>', 'at once', Number, 20)
	.option('--seed <number>', 'the same seed makes the same requests', Number, Date.now() % 1_000_000_000)
	.action(async (part: string, flags: Flags) => {
		const run = Object.hasOwn(PARTS, part) ? PARTS[part] : undefined;
		if (run === undefined) throw new Error(`There is no part "${part}". Parts: ${Object.keys(PARTS).join(', ')}`);
		if (!(await run(flags))) process.exitCode = 1;
	})
	.parseAsync()
	.catch((error: Error) => {
		console.error(error.message);
		process.exitCode = 1;
	});
