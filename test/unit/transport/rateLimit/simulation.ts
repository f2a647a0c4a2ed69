import { RateLimitTracker, type Ticket } from '../../../../nodes/WhatsLoop/transport/rateLimit/rateLimitTracker';
import { readRateLimitAnswer } from '../../../../nodes/WhatsLoop/transport/rateLimitAnswer';
import { seeded } from '../../../../scripts/random';
import { rateLimitHeaders } from '../../../../sandbox/rateLimit/headers';
import { resolvePolicy, type RateLimitPolicyInput } from '../../../../sandbox/rateLimit/policy';
import { READINGS } from '../../../../sandbox/rateLimit/readings';
import type { Latency } from './latencies';

/** Decides when a request leaves. It is the tracker, or an oracle to compare it with. */
export type Client = Pick<RateLimitTracker, 'waitMs' | 'acquire' | 'release'>;

export interface Scenario {
	policy: RateLimitPolicyInput | null;
	messages: number;
	/** Each has its own tracker, like a worker process. They share the messages. */
	processes?: number;
	/** Requests in flight per process. */
	concurrency?: number;
	/** The longest time of each way. The way there and the way back take any time up to it. */
	latencyMs?: [least: number, most: number];
	/** One way of one request, instead of `latencyMs`; given the stream of random numbers. */
	latency?: (random: () => number) => number;
	/** Both ways of one request, instead of `latencyMs` and `latency`. */
	trip?: Latency;
	/** Each process has this many messages of its own. Otherwise all processes take from one list. */
	ownMessages?: boolean;
	/** When each process starts, in milliseconds. A process that is not listed starts at 0. */
	startsAtMs?: number[];
	/** When each process stops taking messages, in milliseconds. A process that is not listed never stops. */
	endsAtMs?: number[];
	/** Called for each process, instead of making a tracker. */
	client?: () => Client;
	/** Server's clock minus the client's epoch clock. */
	clockOffsetMs?: number;
	/** Where in a second the server's clock stands at the start. */
	phaseMs?: number;
	/** Requests of another program: moments in milliseconds. */
	others?: number[];
	/** The plan changes at a moment. */
	change?: { atMs: number; policy: RateLimitPolicyInput };
	/** Headers that the server leaves out. */
	without?: string[];
	random?: () => number;
}

export interface Result {
	acceptedAtMs: number[];
	refusals: number;
	/** When the last message was accepted, in seconds after the first. */
	seconds: number;
	/** Most refusals of one message. */
	mostRefusalsOfOne: number;
	/** Every request that arrived, in the order of arrival. */
	requests: SimulatedRequest[];
}

export interface SimulatedRequest {
	process: number;
	sentAtMs: number;
	arrivedAtMs: number;
	answeredAtMs: number;
	kind: Ticket['kind'];
	accepted: boolean;
	remaining: number | undefined;
	/** The wait that a refusal asked for. */
	retryAfterMs: number | undefined;
}

interface Event {
	atMs: number;
	run: () => void;
}

/** What the server's clock shows at the start, unless a scenario says otherwise. */
export const SIMULATION_EPOCH_MS = 1_800_000_000_000;

/** A client that waits for ever, or never stops asking, must fail its test and not keep it running. A thousand processes ask some 100 times. */
const LONGEST_MS = 24 * 3_600_000;
const MOST_REQUESTS_PER_MESSAGE = 1000;

/**
 * Runs the real tracker against the sandbox's rate limit, in virtual time.
 *
 * @throws Error where it does not come to an end
 */
