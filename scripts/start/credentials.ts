import type { ContractName } from '../../sandbox';
import type { N8nClient } from '../n8n/client';
import type { CredentialReference } from '../n8n/clientTypes';
import { CREDENTIAL_TYPE, sandboxCredential, type SandboxAddresses } from '../n8n/sandboxCredential';

export type ReadyCredentials = Record<ContractName, CredentialReference>;

const NAMES: Record<ContractName, string> = { go: 'WhatsLoop Sandbox', cloud: 'WhatsLoop Cloud Sandbox' };

/**
 * Makes a credential for each of the sandbox's accounts, or points those of an earlier start at this sandbox. A new node
 * gets the one that was changed last, so v1 comes last.
 */
export async function makeCredentials(client: N8nClient, sandbox: SandboxAddresses): Promise<ReadyCredentials> {
	const existing = await client.listCredentials();
	const make = async (contract: ContractName): Promise<CredentialReference> => {
		const name = NAMES[contract];
		const data = sandboxCredential(contract, sandbox);
		const kept = existing.find((credential) => credential.name === name);
		if (!kept) return await client.createCredential(name, CREDENTIAL_TYPE, data);
		await client.updateCredential(kept, CREDENTIAL_TYPE, data);
		return { id: kept.id, name };
	};
	const cloud = await make('cloud');
	return { go: await make('go'), cloud };
}

/** Presses *Test* for both; throws with n8n's text when one does not work. */
export async function checkCredentials(
	client: N8nClient,
	ready: ReadyCredentials,
	sandbox: SandboxAddresses,
): Promise<void> {
	for (const contract of ['go', 'cloud'] as const) {
		const data = sandboxCredential(contract, sandbox);
		const { status, message } = await client.testCredential(ready[contract], CREDENTIAL_TYPE, data);
		if (status !== 'OK') throw new Error(`The credential "${ready[contract].name}" does not work: ${message}`);
	}
}
