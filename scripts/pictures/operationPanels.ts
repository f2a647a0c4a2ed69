import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import sharp, { type OverlayOptions } from 'sharp';
import { resources } from '../../nodes/WhatsLoop/actions';
import type { Theme } from '../../test/e2e/support/editor';
import { MANUAL_TRIGGER_TYPE, node, whatsLoop } from '../../test/e2e/support/nodes';
import type { Stage } from './stage';

const WINDOW = { width: 1440, height: 1180 };
const TILE = { width: 440, height: 1000 };
const COLUMNS = 5;
const THEMES: readonly Theme[] = ['light', 'dark'];

interface Photograph {
	name: string;
	theme: Theme;
	picture: Buffer;
}

/** All operations of a resource, side by side on one canvas. */
function nodesOf({ credentials }: Stage, resource: (typeof resources)[number]): INode[] {
	return resource.operations.map(({ name, value }, index) =>
		whatsLoop({ resource: resource.value, operation: value }, credentials.go, {
			name,
			typeVersion: 1.1,
			position: [(index % 5) * 240, (1 + Math.floor(index / 5)) * 200],
		}),
	);
}

async function photograph(stage: Stage, resource: (typeof resources)[number]): Promise<Photograph[]> {
	const { editor, client } = stage;
	const nodes = nodesOf(stage, resource);
	const all = [node('Manual', MANUAL_TRIGGER_TYPE), ...nodes];
	const workflow = await client.createWorkflow({ name: resource.name, nodes: all, connections: {} });
	await editor.openWorkflow(workflow.id);
	await editor.fitToView();
	const taken: Photograph[] = [];
	for (const { name } of nodes) {
		const panel = await editor.openNode(name);
		const clipped = await panel.clippedTexts();
		if (clipped.length > 0) console.log(`  ${resource.name} / ${name}: clipped: ${clipped.join(' | ')}`);
		for (const theme of THEMES) {
			await editor.useTheme(theme);
			taken.push({ name, theme, picture: await panel.screenshot() });
		}
		await panel.close();
	}
	return taken;
}

/** Puts photographs of one theme on sheets, for a person to look through. */
async function saveSheets(photographs: readonly Photograph[], folder: string, name: string): Promise<void> {
	for (let first = 0; first < photographs.length; first += COLUMNS) {
		const tiles = await Promise.all(
			photographs.slice(first, first + COLUMNS).map(async ({ picture }, column): Promise<OverlayOptions> => ({
				input: await sharp(picture)
					.resize({ ...TILE, fit: 'inside', withoutEnlargement: true })
					.toBuffer(),
				left: column * (TILE.width + 10),
				top: 0,
			})),
		);
		const path = join(folder, `${name}-${1 + first / COLUMNS}.png`);
		await sharp({
			create: { width: COLUMNS * (TILE.width + 10), height: TILE.height, channels: 3, background: '#888' },
		})
			.composite(tiles)
			.png()
			.toFile(path);
		console.log(`  ${path}`);
	}
}

/** Photographs the panel of every operation in light and dark onto sheets in `folder`, and names clipped texts. */
export async function takeOperationPanels(stage: Stage, folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	await stage.editor.page.setViewportSize(WINDOW);
	for (const resource of resources) {
		const taken = await photograph(stage, resource);
		for (const theme of THEMES) {
			await saveSheets(
				taken.filter((each) => each.theme === theme),
				folder,
				`${resource.value}-${theme}`,
			);
		}
	}
	await stage.editor.useTheme('light');
}
