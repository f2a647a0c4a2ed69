import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { contractFor } from '../../nodes/WhatsLoop/contracts';
import { rememberedAccounts, queueOf } from '../../nodes/WhatsLoop/transport/rateLimit/accountQueues';
import type { Clock } from '../../nodes/WhatsLoop/transport/wait';

/** The memory and time that many accounts cost one process. */
export interface ManyAccounts {
	accounts: number;
	kilobytesPerAccount: number;
	/** Finding an account's queue by its credential. */
	microsecondsPerLookUp: number;
	/** To acquire and release one request. */
	microsecondsPerRequest: number;
	/** How many accounts were left after ten minutes without use. */
	leftAfterTenMinutes: number;
}

const ACCOUNTS = 10_000;
/** More than the number of round trips that are remembered for each account. */
const REQUESTS_EACH = 60;
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
	const clock: Clock = { now: () => nowMs, monotonicMs: () => nowMs, sleep: () => Promise.resolve(), random: () => 0 };
	const numbers = Array.from({ length: ACCOUNTS }, (_, index) => index);
	const request = { signal: undefined, attempts: 0, longestBlockMs: 0 };
	const before = heapUsed();

	let requestMs = 0;
	let lookUpMs = 0;
	for (let round = 0; round < REQUESTS_EACH; round++) {
		const startedAtMs = performance.now();
		const all = numbers.map((index) => queueOf(accountOf(index), clock));
		const foundAtMs = performance.now();
		for (const queue of all) {
			const acquired = await queue.acquire(request);
			if (acquired.kind === 'go')
				queue.release(acquired.ticket, { refused: false, limit: 60, remaining: 59, dateMs: nowMs });
		}
		lookUpMs += foundAtMs - startedAtMs;
		requestMs += performance.now() - foundAtMs;
		nowMs += 1000;
	}
	const after = heapUsed();

	nowMs += TEN_MINUTES_MS + 1;
	queueOf(accountOf(ACCOUNTS), clock);
	const measured = {
		accounts: ACCOUNTS,
		kilobytesPerAccount: (after - before) / ACCOUNTS / 1024,
		microsecondsPerLookUp: (lookUpMs * 1000) / (ACCOUNTS * REQUESTS_EACH),
		microsecondsPerRequest: (requestMs * 1000) / (ACCOUNTS * REQUESTS_EACH),
		// the one that was just used is not counted
		leftAfterTenMinutes: rememberedAccounts() - 1,
	};
	console.log(`  ${JSON.stringify(measured)}`);
	return measured;
}
