import { faultSchema, type Fault, type FaultInput } from './fault';

/** The parts of a request that decide whether a fault applies. */
export interface FaultSubject {
	method: string;
	contract: string;
	endpoint: string;
	rawBody: string;
	/** Token as given, right or wrong. */
	token?: string;
}

export type FaultMoment = 'before' | 'after';

/** The faults that are waiting, in the order in which they were asked for. */
export class FaultList {
	private waiting: Fault[] = [];

	get all(): readonly Fault[] {
		return this.waiting;
	}

	/** @throws ZodError when it is no fault. */
	add(input: FaultInput): Fault {
		const fault = faultSchema.parse(input);
		this.waiting.push(fault);
		return fault;
	}

	clear(): void {
		this.waiting = [];
	}

	/**
	 * The faults that hit a request at a moment, each of which is used up by one: any number of delays, and the first
	 * of all others. Later faults do not count a request that an earlier one took.
	 */
	take(subject: FaultSubject, moment: FaultMoment): Fault[] {
		const hits: Fault[] = [];
		let isTaken = false;
		for (const fault of this.waiting) {
			if (momentOf(fault) !== moment || !matches(fault, subject)) continue;
			if (!isDelay(fault) && isTaken) continue;
			if (fault.skip > 0) {
				fault.skip -= 1;
				continue;
			}
			fault.times -= 1;
			hits.push(fault);
			if (!isDelay(fault)) isTaken = true;
		}
		this.waiting = this.waiting.filter(({ times }) => times > 0);
		return hits;
	}
}

/** Faults that only take time can be combined with any other fault. */
export const isDelay = ({ kind }: Fault): boolean => kind === 'latency' || kind === 'roundTrip';

const momentOf = (fault: Fault): FaultMoment => ('when' in fault ? fault.when : 'before');

function matches(fault: Fault, subject: FaultSubject): boolean {
	return (
		(fault.path === undefined || pathMatches(fault.path, subject.endpoint)) &&
		(fault.method === undefined || fault.method.toUpperCase() === subject.method) &&
		(fault.contract === undefined || fault.contract === subject.contract) &&
		(fault.accountToken === undefined || fault.accountToken === subject.token) &&
		(fault.bodyContains === undefined || subject.rawBody.includes(fault.bodyContains))
	);
}

const pathMatches = (pattern: string, path: string) =>
	pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
