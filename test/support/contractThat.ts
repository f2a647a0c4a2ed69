import { contracts } from '../../nodes/WhatsLoop/contracts';
import type { Contract } from '../../nodes/WhatsLoop/contracts/contract';
import type { ContractName } from '../../sandbox';

/**
 * The ID of the first contract with a property. A test about something that only some APIs have asks for it here, so that it
 * names no API and holds for those that are added.
 */
export function contractThat(has: (contract: Contract) => boolean): ContractName {
	const contract = contracts.find(has);
	if (!contract) throw new Error('No contract has this property');
	return contract.id as ContractName;
}
