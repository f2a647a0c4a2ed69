import { join } from 'node:path';
import { PROJECT_FOLDER } from '../project';

/** What Stryker keeps from one run to the next, outside git and outside what is published. */
export const cachedFile = (folder: string, name: string): string =>
	join(PROJECT_FOLDER, 'node_modules/.cache/mutation', folder, name);
