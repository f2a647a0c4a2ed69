import { Command, Option } from 'commander';
import { onSignal } from '../../scripts/process/onSignal';
import { openWorkshop } from '../n8nForBench';
import { circumstances, saveResults } from '../report/results';
import { writeReport } from '../report/report';
import { measureTrigger, type Extent, type TriggerRow } from './measureTrigger';
import { SETUPS } from './setups';

interface Flags extends Extent {
	setup?: string;
}

async function run({ setup: chosen, ...extent }: Flags): Promise<void> {
	const workshop = await openWorkshop();
	onSignal(() => workshop.close());
	const rows: TriggerRow[] = [];
	try {
		for (const setup of SETUPS.filter(({ id }) => chosen === undefined || id === chosen)) {
			const row = await measureTrigger(workshop, setup, extent);
			const rates = `${row.triggerPerSecond.toFixed(1)} events/s beside ${row.webhookPerSecond.toFixed(1)} of the Webhook node`;
			console.log(`  ${row.title}: ${rates} = ${row.ratio.toFixed(3)}`);
			rows.push(row);
		}
	} finally {
		await workshop.close();
	}
	if (chosen !== undefined) return;
	const versions = [...new Set(SETUPS.map(({ version }) => version))].join(' and ');
	await saveResults('trigger', circumstances(versions), rows);
	await writeReport();
}

new Command('npm run bench:trigger --')
	.description(
		"Events per second of the trigger beside n8n's own Webhook node, with signature check and de-duplication",
	)
	.addOption(new Option('--setup <id>', 'one n8n alone; nothing is written then').choices(SETUPS.map(({ id }) => id)))
	.option('--events <count>', 'events in a round', Number, 200)
	.option('--rounds <count>', 'rounds for each', Number, 9)
	.action(async (flags: Flags) => {
		await run(flags).catch((error: Error) => {
			console.error(error.message);
			process.exitCode = 1;
		});
	})
	.parse();
