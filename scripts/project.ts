import { dirname } from 'node:path';

/** Root folder of this project. */
export const PROJECT_FOLDER = dirname(__dirname);
