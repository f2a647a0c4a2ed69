import fc from 'fast-check';
import { sign } from '../../sandbox';
import { hostileBodies } from './hostileBodies';
import { FIELD_NAMES } from './fieldNames';

export const SECRET = 'the-secret-of-the-webhook';

/** The trigger lets in messages of this chat alone, so that the valid events can be counted among all others. */
export const VALID_CHAT = '966509998877';

/** What a request is, and what must come of it. */
export interface FuzzRequest {
	kind: string;
	body: Buffer;
	headers: Record<string, string>;
	/** The message that must start the workflow once; undefined where nothing must start. */
	validId?: string;
	/** The only status that is right; undefined where every 2xx and 4xx is. */
	status?: number;
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

const signedBy = (body: Buffer | string, contentType = JSON_TYPE) => ({
	'content-type': contentType,
	'x-webhook-signature': sign(body, SECRET),
});

const fieldName = fc.constantFrom(...FIELD_NAMES);

const fieldValue = fc.oneof(
	fc.constantFrom('message-new', 'message-status', 'message_notification', 'New Chats', 'event', 'message.received'),
	fc.constantFrom('image', 'location', 'buttons_response', 'text', 'true', '966500000000@c.us', '1203@g.us', 'Me', ''),
	fc.jsonValue({ maxDepth: 3 }),
);

const randomObject = fc.dictionary(
	fieldName,
	fc.oneof(
		fieldValue,
		fc.dictionary(fieldName, fieldValue),
		fc.array(fc.dictionary(fieldName, fieldValue), { maxLength: 5 }),
	),
	{ maxKeys: 8 },
);

const validEvent = (id: string, chat: string) =>
	JSON.stringify({
		event: 'message-new',
		messages: { id, body: 'سلام 👋', type: 'text', fromMe: false, chatId: `${chat}@c.us` },
	});

/** Another chat, so that what is left of the event after the mutation starts nothing. */
const mutated = fc
	.tuple(fc.nat(), fc.nat(), fc.uint8Array({ maxLength: 8 }), fc.constantFrom('cut', 'replace', 'insert', 'repeat'))
	.map(([from, length, bytes, how]) => {
		const body = Buffer.from(validEvent('mutated', '966500000000'));
		const start = from % body.length;
		const end = Math.min(body.length, start + (length % 20));
		if (how === 'cut') return body.subarray(0, start);
		const middle =
			how === 'repeat' ? Buffer.concat(Array<Buffer>(50).fill(body.subarray(start, end))) : Buffer.from(bytes);
		return Buffer.concat([body.subarray(0, start), middle, body.subarray(how === 'insert' ? start : end)]);
	});

/**
 * Two that n8n's own body parser fails on, before the node is asked (n8n 2.41.1, its Webhook node the same), are left out: it
 * answers a broken gzip with 500, and never answers XML that is not closed.
 */
const headerOddities: Array<Record<string, string>> = [
	{ 'content-type': 'multipart/form-data' },
	{ 'content-type': 'application/json; charset=klingon' },
	{ 'content-type': 'application/json; charset=utf-16le' },
	{ 'content-encoding': 'br' },
	{ 'content-type': '' },
	{ 'x-webhook-signature': `${'0'.repeat(64)},`.repeat(50) },
];

const HOSTILE = hostileBodies(300_000).map(({ text, contentType }) => ({ body: Buffer.from(text()), contentType }));

const toRequest = (kind: string, body: Buffer | string, contentType?: string): FuzzRequest => ({
	kind,
	body: Buffer.from(body as string),
	headers: signedBy(body, contentType),
});

const invalid: fc.Arbitrary<FuzzRequest> = fc.oneof(
	{ weight: 4, arbitrary: mutated.map((body) => toRequest('mutated event', body)) },
	{ weight: 4, arbitrary: randomObject.map((body) => toRequest('random object', JSON.stringify(body))) },
	{ weight: 2, arbitrary: fc.json().map((body) => toRequest('random JSON', body)) },
	{
		weight: 1,
		arbitrary: fc.uint8Array({ maxLength: 500 }).map((body) => toRequest('random bytes', Buffer.from(body))),
	},
	{ weight: 1, arbitrary: fc.nat().map((id) => toRequest('XML', `<event><id>${id}</id></event>`, 'text/xml')) },
	{ weight: 1, arbitrary: fc.webQueryParameters().map((body) => toRequest('random form', body, FORM_TYPE)) },
	{
		weight: 1,
		arbitrary: fc.constantFrom(...HOSTILE).map(({ body, contentType }) => toRequest('hostile body', body, contentType)),
	},
	{
		weight: 1,
		arbitrary: fc.tuple(mutated, fc.constantFrom(...headerOddities)).map(([body, odd]) => {
			const [name, value] = Object.entries(odd)[0];
			const request = toRequest(`odd header ${name}: ${value.slice(0, 40)}`, body);
			return { ...request, headers: { ...request.headers, ...odd } };
		}),
	},
	{
		weight: 1,
		arbitrary: fc.nat().map((id) => ({
			...toRequest('wrong signature', validEvent(`forged-${id}`, VALID_CHAT)),
			headers: { 'content-type': JSON_TYPE, 'x-webhook-signature': '0'.repeat(64) },
			status: 401,
		})),
	},
	{
		weight: 1,
		arbitrary: fc.nat().map((id) => ({
			...toRequest('no signature', validEvent(`unsigned-${id}`, VALID_CHAT)),
			headers: { 'content-type': JSON_TYPE },
			status: 401,
		})),
	},
);

/** One request in ten is a valid event, and one in forty repeats the valid event before it. */
const VALID_EACH = 10;
const REPEATED_EACH = 40;

/** The same requests for the same seed. */
export function fuzzRequests(count: number, seed: number): FuzzRequest[] {
	const requests = fc.sample(invalid, { numRuns: count, seed });
	let lastValid: FuzzRequest | undefined;
	return requests.map((request, index) => {
		if (index % REPEATED_EACH === 1 && lastValid !== undefined) return { ...lastValid, kind: 'repeated event' };
		if (index % VALID_EACH !== 0) return request;
		const validId = `valid-${index}`;
		lastValid = { ...toRequest('valid event', validEvent(validId, VALID_CHAT)), validId, status: 200 };
		return lastValid;
	});
}
