import { measureManyAccounts, type ManyAccounts } from './manyAccounts';
import { simulateManyWorkers, type ManyWorkersRow } from './manyWorkers';

export interface Scaling {
	workers: ManyWorkersRow[];
	accounts: ManyAccounts;
}

/** Loads too large to start for real: a thousand workers on one account, ten thousand accounts on one n8n. */
export async function measureScaling(): Promise<Scaling> {
	return { workers: simulateManyWorkers(), accounts: await measureManyAccounts() };
}
