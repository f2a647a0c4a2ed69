import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { ContractName, Sandbox } from '../../sandbox';

export const CREDENTIAL_TYPE = 'whatsLoopApi';

export type SandboxAddresses = Pick<Sandbox, 'goBaseUrl' | 'cloudBaseUrl' | 'goToken' | 'cloudToken'>;

/** What the credential form would hold for one of the sandbox's accounts. */
export function sandboxCredential(contract: ContractName, sandbox: SandboxAddresses): ICredentialDataDecryptedObject {
	const { goBaseUrl, cloudBaseUrl, goToken, cloudToken } = sandbox;
	const account =
		contract === 'go' ? { baseUrl: goBaseUrl, apiToken: goToken } : { baseUrl: cloudBaseUrl, apiToken: cloudToken };
	return { apiVersion: contract, ...account };
}
