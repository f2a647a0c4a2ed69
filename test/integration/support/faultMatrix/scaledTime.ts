/** Time passes this much faster: a second takes 20 ms. A faster clock would make a busy machine look slow. */
export const SCALE = 50;

const RealDate = Date;
const startedAtMs = RealDate.now();
const startedAt = performance.now();

/** Milliseconds of scaled time since this file was loaded. It never jumps. */
export const scaledMs = (): number => (performance.now() - startedAt) * SCALE;

/** Scaled time as milliseconds since the epoch. */
export const scaledNow = (): number => startedAtMs + scaledMs();

/** The clock that the built package waits with. */
interface BuiltClock {
	now: () => number;
	monotonicMs: () => number;
	sleep: (ms: number) => Promise<void>;
	random: () => number;
}

/** The clock of the sandbox, which sets the time of its messages. */
class ScaledDate extends RealDate {
	constructor(...values: unknown[]) {
		super(...((values.length === 0 ? [scaledNow()] : values) as [number]));
	}

	static now = scaledNow;
}

/**
 * Makes time pass faster for the package's waits and for the dates of this test file. The Request Timeout stays real,
 * because the network is real.
 */
export function scaleTime(clock: BuiltClock): void {
	globalThis.Date = ScaledDate as unknown as DateConstructor;
	clock.now = scaledNow;
	clock.monotonicMs = scaledMs;
	clock.sleep = async (ms) => await new Promise((resolve) => setTimeout(resolve, ms / SCALE));
}
