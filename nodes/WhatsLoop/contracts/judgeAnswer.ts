import { isRecord } from '../input/records';
import type { CallKind, Contract, Verdict } from './contract';

type Sign = 'yes' | 'no' | undefined;

/** Words for a message or change that was taken, as status or as the whole message of an answer. */
const ACCEPTED = new Set([
	'success',
	'successful',
	'succeeded',
	'ok',
	'done',
	'sent',
	'accepted',
	'queued',
	'pending',
	'submitted',
	'scheduled',
	'delivered',
	'message sent',
	'message queued',
	'sent successfully',
	'message sent successfully',
]);

/** Words for a failure, as status or as the first word of a message. */
const FAILED = new Set([
	'error',
	'errors',
	'fail',
	'failed',
	'failure',
	'refused',
	'rejected',
	'denied',
	'invalid',
	'expired',
	'forbidden',
	'unauthorized',
	'unauthenticated',
	'unsuccessful',
	'undelivered',
]);

/** Longer texts are no status words. */
const LONGEST_WORD = 40;

const wordOf = (value: unknown): string =>
	typeof value === 'string' && value.length <= LONGEST_WORD ? value.trim().toLowerCase().replace(/[.!]$/, '') : '';

/** `true`, `1`, `"true"`: PHP and its clients write yes and no in all three ways. */
function flag(value: unknown): Sign {
	if (value === true || value === 1 || ['true', '1'].includes(wordOf(value))) return 'yes';
	return value === false || value === 0 || ['false', '0'].includes(wordOf(value)) ? 'no' : undefined;
}

function word(value: unknown): Sign {
	if (ACCEPTED.has(wordOf(value))) return 'yes';
	return FAILED.has(wordOf(value)) ? 'no' : undefined;
}

function message(value: unknown): Sign {
	if (ACCEPTED.has(wordOf(value))) return 'yes';
	const [first] =
		typeof value === 'string'
			? value
					.slice(0, LONGEST_WORD)
					.trim()
					.toLowerCase()
					.split(/[^a-z]/, 1)
			: [''];
	return FAILED.has(first) ? 'no' : undefined;
}

/** An HTTP status inside the body, such as `{"code": 401}`. */
const code = (value: unknown): Sign => (Number(value) >= 400 && Number(value) <= 599 ? 'no' : undefined);

/** Texts in a field for errors that say there is none. */
const NO_ERROR = new Set(['', 'none', 'no', 'no error', 'null', 'false', '0']);

/** True if the field reports an error. An empty list or object reports none. */
function error(value: unknown): Sign {
	if (value === true || value === 1) return 'no';
	if (typeof value === 'string') return NO_ERROR.has(value.trim().toLowerCase()) ? undefined : 'no';
	return typeof value === 'object' && value !== null && Object.keys(value).length > 0 ? 'no' : undefined;
}

/**
 * What the fields of an answer say, in any case of their names. `forReads`: also looked at in the answer to a read, whose
 * other fields may be the ones of the record that was asked for.
 *
 * Evidence: `success` and a `Status` of 0 with a `Message` are documented; the other words are what PHP services answer.
 */
const SIGNS: Array<{ field: string; read: (value: unknown) => Sign; forReads?: true }> = [
	{ field: 'status', read: (value) => flag(value) ?? word(value) ?? code(value) },
	{ field: 'result', read: (value) => flag(value) ?? word(value) },
	{ field: 'state', read: word },
	{ field: 'ok', read: flag },
	{ field: 'code', read: code, forReads: true },
	{ field: 'statuscode', read: code, forReads: true },
	{ field: 'status_code', read: code, forReads: true },
	{ field: 'error', read: error, forReads: true },
	{ field: 'errors', read: error, forReads: true },
	{ field: 'message', read: message, forReads: true },
];

/** The documented failure of a read: `{"Status": 0, "Message": "…"}`. A record has its own `status`, in small letters. */
const isDocumentedFailure = (body: Record<string, unknown>): boolean => flag(body.Status) === 'no';

const lowerCased = (body: Record<string, unknown>): Map<string, unknown> =>
	new Map(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]));

/** An ID contains digits. A bare text without digits may be a word such as "Unauthenticated". */
const looksLikeId = (id: string | undefined): boolean => id !== undefined && /^\S+$/.test(id) && /\d/.test(id);

/**
 * Judges the JSON body of an answer with a 2xx status, with the same table for every contract.
 *
 * A send or change counts as `accepted` only with a proof: `success` true, a message id, or a known word of acceptance. It is
 * `refused` with an explicit word, code or flag of failure. Everything else is `unproven`, and so is an answer that says
 * both. A read is `refused` by the same flags, and otherwise `accepted`, because shapes of its answers are not documented.
 */
export function judgeAnswer(contract: Contract, kind: CallKind, body: unknown): Verdict {
	if (!isRecord(body)) return kind === 'read' ? 'accepted' : 'unproven';
	const fields = lowerCased(body);
	const success = flag(fields.get('success'));
	const signs = SIGNS.filter(({ forReads }) => forReads === true || kind !== 'read').map(({ field, read }) =>
		read(fields.get(field)),
	);
	const saysNo = signs.includes('no');
	if (kind === 'read') {
		const refused = success === 'no' || isDocumentedFailure(body) || (saysNo && success !== 'yes');
		return refused ? 'refused' : 'accepted';
	}
	const hasId = looksLikeId(contract.readMessageId(body));
	if (success === 'no') return hasId ? 'unproven' : 'refused';
	const saysYes = success === 'yes' || hasId || signs.includes('yes');
	if (saysNo) return saysYes ? 'unproven' : 'refused';
	return saysYes ? 'accepted' : 'unproven';
}
