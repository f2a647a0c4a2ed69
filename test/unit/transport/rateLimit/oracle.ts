import type { RateLimitPolicy } from '../../../../sandbox/rateLimit/policy';
import type { Trip } from '../../../../sandbox/faults/roundTrip';
import type { Latency } from './latencies';
import { seeded } from '../../../../scripts/random';

/**
 * The tracker is compared with the best expected time of an oracle. The oracle knows the policy, and the distribution of
 * the way there and of the way back at every moment. It does not know how long a single trip will take. After a trip it
 * knows the round trip, but not how it was divided between the two ways. It chooses how long to wait after each request: for
 * the quickest expected progress, or for the most expected requests in a window.
 */
export interface OracleCase {
	policy: RateLimitPolicy;
	messages: number;
	latency: Latency;
	/** Requests under way at once. */
	concurrency: number;
}

/** The distribution of the trips at a moment is known by this many draws. */
const DRAWS = 960;

/** Trips of about the same length are treated as equal. */
const BINS = 12;

/** A refusal in the trickle asks for a second, rounded up, from its answer on. */
const SECOND_MS = 1000;

/** What the oracle may add to the second between two requests of the trickle, in milliseconds. */
const MARGINS_MS = [
	...Array.from({ length: 50 }, (_, index) => -40 + 2 * index),
	...Array.from({ length: 28 }, (_, index) => 60 + 5 * index),
	...Array.from({ length: 10 }, (_, index) => 200 + 25 * index),
];

/** Moments in a window are told apart to this many milliseconds when the oracle plans. */
const STEP_MS = 10;

/** What is known about trips that begin within one second. */
interface Trips {
	/** Every draw of the way there, shortest first. */
	thereMs: number[];
	meanRoundTripMs: number;
	/** The longest round trip of each bin. */
	binEndsMs: number[];
	/** For each bin and margin: how likely a request that leaves a second and the margin later arrives too early. */
	refusal: number[][];
}

const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** How many of the sorted numbers are below a bound. */
function countBelow(sorted: number[], bound: number): number {
	let least = 0;
	let most = sorted.length;
	while (least < most) {
		const middle = (least + most) >> 1;
		if (sorted[middle] < bound) least = middle + 1;
		else most = middle;
	}
	return least;
}

function drawTrips(latency: Latency, atMs: number): Trips {
	const random = seeded(1);
	const draws = Array.from({ length: DRAWS }, () => latency(random, atMs));
	const later = Array.from({ length: DRAWS }, () => latency(random, atMs + SECOND_MS).thereMs).sort((a, b) => a - b);
	draws.sort((a, b) => a.thereMs + a.backMs - b.thereMs - b.backMs);
	const size = DRAWS / BINS;
	const bins = Array.from({ length: BINS }, (_, index) => draws.slice(index * size, (index + 1) * size));
	return {
		thereMs: draws.map(({ thereMs }) => thereMs).sort((a, b) => a - b),
		meanRoundTripMs: mean(draws.map(({ thereMs, backMs }) => thereMs + backMs)),
		binEndsMs: bins.map((bin) => bin[size - 1].thereMs + bin[size - 1].backMs),
		refusal: bins.map((bin) =>
			MARGINS_MS.map((marginMs) => mean(bin.map(({ thereMs }) => countBelow(later, thereMs - marginMs) / DRAWS))),
		),
	};
}

/** The distributions of one latency, worked out once for each second. */
class KnownTrips {
	private readonly bySecond = new Map<number, Trips>();

	constructor(readonly latency: Latency) {}

	at(nowMs: number): Trips {
		// a latency that does not ask for the time is the same at every moment
		const second = this.latency.length < 2 ? 0 : Math.max(0, Math.floor(nowMs / SECOND_MS));
		const known = this.bySecond.get(second) ?? drawTrips(this.latency, second * SECOND_MS);
		this.bySecond.set(second, known);
		return known;
	}
}

const bestOf = (values: number[]) => values.reduce((best, value, index) => (value > values[best] ? index : best), 0);

