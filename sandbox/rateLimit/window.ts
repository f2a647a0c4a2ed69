import type { Reading } from './reading';

interface WindowState {
	openedAtMs: number;
	used: number;
	lastAcceptedAtMs: number;
}

/**
 * The documentation's prose: a minute window of `limit` requests; once they are used up, one request per second,
 * counted from the last accepted one, until the window ends. Seconds in which nothing was sent are not saved up.
 * The window opens with the first request after the previous one ended.
 */
export const windowReading: Reading<WindowState> = {
	resetOnEveryAnswer: true,
	decide(state, policy, nowMs) {
		const windowMs = policy.windowSeconds * 1000;
		const isOpen = state !== undefined && nowMs < state.openedAtMs + windowMs;
		const window = isOpen ? state : { openedAtMs: nowMs, used: 0, lastAcceptedAtMs: nowMs };
		const resetAtMs = window.openedAtMs + windowMs;
		const leakAtMs = Math.min(window.lastAcceptedAtMs + 1000 / policy.leakPerSecond, resetAtMs);
		const retryAtMs = window.used < policy.limit ? nowMs : Math.max(leakAtMs, nowMs);
		if (nowMs < retryAtMs) {
			return { state: window, verdict: { accepted: false, remaining: 0, resetAtMs, retryAtMs } };
		}
		const used = window.used + 1;
		return {
			state: { openedAtMs: window.openedAtMs, used, lastAcceptedAtMs: nowMs },
			verdict: { accepted: true, remaining: Math.max(0, policy.limit - used), resetAtMs, retryAtMs },
		};
	},
};
