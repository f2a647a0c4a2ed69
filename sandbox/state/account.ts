export type ContractName = 'go' | 'cloud';

/** A WhatsLoop account: one token, one contract, one WhatsApp number. */
export interface Account {
	/** Short name by which records refer to the account; never the token. */
	id: string;
	contract: ContractName;
	token: string;
	/** The account's own WhatsApp number, digits with country code. */
	phone: string;
}

/** Tokens of the accounts that every sandbox starts with. They open nothing but a sandbox. */
export const GO_TOKEN = '5a11d0b05a11d0b05a11d0b05a11d0b0_SandboxSandboxSandboxSandboxSandbox12345';
export const CLOUD_TOKEN = 'wl_SandboxSandboxSandboxSandboxSandbox12345';

export const DEFAULT_ACCOUNTS: readonly Account[] = [
	{ id: 'go', contract: 'go', token: GO_TOKEN, phone: '966500000001' },
	{ id: 'cloud', contract: 'cloud', token: CLOUD_TOKEN, phone: '966500000002' },
];

const TOKEN_FORM: Record<ContractName, RegExp> = {
	go: /^[0-9a-f]{32}_[0-9A-Za-z]{40}$/,
	cloud: /^wl_[0-9A-Za-z]+$/,
};

/** Whether a token looks like one of the contract. */
export const hasTokenForm = (contract: ContractName, token: string) => TOKEN_FORM[contract].test(token);
