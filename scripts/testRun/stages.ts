import { formatSeconds } from '../cache/progress';

/** Runs the stages of a longer job one after another, telling their names and how long each took. */
export class Stages {
	private readonly taken: string[] = [];

	async run<T>(name: string, work: () => Promise<T>): Promise<T> {
		console.log(`> ${name}`);
		const startedAt = Date.now();
		try {
			return await work();
		} finally {
			this.taken.push(`${name} ${formatSeconds((Date.now() - startedAt) / 1000)}`);
		}
	}

	/** `build 5 s, unit + integration 12 s` */
	get timings(): string {
		return this.taken.join(', ');
	}
}
