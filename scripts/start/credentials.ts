import { CONTRACT_NAMES, CONTRACTS, type ContractName } from '../../sandbox';
import type { N8nClient } from '../n8n/client';
import type { CredentialReference } from '../n8n/clientTypes';
import { CREDENTIAL_TYPE, sandboxCredential, type SandboxAddresses } from '../n8n/sandboxCredential';

/** By the ID of their contract. */
export type ReadyCredentials = Record<string, CredentialReference>;

const nameFor = (contract: ContractName): string =>
	contract === CONTRACT_NAMES[0] ? 'WhatsLoop Sandbox' : `${CONTRACTS[contract].title} Sandbox`;

/**
 * Makes a credential for each of the sandbox's accounts, or points those of an earlier start at this sandbox. A new node
 * gets the one that was changed last, so the first contract comes last.
 */
export async function makeCredentials(client: N8nClient, sandbox: SandboxAddresses): Promise<ReadyCredentials> {
	const existing = await client.listCredentials();
	const make = async (contract: ContractName): Promise<CredentialReference> => {
		const name = nameFor(contract);
		const data = sandboxCredential(contract, sandbox);
		const kept = existing.find((credential) => credential.name === name);
		if (!kept) return await client.createCredential(name, CREDENTIAL_TYPE, data);
		await client.updateCredential(kept, CREDENTIAL_TYPE, data);
		return { id: kept.id, name };
	};
	const made: ReadyCredentials = {};
	for (const contract of [...CONTRACT_NAMES].reverse()) made[contract] = await make(contract);
	return made;
}

/** Presses *Test* for each; throws with n8n's text when one does not work. */
export async function checkCredentials(
	client: N8nClient,
	ready: ReadyCredentials,
	sandbox: SandboxAddresses,
): Promise<void> {
	for (const contract of CONTRACT_NAMES) {
		const data = sandboxCredential(contract, sandbox);
		const { status, message } = await client.testCredential(ready[contract], CREDENTIAL_TYPE, data);
		if (status !== 'OK') throw new Error(`The credential "${ready[contract].name}" does not work: ${message}`);
	}
}
