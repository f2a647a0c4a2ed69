import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { ContractName, Sandbox } from '../../sandbox';

export const CREDENTIAL_TYPE = 'whatsLoopApi';

export type SandboxAddresses = Pick<Sandbox, 'addresses'>;

/** What the credential form would hold for one of the sandbox's accounts. */
export function sandboxCredential(contract: ContractName, sandbox: SandboxAddresses): ICredentialDataDecryptedObject {
	const { baseUrl, token } = sandbox.addresses[contract];
	return { apiVersion: contract, baseUrl, apiToken: token };
}