/** The bin of a round trip. */
const binOf = ({ binEndsMs }: Trips, { thereMs, backMs }: Trip) =>
	Math.min(BINS - 1, countBelow(binEndsMs, thereMs + backMs));

/** The margin with the least expected time: the margin itself, and a second and a round trip for each refusal. */
function quickestMarginMs({ refusal, meanRoundTripMs }: Trips, bin: number): number {
	const costs = MARGINS_MS.map((marginMs, index) => marginMs + refusal[bin][index] * (SECOND_MS + meanRoundTripMs));
	return MARGINS_MS[bestOf(costs.map((cost) => -cost))];
}

/**
 * Plans the trickle of one window for the most expected requests, by dynamic programming from the window's end. Time that is
 * left over at the end is worth nothing. So the oracle waits longer if that costs no request, and takes a risk if that
 * gains one.
 *
 * @returns the margin to add to the second after a request that left at a moment of the window and took a known round trip
 */
function planTrickle(
	trips: KnownTrips,
	openedAtMs: number,
	endsAtMs: number,
): (sentAtMs: number, bin: number) => number {
	const steps = Math.ceil((endsAtMs - openedAtMs) / STEP_MS);
	/** Expected requests of this window that follow one that leaves at a step. */
	const following = new Float64Array(steps + 1);
	const choices = Array.from({ length: steps + 1 }, () => new Int16Array(BINS));
	const stepOf = (ms: number) => Math.min(steps, Math.max(0, Math.ceil((ms - openedAtMs) / STEP_MS)));
	const worth = (sentAtMs: number) => {
		if (sentAtMs >= endsAtMs) return 0;
		const inTime = countBelow(trips.at(sentAtMs).thereMs, endsAtMs - sentAtMs) / DRAWS;
		return inTime * (1 + following[stepOf(sentAtMs)]);
	};
	for (let step = steps - 1; step >= 0; step--) {
		const nextAtMs = openedAtMs + step * STEP_MS + SECOND_MS;
		const { refusal, meanRoundTripMs } = trips.at(nextAtMs - SECOND_MS);
		const worths = MARGINS_MS.map((marginMs) => ({
			accepted: worth(nextAtMs + marginMs),
			refused: worth(nextAtMs + marginMs + meanRoundTripMs + SECOND_MS),
		}));
		for (let bin = 0; bin < BINS; bin++) {
			const values = worths.map(
				({ accepted, refused }, index) => accepted + refusal[bin][index] * (refused - accepted),
			);
			choices[step][bin] = bestOf(values);
			following[step] += values[choices[step][bin]] / BINS;
		}
	}
	return (sentAtMs, bin) => MARGINS_MS[choices[stepOf(sentAtMs)][bin]];
}

interface Sent extends Trip {
	sentAtMs: number;
}

const arrivalMs = ({ sentAtMs, thereMs }: Sent) => sentAtMs + thereMs;
const answerMs = (sent: Sent) => arrivalMs(sent) + sent.backMs;

/** Plans by the second in which the window opened. Later runs use the plan of the first one. */
type Plans = Map<number, ReturnType<typeof planTrickle>>;

/** One run of the oracle. */
class Run {
	private accepted = 0;

	refusals = 0;

	constructor(
		private readonly oracle: OracleCase,
		private readonly trips: KnownTrips,
		private readonly plans: Plans,
		private readonly random: () => number,
	) {}

	/** @returns seconds from the first accepted request to the last */
	seconds(): number {
		const { policy, messages } = this.oracle;
		let burst = this.burst(0);
		const startMs = arrivalMs(burst[0]);
		while (this.accepted < messages) {
			const lastMs = policy.reading === 'bucket' ? this.drain(burst) : this.window(burst);
			if (this.accepted === messages) return (lastMs - startMs) / 1000;
			burst = this.burst(this.nextWindowMs(burst[0]));
		}
		return (arrivalMs(burst[burst.length - 1]) - startMs) / 1000;
	}

