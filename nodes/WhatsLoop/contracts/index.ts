import { InputError } from '../input/InputError';
import type { Contract } from './contract';
import { cloud } from './cloud';
import { go } from './go';

/** Every API that this package speaks, the documented one first. To add one, add a folder beside these two and a line here. */
export const contracts: Contract[] = [go, cloud];

/** The API of a credential that names none. */
export const defaultContract: Contract = go;

/**
 * The contract for a credential's `apiVersion`.
 *
 * @throws InputError where no contract has that id; taking another one would send the token to the wrong host
 */
export function contractFor(apiVersion: unknown): Contract {
	if (apiVersion === undefined || apiVersion === null || apiVersion === '') return defaultContract;
	const contract = contracts.find(({ id }) => id === apiVersion);
	if (contract) return contract;
	throw new InputError(
		'This version of the WhatsLoop node does not know the API Version of the credential',
		`Choose ${contracts.map(({ name }) => `"${name}"`).join(' or ')} in the credential, or update n8n-nodes-whatsloop.`,
	);
}
