import { setTimeout as delay } from 'node:timers/promises';
import type { FaultInput, RateLimitPolicyInput, Sandbox } from '../../sandbox';
import type { Random } from './random';

const SENDS = 'message/send';

/** Faults of single requests. The long silence is longer than the Request Timeout of the node. */
const FAULTS: Array<(random: Random) => FaultInput> = [
	() => ({ kind: 'reset', when: 'before', path: SENDS }),
	() => ({ kind: 'reset', when: 'after', path: SENDS }),
	() => ({ kind: 'truncatedBody', path: SENDS }),
	() => ({ kind: 'abortedBody', path: SENDS }),
	() => ({ kind: 'timeout', when: 'after', path: SENDS }),
	() => ({ kind: 'failureBody', path: SENDS }),
	(random) => ({ kind: 'html', status: random.oneOf([502, 503]), when: 'before', path: SENDS }),
	(random) => ({ kind: 'status', status: random.oneOf([500, 502, 503, 504] as const), when: 'before', path: SENDS }),
	(random) => ({ kind: 'status', status: random.oneOf([500, 502, 504] as const), when: 'after', path: SENDS }),
	(random) => ({ kind: 'latency', latencyMs: random.between(50, 1500), times: random.between(1, 10) }),
	(random) => ({ kind: 'answer', status: 429, headers: { 'Retry-After': String(random.between(0, 2)) }, path: SENDS }),
	// reads fail, too: a row that is compared with what was sent before is then not sent
	() => ({ kind: 'status', status: 503, when: 'before', method: 'GET' }),
];

/** A limit of a plan, with a window that is shorter by the scale. */
const randomLimit = (random: Random, scale: number): RateLimitPolicyInput => ({
	limit: random.oneOf([60, 120, 180]),
	windowSeconds: 60 / scale,
	leakPerSecond: scale * random.oneOf([1, 2, 3]),
	reading: random.oneOf(['window', 'bucket', 'fixed'] as const),
	retryAfterForm: random.oneOf(['seconds', 'date'] as const),
});

/** Share of the changes that also change the limit, and share of those that take it away. */
const LIMIT_SHARE = 0.1;
const NO_LIMIT_SHARE = 0.2;

/** Seconds between two changes, of scaled time. */
const CHANGE_SECONDS = [5, 30] as const;

/** Lets requests fail and limits change. */
export class Weather {
	faults = 0;
	limits = 0;

	constructor(
		private readonly sandbox: Sandbox,
		private readonly random: Random,
		private readonly scale: number,
	) {}

	async changeUntil(isOver: () => boolean): Promise<void> {
		while (!isOver()) {
			this.change();
			await delay((this.random.between(...CHANGE_SECONDS) * 1000) / this.scale);
		}
	}

	/** No fault and no limit from now on. */
	calm(): void {
		this.sandbox.clearFaults();
		this.sandbox.setPolicy(null);
	}

	private change(): void {
		const { sandbox, random, scale } = this;
		sandbox.addFaults(random.oneOf(FAULTS)(random));
		this.faults++;
		if (random.next() >= LIMIT_SHARE) return;
		sandbox.setPolicy(random.next() < NO_LIMIT_SHARE ? null : randomLimit(random, scale));
		this.limits++;
	}
}
