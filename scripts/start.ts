import { Command, InvalidArgumentError, Option } from 'commander';
import { parsePlan, type RateLimitPolicyInput } from '../sandbox';
import { DEFAULT_N8N_VERSION, N8N_VERSIONS, type N8nVersion } from './n8n/versions';
import { onSignal } from './process/onSignal';
import { describeAddresses } from './start/addresses';
import { startEverything, type Undo } from './start/startEverything';

interface Flags {
	n8n: N8nVersion;
	plan: RateLimitPolicyInput | null;
	keep?: string;
	exitWhenReady: boolean;
}

function planArgument(text: string): RateLimitPolicyInput | null {
	try {
		return parsePlan(text);
	} catch (error) {
		throw new InvalidArgumentError((error as Error).message);
	}
}

async function main(flags: Flags): Promise<void> {
	const undo: Undo[] = [];
	const endEverything = async () => {
		for (let step = undo.pop(); step; step = undo.pop()) await step();
	};
	let interrupted = false;
	onSignal(async () => {
		interrupted = true;
		console.log('\n> Ending n8n and the sandbox');
		await endEverything();
	});

	try {
		const started = await startEverything({ version: flags.n8n, plan: flags.plan, keep: flags.keep }, undo);
		console.log(describeAddresses(started));
		if (flags.exitWhenReady) return;
		const exitCode = await started.n8nExited;
		if (!interrupted) throw new Error(`n8n ended by itself with exit code ${exitCode}`);
	} finally {
		await endEverything();
	}
}

new Command('npm start --')
	.description('A first look: n8n with this package, beside a local WhatsLoop')
	.addOption(new Option('--n8n <version>', 'n8n to use').choices(N8N_VERSIONS).default(DEFAULT_N8N_VERSION))
	.option(
		'--plan <plan>',
		'rate limit of the local WhatsLoop: basic, flex, extra, none or LIMIT/SECONDS',
		planArgument,
		{
			plan: 'basic',
		} as RateLimitPolicyInput,
	)
	.option('--keep <folder>', "keep n8n's data in this folder and go on with it next time")
	.option('--exit-when-ready', 'start, check that everything works, and end', false)
	.action(async (flags: Flags) => {
		await main(flags).catch((error: Error) => {
			console.error(error.message);
			process.exitCode = 1;
		});
	})
	.parse();
