import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/**
 * Reading a credential costs n8n 2.41 more than all the rest of an event (it sets up a V8 isolate each time), so in a burst
 * it is read every other second. This is how long a secret that was changed is still taken.
 */
export const KEPT_MS = 2000;

/** More than the active triggers of any n8n. */
const MAX_ENTRIES = 1000;

const entries = new Map<string, { credential: ICredentialDataDecryptedObject; readAtMs: number }>();

/** The credential of a trigger as it was read a moment ago; undefined if it was not read. */
export function recentCredential(trigger: string, nowMs: number): ICredentialDataDecryptedObject | undefined {
	const entry = entries.get(trigger);
	if (entry === undefined) return undefined;
	if (nowMs - entry.readAtMs < KEPT_MS) return entry.credential;
	entries.delete(trigger);
	return undefined;
}

/** @param nowMs a clock that never jumps */
export function keepCredential(trigger: string, credential: ICredentialDataDecryptedObject, nowMs: number): void {
	entries.delete(trigger);
	entries.set(trigger, { credential, readAtMs: nowMs });
	if (entries.size > MAX_ENTRIES) entries.delete(entries.keys().next().value!);
}

/** Removes everything that is kept for a trigger. */
export const forgetCredential = (trigger: string): boolean => entries.delete(trigger);
