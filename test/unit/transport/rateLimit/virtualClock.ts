import type { Clock } from '../../../../nodes/WhatsLoop/transport/wait';

export const EPOCH_MS = 1_800_000_000_000;

/** A clock that the test moves. A sleep ends when the clock reaches its time. */
export function virtualClock() {
	let nowMs = 0;
	let sleepers: Array<{ dueMs: number; wake: () => void }> = [];
	const settle = async () => {
		for (let round = 0; round < 20; round++) await Promise.resolve();
	};
	const clock: Clock = {
		now: () => EPOCH_MS + nowMs,
		monotonicMs: () => nowMs,
		random: () => 0,
		sleep: (ms) => new Promise((wake) => sleepers.push({ dueMs: nowMs + ms, wake })),
	};
	const pass = async (ms: number) => {
		const endMs = nowMs + ms;
		for (;;) {
			await settle();
			const next = sleepers.filter(({ dueMs }) => dueMs <= endMs).sort((a, b) => a.dueMs - b.dueMs)[0];
			if (!next) break;
			nowMs = Math.max(nowMs, next.dueMs);
			sleepers = sleepers.filter((sleeper) => sleeper !== next);
			next.wake();
		}
		nowMs = endMs;
		await settle();
	};
	return { clock, pass };
}
