import { theoreticalMinimumSeconds, type RateLimitReading } from '../../sandbox';
import { seeded } from '../../scripts/random';
import { simulate } from '../../test/unit/transport/rateLimit/simulation';
import { READINGS } from '../limits/cases';

/** One account shared by worker processes that share nothing but its headers, in virtual time. */
export interface ManyWorkersRow {
	workers: number;
	reading: RateLimitReading;
	messages: number;
	/** Messages that came through. */
	accepted: number;
	timesMinimum: number;
	refusalsPerMessage: number;
	/** The most refusals of one message. */
	mostRefusalsOfOne: number;
}

const WORKERS = [1, 3, 10, 100, 1000];

/** The smallest plan: what passes for free is used up soonest. */
const LIMIT = { limit: 60, windowSeconds: 60 };

const LATENCY_MS: [number, number] = [24, 27];

/** Every worker has something to send, and no case is over within its first minute. */
const messagesFor = (workers: number) => Math.max(300, 2 * workers);

export function simulateManyWorkers(): ManyWorkersRow[] {
	console.log('> Many workers on one account, in virtual time');
	return READINGS.flatMap((reading) =>
		WORKERS.map((workers) => {
			const policy = { ...LIMIT, reading };
			const messages = messagesFor(workers);
			const result = simulate({ policy, messages, processes: workers, latencyMs: LATENCY_MS, random: seeded(1) });
			const row = {
				workers,
				reading,
				messages,
				accepted: result.acceptedAtMs.length,
				timesMinimum: result.seconds / theoreticalMinimumSeconds(policy, messages),
				refusalsPerMessage: result.refusals / messages,
				mostRefusalsOfOne: result.mostRefusalsOfOne,
			};
			console.log(
				`  ${reading}, ${workers} workers: ${row.timesMinimum.toFixed(3)} x minimum, ${row.refusalsPerMessage.toFixed(2)} refusals per message`,
			);
			return row;
		}),
	);
}
