/** A distribution is kept at this many points at most. More points cost time and do not improve the result. */
const MOST_POINTS = 64;

/** Points closer than this are below what timers can do. */
const SMALLEST_STEP_MS = 2;

/** More rounds would follow the noise of the few known trips. */
const ROUNDS = 15;

/** No length of a way is ever ruled out. */
const SMALLEST_SHARE = 1e-3;

/**
 * How the time of one way is spread, worked out from round trips. Nobody sees the two ways apart. We assume that both ways
 * vary alike and apart from each other, and look for the one distribution that explains the round trips best. It starts with
 * every length alike. In each round every round trip is divided among the pairs of ways that can make it up, as likely as the
 * distribution so far says (the Richardson-Lucy method).
 */
export class OneWay {
	private readonly stepMs: number;

	/** Share of the trips at each point. A point is that many steps longer than the shortest way. */
	private shares: number[];

	/** @param excessesMs how much longer each round trip took than the fastest possible one */
	constructor(excessesMs: readonly number[]) {
		const longestMs = Math.max(...excessesMs);
		this.stepMs = Math.max(SMALLEST_STEP_MS, longestMs / MOST_POINTS);
		const count = Math.round(longestMs / this.stepMs) + 1;
		this.shares = new Array<number>(count).fill(1 / count);
		const points = new Map<number, number>();
		for (const ms of excessesMs) points.set(this.pointOf(ms), (points.get(this.pointOf(ms)) ?? 0) + 1);
		for (let round = 0; round < ROUNDS; round++) this.shares = this.improved(points);
	}

	private pointOf(excessMs: number): number {
		return Math.round(Math.max(0, excessMs) / this.stepMs);
	}

	/** How likely each length of the way there is, for a round trip of a known length. */
	private waysThere(roundTrip: number): number[] {
		const { shares } = this;
		const pairs = Array.from(
			{ length: roundTrip + 1 },
			(_, there) => (shares[there] ?? 0) * (shares[roundTrip - there] ?? 0),
		);
		const sum = pairs.reduce((total, pair) => total + pair, 0);
		return sum > 0 ? pairs.map((pair) => pair / sum) : pairs.map(() => 1 / pairs.length);
	}

	/** @param points how many round trips there are of each length */
	private improved(points: ReadonlyMap<number, number>): number[] {
		const { length } = this.shares;
		const counts = new Array<number>(length).fill(SMALLEST_SHARE / length);
		for (const [point, trips] of points) {
			for (const [there, share] of this.waysThere(point).entries()) counts[there] += trips * share;
		}
		const sum = counts.reduce((total, count) => total + count, 0);
		const shares = counts.map((count) => count / sum);
		// neighbours are much alike: a few trips must not make sharp peaks
		return shares.map((share, index) => share / 2 + ((shares[index - 1] ?? share) + (shares[index + 1] ?? share)) / 4);
	}

	/**
	 * The margin after a round trip that costs least: the margin itself, and for each refusal what a refusal costs.
	 *
	 * @param excessMs how much longer the round trip took than the fastest possible one
	 */
	cheapestMarginMs(excessMs: number, refusalCostMs: number): number {
		const roundTrip = Math.min(this.pointOf(excessMs), 2 * (this.shares.length - 1));
		const waysThere = this.waysThere(roundTrip);
		let sum = 0;
		const upTo = this.shares.map((share) => (sum += share));
		let cheapest = { costMs: Number.POSITIVE_INFINITY, margin: roundTrip };
		for (let margin = 0; margin <= roundTrip; margin++) {
			// refused if the next way there is shorter by more than the margin
			const risk = waysThere.reduce(
				(total, share, there) => total + (there > margin ? share * (upTo[there - margin - 1] ?? 1) : 0),
				0,
			);
			const costMs = margin * this.stepMs + risk * refusalCostMs;
			if (costMs < cheapest.costMs) cheapest = { costMs, margin };
		}
		return cheapest.margin * this.stepMs;
	}
}
