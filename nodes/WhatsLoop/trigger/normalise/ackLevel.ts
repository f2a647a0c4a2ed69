import { MAX_NAME_CHARACTERS } from './limits';
import type { EventAck } from './triggerEvent';

/** Status → number in the family of WhatsApp engines. 6 is the provider's own. */
const LEVELS: Record<string, number> = { failed: 0, pending: 1, sent: 2, delivered: 3, read: 4, played: 5, deleted: 6 };

const STATUSES = Object.fromEntries(Object.entries(LEVELS).map(([status, level]) => [level, status]));

/** Other words for the same statuses, in lower case without separators. */
const SYNONYMS: Record<string, string> = {
	error: 'failed',
	fail: 'failed',
	undelivered: 'failed',
	serverack: 'sent',
	server: 'sent',
	success: 'sent',
	deliveryack: 'delivered',
	device: 'delivered',
	received: 'delivered',
	viewed: 'read',
	seen: 'read',
	revoked: 'deleted',
	deletedforall: 'deleted',
};

/**
 * The delivery status of a message. Numbers and words of all known engines become the same seven statuses.
 *
 * @returns undefined where the value is no status
 */
export function ackOf(value: unknown): EventAck | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const given = String(value);
	if (given.length > MAX_NAME_CHARACTERS) return undefined;
	const text = given.trim().toLowerCase();
	if (/^-?\d+$/.test(text)) {
		const level = Math.max(0, Number(text));
		return level in STATUSES ? { status: STATUSES[level], level } : undefined;
	}
	const word = text.replace(/[^a-z]/g, '');
	const status = Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word] : word;
	return Object.hasOwn(LEVELS, status) ? { status, level: LEVELS[status] } : undefined;
}