	private send(sentAtMs: number): Sent {
		return { sentAtMs, ...this.oracle.latency(this.random, sentAtMs) };
	}

	/** Sends as many requests as there are places, in the order of arrival. All are accepted. */
	private burst(fromMs: number): Sent[] {
		const { policy, concurrency, messages } = this.oracle;
		const freeAtMs = new Array<number>(concurrency).fill(fromMs);
		const burst: Sent[] = [];
		while (burst.length < Math.min(policy.limit, messages - this.accepted)) {
			const slot = bestOf(freeAtMs.map((ms) => -ms));
			const sent = this.send(freeAtMs[slot]);
			freeAtMs[slot] = answerMs(sent);
			burst.push(sent);
		}
		this.accepted += burst.length;
		return burst.sort((a, b) => arrivalMs(a) - arrivalMs(b));
	}

	/** The margin that costs the least time, after a request whose round trip is known. */
	private quickestAfterMs(sent: Sent): number {
		const known = this.trips.at(sent.sentAtMs);
		return quickestMarginMs(known, binOf(known, sent));
	}

	/** The next window may begin a window's length after the request that opened this one. */
	private nextWindowMs(opening: Sent): number {
		return opening.sentAtMs + this.oracle.policy.windowSeconds * 1000 + Math.max(0, this.quickestAfterMs(opening));
	}

	/** The rest of a window. @returns when the last request was accepted */
	private window(burst: Sent[]): number {
		const { policy, messages } = this.oracle;
		let last = burst[burst.length - 1];
		if (policy.reading === 'fixed') return arrivalMs(last);
		const openedAtMs = arrivalMs(burst[0]);
		const endsAtMs = openedAtMs + policy.windowSeconds * 1000;
		const untilMs = this.nextWindowMs(burst[0]);
		const fits = (endsAtMs - arrivalMs(last)) / SECOND_MS;
		const marginMs = messages - this.accepted < fits - 1 ? undefined : this.planOf(openedAtMs, endsAtMs);
		let sentAtMs = last.sentAtMs + SECOND_MS + this.quickestAfterMs(last);
		while (this.accepted < messages && sentAtMs < untilMs) {
			const sent = this.send(sentAtMs);
			if (arrivalMs(sent) >= endsAtMs) break;
			if (arrivalMs(sent) < arrivalMs(last) + SECOND_MS) {
				this.refusals++;
				sentAtMs = answerMs(sent) + SECOND_MS;
				continue;
			}
			this.accepted++;
			last = sent;
			const bin = binOf(this.trips.at(sentAtMs), sent);
			sentAtMs += SECOND_MS + (marginMs?.(sentAtMs, bin) ?? this.quickestAfterMs(sent));
		}
		return arrivalMs(last);
	}

	private planOf(openedAtMs: number, endsAtMs: number) {
		const second = Math.round(openedAtMs / 1000);
		const plan = this.plans.get(second) ?? planTrickle(this.trips, openedAtMs, endsAtMs);
		this.plans.set(second, plan);
		return plan;
	}

	/** A bucket that always has something to drain loses no time. Only the last request can be late. */
	private drain(burst: Sent[]): number {
		const left = this.oracle.messages - this.accepted;
		const sent = this.send(burst[0].sentAtMs + (left * 1000) / this.oracle.policy.leakPerSecond);
		this.accepted += left;
		return arrivalMs(sent) + Math.max(0, this.quickestAfterMs(burst[0]));
	}
}

/** Seconds and refusals of the oracle, on average over a number of runs. */
export function oracleMean(oracle: OracleCase, runs: number): { seconds: number; refusals: number } {
	const trips = new KnownTrips(oracle.latency);
	const plans: Plans = new Map();
	const results = Array.from({ length: runs }, (_, index) => {
		const run = new Run(oracle, trips, plans, seeded(index + 1));
		return { seconds: run.seconds(), refusals: run.refusals };
	});
	return {
		seconds: mean(results.map(({ seconds }) => seconds)),
		refusals: mean(results.map(({ refusals }) => refusals)),
	};
}
