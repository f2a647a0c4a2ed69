import type { Account } from '../state/account';
import { cloud } from './cloud';
import type { Contract } from './endpoint';
import { go } from './go';

/** Every API that the sandbox speaks. Add a contract: a folder beside these two and a line here. */
export const CONTRACTS = { go, cloud } satisfies Record<string, Contract>;

export type ContractName = keyof typeof CONTRACTS;

export const CONTRACT_NAMES = Object.keys(CONTRACTS) as [ContractName, ...ContractName[]];

/** The accounts that every sandbox starts with, one for each contract. */
export const DEFAULT_ACCOUNTS: readonly Account[] = Object.values(CONTRACTS).map(({ account }) => account);

/** @throws Error where there is no contract of that name */
export function contractOf(name: string): Contract {
	const contract = Object.values<Contract>(CONTRACTS).find((candidate) => candidate.name === name);
	if (!contract) throw new Error(`There is no contract "${name}"`);
	return contract;
}

/**
 * The contract and endpoint of a request's path. A tenant's own host serves the newer API under the prefix of the older
 * one, so several contracts may share a prefix: the first folder of the path then tells which one is meant.
 */
export function routeOf(path: string): { contract: Contract; endpointPath: string } {
	const contracts = Object.values<Contract>(CONTRACTS);
	const owner = contracts.find(({ prefix }) => path.startsWith(`${prefix}/`)) ?? go;
	const endpointPath = path.slice(owner.prefix.length + 1);
	const folder = endpointPath.split('/')[0];
	const guest = contracts.find(
		({ alsoUnder, endpoints }) =>
			alsoUnder?.includes(owner.prefix) && endpoints.some(({ path: known }) => known.split('/')[0] === folder),
	);
	return { contract: guest ?? owner, endpointPath };
}
