/** The clock object that the built package waits with. */
interface BuiltClock {
	now: () => number;
	monotonicMs: () => number;
	sleep: (ms: number) => Promise<void>;
	random: () => number;
}

/**
 * Time that passes only when the package sleeps. Waits take no real time, and the gap between two requests is exactly
 * the wait between them. Jitter is off (random numbers are 0) unless a test sets `random`.
 */
export class VirtualTime {
	/** Milliseconds slept so far. */
	elapsedMs = 0;
	/** Each single call of sleep. */
	slices: number[] = [];
	random = 0;
	/** Called in every sleep. A test can stop the execution in the middle of a wait with it. */
	onSleep: (elapsedMs: number) => void = () => undefined;
	private readonly startMs = Date.now();

	/** Replaces the clock of the package that jest has loaded from `dist`. */
	install(clock: BuiltClock): void {
		clock.now = () => this.startMs + this.elapsedMs;
		clock.monotonicMs = () => this.elapsedMs;
		clock.random = () => this.random;
		clock.sleep = async (ms) => {
			this.slices.push(ms);
			this.elapsedMs += ms;
			this.onSleep(this.elapsedMs);
			// lets other requests and the cancel signal proceed, as a real timer would
			await new Promise((resolve) => setImmediate(resolve));
		};
	}

	reset(): void {
		this.elapsedMs = 0;
		this.slices = [];
		this.random = 0;
		this.onSleep = () => undefined;
	}
}

/** Gives a clock virtual time that begins anew with each test of the file, and gives the clock back in the end. */
export function virtualTimeFor(clock: BuiltClock): VirtualTime {
	const real = { ...clock };
	const time = new VirtualTime();
	beforeEach(() => {
		time.reset();
		time.install(clock);
	});
	afterAll(() => Object.assign(clock, real));
	return time;
}
