import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../project';
import type { ExampleWorkflow } from '../start/examples';
import { IMAGES, savePicture, type Stage } from './stage';

const EXAMPLES = join(PROJECT_FOLDER, 'examples');

/** The canvas of every example, as `docs/images/examples/<name of the file>.png`. */
export async function takeExamples({ editor, workflows }: Stage): Promise<void> {
	const target = join(IMAGES, 'examples');
	await mkdir(target, { recursive: true });
	await editor.page.setViewportSize({ width: 1280, height: 640 });
	for (const file of (await readdir(EXAMPLES)).filter((name) => name.endsWith('.json'))) {
		const { name } = JSON.parse(await readFile(join(EXAMPLES, file), 'utf8')) as ExampleWorkflow;
		const workflow = workflows.find((each) => each.name === name);
		if (!workflow) throw new Error(`n8n has no workflow "${name}"`);
		await editor.openWorkflow(workflow.id);
		await editor.fitToView();
		const picture = await editor.canvasPicture();
		await savePicture(picture, join(target, file.replace(/json$/, 'png')));
	}
}
