import { readFileSync } from 'node:fs';
import { textBetween, type StrykerMutant } from './summary';

/** Of what Stryker tells about a tested mutant, what is read here. */
type TestedMutant = Pick<StrykerMutant, 'status' | 'replacement' | 'location'> & { fileName: string };

/** Prints each survivor as soon as it is known: a run takes up to an hour, and its tests can be written meanwhile. */
export class SurvivorReporter {
	onMutantTested({ status, fileName, location, replacement = '' }: TestedMutant): void {
		if (status !== 'Survived' && status !== 'NoCoverage') return;
		const original = textBetween(readFileSync(fileName, 'utf8'), location);
		console.log(`${status} ${fileName}:${location.start.line} ${original} => ${replacement}`);
	}
}
