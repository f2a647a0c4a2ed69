import fc from 'fast-check';
import type { HostileBody } from '../../../scripts/fuzz/hostileBodies';

/** Names that the trigger reads, and some that it does not. */
const FIELDS = [
	'event',
	'type',
	'data',
	'object',
	'messages',
	'message',
	'events',
	'ack',
	'key',
	'remoteJid',
	'id',
	'body',
	'chatId',
	'status',
	'time',
	'created',
	'conversation',
	'editedMessage',
	'protocolMessage',
	'contacts',
	'vcard',
	'x',
	'__proto__',
];

const EVENTS = ['message-new', 'message-status', 'messages.upsert', 'message_notification', 'group-update', 'unknown'];

const text = fc.oneof(
	fc.constantFrom(...EVENTS, '966501234567@c.us', 'https://a.b/c', '1764000000', 'BEGIN:VCARD\nFN:A\nEND:VCARD'),
	fc.fullUnicodeString({ maxLength: 60 }),
	fc.string({ maxLength: 2000 }),
);

/** A value with the names that the trigger knows, a few levels deep. */
const value = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'medium', withCrossShrink: false },
		text,
		fc.constantFrom(null, true, false, 0, -1, 1e21, {}, []),
		fc.array(tie('value'), { maxLength: 6 }),
		fc.dictionary(fc.constantFrom(...FIELDS), tie('value'), { maxKeys: 8 }),
	),
})).value;

/** Repeats a piece of JSON to make a body as long as it may be. */
const WRAPPERS: Array<(piece: string, times: number, field: string) => string> = [
	(piece, times, field) => `{"event":"message-new","${field}":[${new Array<string>(times).fill(piece).join(',')}]}`,
	(piece, times) => `[${new Array<string>(times).fill(piece).join(',')}]`,
	(piece, times) => `{${Array.from({ length: times }, (_, index) => `"f${index}":${piece}`).join(',')}}`,
	(piece, times, field) => `{"${field}":${JSON.stringify(piece.repeat(times))}}`,
	(piece, times, field) =>
		new Array<string>(times)
			.fill(`${field}[]=${encodeURIComponent(Buffer.from(piece.slice(0, 500)).toString())}`)
			.join('&'),
];

/**
 * Bodies of random content. The same seed makes the same ones.
 *
 * @param size the largest, in bytes
 */
export function generatedBodies(count: number, size: number, seed: number): HostileBody[] {
	const body = fc.tuple(value, fc.nat(), fc.constantFrom(...FIELDS), fc.constantFrom(0.02, 0.2, 1));
	return fc.sample(body, { numRuns: count, seed }).map(([content, wrapper, field, share], index) => ({
		name: `generated body ${index} of seed ${seed}`,
		contentType: wrapper % WRAPPERS.length === 4 ? 'application/x-www-form-urlencoded' : 'application/json',
		text: () => {
			const piece = JSON.stringify(content);
			const wrap = WRAPPERS[wrapper % WRAPPERS.length];
			const most = share * size;
			const times = Math.max(1, Math.floor(most / Buffer.byteLength(wrap(piece, 1, field))));
			const bytes = Buffer.byteLength(wrap(piece, times, field));
			// the text around the pieces, and escapes in them, do not grow evenly
			return bytes <= most ? wrap(piece, times, field) : wrap(piece, Math.floor((0.9 * times * most) / bytes), field);
		},
	}));
}
