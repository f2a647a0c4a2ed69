import fc from 'fast-check';
import { stringify } from 'qs';
import { parseBody } from '../../../nodes/WhatsLoop/trigger/body';
import { BodyError } from '../../../nodes/WhatsLoop/trigger/bodyError';
import { keyOf, takeNew } from '../../../nodes/WhatsLoop/trigger/deduplicate';
import { normalise } from '../../../nodes/WhatsLoop/trigger/normalise';
import type { TriggerEvent } from '../../../nodes/WhatsLoop/trigger/normalise/triggerEvent';
import { refusalOf, signatureOf } from '../../../nodes/WhatsLoop/trigger/verify';

const ARRIVED = Date.UTC(2026, 10, 22, 12);
const FORM = 'application/x-www-form-urlencoded';

let triggers = 0;
const newTrigger = () => `property ${triggers++}`;

/** All steps from the bytes of one delivery to the items. */
function read(bytes: Uint8Array, contentType: string): TriggerEvent[] | 'refused' {
	try {
		const body = parseBody(Buffer.from(bytes), contentType);
		return body === undefined ? 'refused' : normalise(body, ARRIVED);
	} catch (error) {
		if (error instanceof BodyError) return 'refused';
		throw error;
	}
}

const contentType = fc.oneof(
	fc.constantFrom('application/json', FORM, `${FORM}; charset=utf-8`, '', 'a;charset=x'),
	fc.string(),
);

/** Pieces of text that parsers look for, in any order. */
const text = fc
	.array(
		fc.oneof(
			fc.constantFrom(...'{}[]",:=&%\\', 'null', '1e999', '"a"', 'a[length]', '__proto__', '\\u00'),
			fc.string(),
		),
	)
	.map((pieces) => pieces.join(''));

const bytes = fc.oneof(
	fc.uint8Array({ maxLength: 200 }),
	text.map((each) => Buffer.from(each)),
	fc.json().map((each) => Buffer.from(each)),
	fc.json().map((each) => Buffer.from(each, 'utf16le')),
);

test('any bytes are refused or give events, and never throw', () => {
	fc.assert(
		fc.property(bytes, contentType, (body, type) => {
			const events = read(body, type);
			expect(events === 'refused' || events.length > 0).toBe(true);
		}),
		{ numRuns: 2000 },
	);
});

test('no body changes the prototype of other objects', () => {
	fc.assert(
		fc.property(
			fc.constantFrom('__proto__', 'constructor', 'prototype', 'a[__proto__]', 'constructor[prototype]'),
			fc.constantFrom('x', 'length', 'toString', 'polluted'),
			fc.string(),
			(name, field, value) => {
				read(Buffer.from(`a=[1]&${name}[${field}]=${encodeURIComponent(value)}`), FORM);
				read(Buffer.from(`{"${name}":{"${field}":${JSON.stringify(value)}}}`), 'application/json');
				expect('polluted' in {}).toBe(false);
				expect('x' in []).toBe(false);
				expect(Object.prototype.toString.call({})).toBe('[object Object]');
			},
		),
	);
});

/** JSON with only those numbers that are written in one way. */
const object = fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 6 });

test('an object is read as JSON.parse reads it', () => {
	fc.assert(
		fc.property(object, (value) => {
			const json = JSON.stringify(value);
			expect(parseBody(Buffer.from(json), 'application/json')).toEqual(JSON.parse(json));
		}),
	);
});

