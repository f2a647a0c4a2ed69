import type { Contract } from './contract';
import { cloud } from './cloud';
import { go } from './go';

/** Every API this package speaks. A further one is a folder beside these two and a line here. */
export const contracts: Contract[] = [go, cloud];

/** The contract for a credential's `apiVersion`; the documented one where that is unknown. */
export function contractFor(apiVersion: unknown): Contract {
	return contracts.find(({ id }) => id === apiVersion) ?? go;
}
