import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { ContractName } from '../../../sandbox';
import type { N8nClient } from '../../../scripts/n8n/client';
import type { CredentialReference } from '../../../scripts/n8n/clientTypes';
import { CREDENTIAL_TYPE, sandboxCredential, type SandboxAddresses } from '../../../scripts/n8n/sandboxCredential';

/** Makes a credential for one of the sandbox's accounts. `changes` replaces fields, for example by a wrong token. */
export async function createCredential(
	client: N8nClient,
	contract: ContractName,
	sandbox: SandboxAddresses,
	changes: ICredentialDataDecryptedObject = {},
): Promise<CredentialReference> {
	const data = { ...sandboxCredential(contract, sandbox), ...changes };
	return await client.createCredential(`WhatsLoop ${contract}`, CREDENTIAL_TYPE, data);
}