export function simulate(scenario: Scenario): Result {
	const { messages, processes = 1, concurrency = 4, latencyMs = [20, 30], clockOffsetMs = 0, phaseMs = 0 } = scenario;
	const { others = [], without = [], random = seeded(1) } = scenario;
	const epochMs = SIMULATION_EPOCH_MS + phaseMs;
	let policy = scenario.policy === null ? null : resolvePolicy(scenario.policy);
	let state: unknown;
	let nowMs = 0;
	const events: Event[] = [];
	const at = (atMs: number, run: () => void) => {
		// sorted, with a binary search, because a thousand processes have thousands of future events
		let least = 0;
		let most = events.length;
		while (least < most) {
			const middle = (least + most) >> 1;
			if (events[middle].atMs <= atMs) least = middle + 1;
			else most = middle;
		}
		events.splice(least, 0, { atMs, run });
	};
	const result: Result = { acceptedAtMs: [], refusals: 0, seconds: 0, mostRefusalsOfOne: 0, requests: [] };
	const ownMessages = scenario.ownMessages ?? false;
	const listCount = ownMessages ? processes : 1;
	const lists = Array.from({ length: listCount }, (_, index) => ({ left: Math.floor((messages + index) / listCount) }));
	const latency = () => scenario.latency?.(random) ?? latencyMs[0] + random() * (latencyMs[1] - latencyMs[0]);
	const trip: Latency = scenario.trip ?? (() => ({ thereMs: latency(), backMs: latency() }));

	const serve = (): { statusCode: number; headers: Record<string, string> } => {
		const serverMs = epochMs + nowMs;
		const date = { Date: new Date(serverMs + clockOffsetMs).toUTCString() };
		if (policy === null) return { statusCode: 200, headers: date };
		const decision = READINGS[policy.reading].decide(state as never, policy, serverMs + clockOffsetMs);
		state = decision.state;
		const headers = { ...date, ...rateLimitHeaders(policy, decision.verdict, serverMs + clockOffsetMs) };
		for (const name of without) delete (headers as Record<string, string>)[name];
		return { statusCode: decision.verdict.accepted ? 200 : 429, headers };
	};

	for (let index = 0; index < processes; index++) {
		const tracker: Client = scenario.client?.() ?? new RateLimitTracker();
		const endsAtMs = scenario.endsAtMs?.[index] ?? Number.POSITIVE_INFINITY;
		const refused: number[] = [];
		const list = lists[index % lists.length];
		let inFlight = 0;
		let wakeAtMs = Number.POSITIVE_INFINITY;
		const step = () => {
			wakeAtMs = Number.POSITIVE_INFINITY;
			while (inFlight < concurrency && ((list.left > 0 && nowMs < endsAtMs) || refused.length > 0)) {
				const waitMs = tracker.waitMs(nowMs);
				if (waitMs > 0) {
					// in slices, like the queue; timers are never early and up to two milliseconds late
					wakeAtMs = nowMs + Math.min(500, waitMs) + random() * 2;
					const due = wakeAtMs;
					at(due, () => {
						if (wakeAtMs === due) step();
					});
					return;
				}
				const refusalsBefore = refused.length > 0 ? refused.shift()! : 0;
				if (refusalsBefore === 0) list.left--;
				inFlight++;
				const ticket = tracker.acquire(nowMs);
				const sentAtMs = nowMs;
				const { thereMs, backMs } = trip(random, nowMs);
				at(nowMs + thereMs, () => {
					const answer = serve();
					const accepted = answer.statusCode === 200;
					if (accepted) result.acceptedAtMs.push(nowMs);
					const told = answer.headers['X-RateLimit-Remaining'];
					result.requests.push({
						process: index,
						sentAtMs,
						arrivedAtMs: nowMs,
						answeredAtMs: nowMs + backMs,
						kind: ticket.kind,
						accepted,
						remaining: told === undefined ? undefined : Number(told),
						retryAfterMs: readRateLimitAnswer(answer.statusCode, answer.headers, epochMs + nowMs).retryAfterMs,
					});
					at(nowMs + backMs, () => {
						inFlight--;
						tracker.release(ticket, readRateLimitAnswer(answer.statusCode, answer.headers, epochMs + nowMs), nowMs);
						if (answer.statusCode === 429) {
							result.refusals++;
							refused.push(refusalsBefore + 1);
							refused.sort((a, b) => a - b);
							result.mostRefusalsOfOne = Math.max(result.mostRefusalsOfOne, refusalsBefore + 1);
						}
						step();
					});
				});
			}
		};
		at(scenario.startsAtMs?.[index] ?? 0, step);
	}
	for (const moment of others) at(moment, () => void serve());
	const { change } = scenario;
	if (change) at(change.atMs, () => (policy = resolvePolicy(change.policy)));

	while (events.length > 0) {
		const event = events.shift()!;
		nowMs = event.atMs;
		if (nowMs > LONGEST_MS || result.requests.length > MOST_REQUESTS_PER_MESSAGE * (messages + 100))
			throw new Error(`Not at its end after ${result.requests.length} requests and ${nowMs / 1000} s`);
		event.run();
	}
	result.seconds = (result.acceptedAtMs[result.acceptedAtMs.length - 1] - result.acceptedAtMs[0]) / 1000;
	return result;
}
