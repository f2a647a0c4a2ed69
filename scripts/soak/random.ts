import { seeded } from '../random';

/** Random numbers that are the same for the same seed. */
export class Random {
	/** From 0 to below 1. */
	readonly next: () => number;

	constructor(seed: number) {
		this.next = seeded(seed);
	}

	/** A whole number, both ends included. */
	between(from: number, to: number): number {
		return from + Math.floor(this.next() * (to - from + 1));
	}

	oneOf<T>(values: readonly T[]): T {
		return values[this.between(0, values.length - 1)];
	}
}
