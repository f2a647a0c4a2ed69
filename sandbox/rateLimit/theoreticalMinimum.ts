import { resolvePolicy, type RateLimitPolicyInput } from './policy';
import { READINGS } from './readings';

/**
 * The shortest time in which a policy lets a number of messages through: when the last one is accepted, in seconds
 * after the first, for a client that starts with a fresh window, loses no time and sends each at its first chance.
 * Found by letting that client loose on the policy itself.
 */
export function theoreticalMinimumSeconds(policy: RateLimitPolicyInput | null, messageCount: number): number {
	if (policy === null || messageCount < 1) return 0;
	const resolved = resolvePolicy(policy);
	const reading = READINGS[resolved.reading];
	let nowMs = 0;
	let state: unknown;
	for (let accepted = 0; accepted < messageCount;) {
		const decision = reading.decide(state, resolved, nowMs);
		state = decision.state;
		if (decision.verdict.accepted) accepted += 1;
		else nowMs = decision.verdict.retryAtMs;
	}
	return nowMs / 1000;
}
