import { resolve } from 'node:path';
import { Argument, Command } from 'commander';
import { Editor } from '../test/e2e/support/editor';
import { DEFAULT_N8N_VERSION } from './n8n/versions';
import { takeExamples } from './pictures/examples';
import { takeMovingPicture } from './pictures/movingPicture';
import { takeNodePanels } from './pictures/nodePanels';
import { takeOperationPanels } from './pictures/operationPanels';
import { takePhone } from './pictures/phone';
import type { Stage } from './pictures/stage';
import { onSignal } from './process/onSignal';
import { startEverything, type Undo } from './start/startEverything';

/** The phone comes before the moving picture, which empties the sandbox. */
const PARTS: Record<string, (stage: Stage) => Promise<void>> = {
	phone: takePhone,
	nodes: takeNodePanels,
	examples: takeExamples,
	moving: takeMovingPicture,
};

async function main(parts: string[], panels?: string): Promise<void> {
	const undo: Undo[] = [];
	const endEverything = async () => {
		for (let step = undo.pop(); step; step = undo.pop()) await step();
	};
	onSignal(endEverything);
	try {
		const started = await startEverything({ version: DEFAULT_N8N_VERSION, plan: null }, undo);
		const editor = await Editor.open(started.client);
		undo.push(() => editor.close());
		await editor.useTheme('light');
		const stage = { ...started, editor };
		const work = parts.map((part) => [part, PARTS[part]] as const);
		const sheets = async () => await takeOperationPanels(stage, resolve(panels ?? '.'));
		for (const [name, take] of panels === undefined ? work : [...work, ['panels', sheets] as const]) {
			console.log(`> Pictures: ${name}`);
			// One that fails keeps none of the others back: the start takes the longest.
			await take(stage).catch((error: Error) => {
				console.error(error.message);
				process.exitCode = 1;
			});
		}
	} finally {
		await endEverything();
	}
}

new Command('npm run pictures --')
	.description('Takes every picture of the README and the docs afresh, in a real n8n')
	.addArgument(new Argument('[parts...]', 'all unless named').choices(Object.keys(PARTS)))
	.option('--panels <folder>', 'photograph the panel of every operation, in light and dark, into this folder')
	.action(async (parts: string[], { panels }: { panels?: string }) => {
		const chosen = parts.length > 0 ? parts : panels === undefined ? Object.keys(PARTS) : [];
		await main(chosen, panels).catch((error: Error) => {
			console.error(error.message);
			process.exitCode = 1;
		});
	})
	.parse();
