import { readFileSync } from 'node:fs';
import { survivorOf, type StrykerMutant } from './summary';

/** Of what Stryker tells about a tested mutant, what is read here. */
type TestedMutant = Pick<StrykerMutant, 'status' | 'replacement' | 'location'> & { fileName: string };

/** Prints each survivor as soon as it is known: a run takes up to an hour, and its tests can be written meanwhile. */
export class SurvivorReporter {
	onMutantTested(mutant: TestedMutant): void {
		const survivor = survivorOf(mutant.fileName, readFileSync(mutant.fileName, 'utf8'), mutant);
		if (survivor === undefined) return;
		const { file, original, replacement, isUncovered } = survivor;
		const how = isUncovered ? 'Not covered' : 'Survived';
		console.log(`${how}: ${file}:${mutant.location.start.line} ${original} => ${replacement}`);
	}
}