const word = fc.stringOf(fc.constantFrom(...'abcdefgh'), { minLength: 1, maxLength: 6 });
/** The trigger treats a text of only white space as missing. */
const words = fc.string({ minLength: 1, maxLength: 12 }).filter((each) => /^\s*[^\s[{]/.test(each));

/** Values that PHP and Laravel can put into a form: texts in objects and lists. */
const formTree = fc.letrec<{ node: unknown; tree: Record<string, unknown> }>((tie) => ({
	node: fc.oneof({ depthSize: 'small' }, words, fc.array(words, { minLength: 1, maxLength: 3 }), tie('tree')),
	tree: fc.dictionary(word, tie('node'), { minKeys: 1, maxKeys: 4 }),
})).tree;

test('a form is read as it was written, nested fields and lists included', () => {
	fc.assert(
		fc.property(
			formTree.filter((tree) => Object.keys(tree).every((name) => !['payload', 'body', 'json'].includes(name))),
			(tree) => {
				expect(parseBody(Buffer.from(stringify(tree)), FORM)).toEqual(tree);
			},
		),
	);
});

interface Made {
	id: string;
	text: string;
}

const made = fc.uniqueArray(fc.record({ id: fc.hexaString({ minLength: 6, maxLength: 12 }), text: words }), {
	selector: ({ id }) => id,
	minLength: 1,
	maxLength: 40,
});

const CHAT = '966501234567';
const baileys = ({ id, text: conversation }: Made) => ({
	key: { remoteJid: `${CHAT}@s.whatsapp.net`, fromMe: false, id },
	message: { conversation },
	messageTimestamp: 1_764_000_000,
});
const flat = ({ id, text: body }: Made) => ({ id, body, type: 'text', fromMe: false, chatId: `${CHAT}@c.us` });
const notified = ({ id, text: body }: Made) => ({ id, body, messageType: 'text', remoteJid: `${CHAT}@s.whatsapp.net` });
const cloud = ({ id, text: content }: Made) => ({
	id: `evt_${id}`,
	object: 'event',
	type: 'message.received',
	data: { object: { message_id: id, phone: CHAT, type: 'text', content } },
});

/** How a delivery may hold several messages, for every family of shapes. */
const BATCHES: Record<string, (records: Made[]) => object> = {
	'a list of a client': (all) => ({ event: 'messages.upsert', data: { messages: all.map(baileys) } }),
	'a bare list of a client': (all) => all.map(baileys),
	"a list of the provider's engine": (all) => ({ event: 'message-new', messages: all.map(flat) }),
	"a list of the provider's panel": (all) => ({ data: all.map(flat) }),
	'a list of notifications': (all) => ({ event: 'message_notification', data: all.map(notified) }),
	'events of WhatsLoop Cloud': (all) => ({ events: all.map(cloud) }),
	'events of WhatsLoop Cloud in data': (all) => ({ data: all.map(cloud) }),
	'a bare list of events': (all) => all.map(cloud),
};

describe.each(Object.entries(BATCHES))('%s', (_name, batch) => {
	const deliver = (all: Made[]) => read(Buffer.from(JSON.stringify(batch(all))), 'application/json') as TriggerEvent[];

	test('gives every message once, in its order, with its words', () => {
		fc.assert(
			fc.property(made, (all) => {
				const events = deliver(all);
				expect(events.map(({ event }) => event)).toEqual(all.map(() => 'message'));
				expect(events.map(({ message }) => message?.id)).toEqual(all.map(({ id }) => id));
				expect(events.map(({ message }) => message?.text)).toEqual(all.map((each) => each.text));
			}),
		);
	});

	test('starts nothing again and loses nothing when it is delivered again, whole or in parts', () => {
		fc.assert(
			fc.property(made, fc.nat(), (all, at) => {
				const trigger = newTrigger();
				const staticData = {};
				const parts = [all.slice(0, at % all.length), all, all.slice(at % all.length)].filter(
					(each) => each.length > 0,
				);
				const started = parts.flatMap((part) => takeNew(trigger, deliver(part), staticData, 0).events);
				expect(started.map(({ message }) => message?.id).sort()).toEqual(all.map(({ id }) => id).sort());
			}),
		);
	});

	test('is accepted only with its own signature', () => {
		fc.assert(
			fc.property(made, fc.string({ minLength: 1 }), fc.nat(), (all, secret, at) => {
				const rawBody = Buffer.from(JSON.stringify(batch(all)));
				const signature = signatureOf(rawBody, secret);
				const check = (given: string, body = rawBody) =>
					refusalOf('signature', {
						rawBody: body,
						headers: { 'X-Webhook-Signature': given },
						queryToken: undefined,
						secret,
						urlToken: '',
					});
				expect(check(signature)).toBeUndefined();
				expect(check(`sha256=${signature.toUpperCase()}`)).toBeUndefined();
				const changed = Buffer.from(rawBody);
				changed[at % changed.length] ^= 1;
				expect(check(signature, changed)).toMatch(/^mismatch/);
				const digit = signature[at % 64] === '0' ? '1' : '0';
				expect(check(signature.slice(0, at % 64) + digit + signature.slice((at % 64) + 1))).toMatch(/^mismatch/);
			}),
		);
	});
});

test('events that differ in one part of their identity are never confused', () => {
	const event = (parts: string[]): TriggerEvent =>
		({
			event: 'ack',
			eventId: null,
			chatId: parts[0],
			phone: null,
			contact: { id: parts[1], phone: null, name: null },
			message: { id: parts[2], type: parts[3], text: parts[4], targetMessageId: parts[5], mediaUrl: null },
			ack: { status: parts[6], level: 1 },
		}) as unknown as TriggerEvent;
	const parts = fc.array(fc.string({ maxLength: 5 }), { minLength: 7, maxLength: 7 });
	fc.assert(
		fc.property(parts, parts, (one, other) => {
			expect(keyOf(event(one)) === keyOf(event(other))).toBe(JSON.stringify(one) === JSON.stringify(other));
			for (const place of one.keys()) {
				const changed = one.map((part, index) => (index === place ? `${part}x` : part));
				expect(keyOf(event(changed))).not.toBe(keyOf(event(one)));
			}
		}),
	);
});
