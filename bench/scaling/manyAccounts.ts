import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { contractFor } from '../../nodes/WhatsLoop/contracts';
import { rememberedAccounts, queueOf } from '../../nodes/WhatsLoop/transport/rateLimit/accountQueues';
import type { Clock } from '../../nodes/WhatsLoop/transport/wait';

/** What it costs one process to keep many accounts in mind. */
export interface ManyAccounts {
	accounts: number;
	kilobytesPerAccount: number;
	/** Finding an account's queue by its credential. */
	microsecondsPerLookUp: number;
	/** One acquired taken and handed back with its answer. */
	microsecondsPerTurn: number;
	/** How many accounts were left after ten minutes without use. */
	leftAfterTenMinutes: number;
}

const ACCOUNTS = 10_000;
/** As many as are remembered of an account's travel times, and then some. */
const TURNS_EACH = 60;
const TEN_MINUTES_MS = 600_000;

const collectGarbage = (): void => {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
};

const heapUsed = () => {
	collectGarbage();
	return process.memoryUsage().heapUsed;
};

const accountOf = (index: number) => ({
	contract: contractFor('go'),
	baseUrl: 'https://go-wloop.net/api/v1',
	token: `token of account ${index}`,
});

export async function measureManyAccounts(): Promise<ManyAccounts> {
	console.log(`> ${ACCOUNTS} accounts in one process`);
	let nowMs = 0;
	const clock: Clock = { now: () => nowMs, monotonicMs: () => nowMs, sleep: async () => undefined, random: () => 0 };
	const numbers = Array.from({ length: ACCOUNTS }, (_, index) => index);
	const request = { signal: undefined, attempts: 0, longestBlockMs: 0 };
	const before = heapUsed();

	let turnMs = 0;
	let lookUpMs = 0;
	for (let round = 0; round < TURNS_EACH; round++) {
		const startedAtMs = performance.now();
		const all = numbers.map((index) => queueOf(accountOf(index), clock));
		const foundAtMs = performance.now();
		for (const queue of all) {
			const acquired = await queue.acquire(request);
			if (acquired.kind === 'go')
				queue.release(acquired.ticket, { refused: false, limit: 60, remaining: 59, dateMs: nowMs });
		}
		lookUpMs += foundAtMs - startedAtMs;
		turnMs += performance.now() - foundAtMs;
		nowMs += 1000;
	}
	const after = heapUsed();

	nowMs += TEN_MINUTES_MS + 1;
	queueOf(accountOf(ACCOUNTS), clock);
	const measured = {
		accounts: ACCOUNTS,
		kilobytesPerAccount: (after - before) / ACCOUNTS / 1024,
		microsecondsPerLookUp: (lookUpMs * 1000) / (ACCOUNTS * TURNS_EACH),
		microsecondsPerTurn: (turnMs * 1000) / (ACCOUNTS * TURNS_EACH),
		// the one that was just used is not counted
		leftAfterTenMinutes: rememberedAccounts() - 1,
	};
	console.log(`  ${JSON.stringify(measured)}`);
	return measured;
}
