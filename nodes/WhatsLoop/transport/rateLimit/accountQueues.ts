import { accountHash, type Account } from '../account';
import type { Clock } from '../wait';
import { AccountQueue } from './accountQueue';

/** An account that is unused for this long is forgotten. Its window has ended long before. */
const FORGET_AFTER_MS = 10 * 60 * 1000;

/** A search for unused accounts passes over all of them, so it is done at most this often. */
const SWEEP_EVERY_MS = 60 * 1000;

interface Entry {
	queue: AccountQueue;
	lastUsedMs: number;
}

/** One per process: a rate limit belongs to the account, whichever node or execution uses it. */
const accounts = new Map<string, Entry>();

let lastSweepMs = Number.NEGATIVE_INFINITY;

function sweep(nowMs: number): void {
	if (nowMs - lastSweepMs < SWEEP_EVERY_MS) return;
	lastSweepMs = nowMs;
	for (const [key, { queue, lastUsedMs }] of accounts) {
		if (queue.isIdle && nowMs - lastUsedMs > FORGET_AFTER_MS) accounts.delete(key);
	}
}

/** The queue of an account, shared by everything in this process that uses it. */
export function queueOf(account: Account, clock: Clock): AccountQueue {
	const nowMs = clock.monotonicMs();
	sweep(nowMs);
	const key = accountHash(account);
	const entry = accounts.get(key) ?? { queue: new AccountQueue(clock), lastUsedMs: nowMs };
	entry.lastUsedMs = nowMs;
	accounts.set(key, entry);
	return entry.queue;
}

/** How many accounts are remembered. */
export const rememberedAccounts = (): number => accounts.size;

/** Forgets everything, as a new process would. Tests that set the clock back need this. */
export function forgetAccounts(): void {
	accounts.clear();
	lastSweepMs = Number.NEGATIVE_INFINITY;
}
