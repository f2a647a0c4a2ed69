import { PLANS, resolvePolicy, type RateLimitPolicy, type RateLimitReading } from '../../sandbox';

/** How long requests take to WhatsLoop and back. */
export type LatencyName = 'even' | 'heavyTail';

export const LATENCY_TITLES: Record<LatencyName, string> = {
	even: 'even latency of 50 ms',
	heavyTail: 'latency with a heavy tail, 30 to 400 ms',
};

/** A rate limit, a latency, and how many messages are sent. */
export interface Case {
	latency: LatencyName;
	plan: string;
	policy: RateLimitPolicy;
	messages: number;
}

export const READINGS: readonly RateLimitReading[] = ['window', 'bucket', 'fixed'];

/** A window of 20 s shows what one of 60 s does, in a third of the time; headers stay in whole seconds. */
const QUICK = {
	plan: '20 per 20 s',
	limit: 20,
	windowSeconds: 20,
	messages: [100],
	latencies: ['even', 'heavyTail'] as LatencyName[],
};

const FULL_MESSAGES = [50, 200, 1000];

const FULL = Object.entries(PLANS).map(([plan, limit]) => ({
	plan,
	limit,
	windowSeconds: 60,
	messages: FULL_MESSAGES,
	latencies: ['even'] as LatencyName[],
}));

const casesOf = (plans: Array<typeof QUICK>): Case[] =>
	READINGS.flatMap((reading) =>
		plans.flatMap(({ plan, limit, windowSeconds, messages, latencies }) =>
			latencies.flatMap((latency) =>
				messages.map((count) => ({
					plan,
					policy: resolvePolicy({ limit, windowSeconds, reading }),
					latency,
					messages: count,
				})),
			),
		),
	);

/** Takes minutes: the node and its rivals under each reading of the documentation. */
export const QUICK_CASES: readonly Case[] = casesOf([QUICK]);

/** Takes hours: the documented plans. */
export const FULL_CASES: readonly Case[] = casesOf(FULL);
