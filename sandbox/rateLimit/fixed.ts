import type { Reading } from './reading';

interface FixedState {
	openedAtMs: number;
	used: number;
}

/**
 * The four header names are those of Laravel's throttle middleware, which counts like this: the window opens with the
 * first request and refuses everything after `limit` until it ends; only the refusal says when that is.
 */
export const fixedReading: Reading<FixedState> = {
	resetOnEveryAnswer: false,
	decide(state, policy, nowMs) {
		const windowMs = policy.windowSeconds * 1000;
		const isOpen = state !== undefined && nowMs < state.openedAtMs + windowMs;
		const window = isOpen ? state : { openedAtMs: nowMs, used: 0 };
		const resetAtMs = window.openedAtMs + windowMs;
		if (window.used >= policy.limit) {
			return { state: window, verdict: { accepted: false, remaining: 0, resetAtMs, retryAtMs: resetAtMs } };
		}
		const used = window.used + 1;
		return {
			state: { openedAtMs: window.openedAtMs, used },
			verdict: { accepted: true, remaining: Math.max(0, policy.limit - used), resetAtMs, retryAtMs: nowMs },
		};
	},
};
