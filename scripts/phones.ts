import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countryTableFile } from './phones/countryTable';
import { PROJECT_FOLDER } from './project';

/** `npm run phones`: brings the table of country codes up to date with the installed libphonenumber-js. */
writeFileSync(join(PROJECT_FOLDER, 'nodes/WhatsLoop/input/countryEntries.ts'), countryTableFile());
console.log('The table of country codes is up to date');
