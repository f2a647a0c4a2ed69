/** Random numbers that are the same for the same seed (Mulberry32, Tommy Ettinger, public domain). */
export class Random {
	constructor(private state: number) {}

	/** From 0 to below 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number, both ends included. */
	between(from: number, to: number): number {
		return from + Math.floor(this.next() * (to - from + 1));
	}

	oneOf<T>(values: readonly T[]): T {
		return values[this.between(0, values.length - 1)];
	}
}
