import { join } from 'node:path';
import sharp from 'sharp';
import type { Editor } from '../../test/e2e/support/editor';
import { PROJECT_FOLDER } from '../project';
import type { StartedHere } from '../start/startEverything';

/** What every picture is taken of: a running n8n and sandbox, and a browser that is signed in. */
export interface Stage extends Pick<StartedHere, 'sandbox' | 'client' | 'credentials' | 'workflows' | 'n8nUrl'> {
	editor: Editor;
}

export const IMAGES = join(PROJECT_FOLDER, 'docs', 'images');

/** The phone number that pictures show. */
export const CUSTOMER = '966500000001';

/** Stores a screenshot as a PNG of at most 256 colours, which is a third of the size. */
export async function savePicture(screenshot: Buffer, path: string): Promise<void> {
	await sharp(screenshot).png({ palette: true, effort: 10 }).toFile(path);
	console.log(`  ${path}`);
}
